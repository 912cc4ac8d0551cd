import { useLocation } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { Area, Submit, sends } from '../../parts/form.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { type Reason, ReasonChoice } from './reason.tsx'
import type { Texts } from './texts/en.ts'

/** Applies to leave, with a reason that the reviewer reads (S53). */
export default function Apply({ texts }: ScreenOf<Texts>) {
  const [, navigate] = useLocation()
  const apply = useAct(client.leaveApplications.create, {
    onDone: ({ application_id }) => navigate(`/applications/${application_id}`),
  })
  const faults = faultsOf(apply.error)
  const send = sends((field) => {
    apply.mutate({ reason_code: field('reason_code') as Reason, reason_text: field('reason_text').trim() })
  })
  return (
    <Screen
      title={texts.apply.title}
      lead={texts.apply.lead}
      up={{ href: '/applications', name: texts.applications.title }}
    >
      <form className="card" onSubmit={send}>
        {apply.error && <Refused error={apply.error} />}
        <ReasonChoice label={texts.leave.reason} />
        <Area label={texts.apply.text} name="reason_text" required maxLength={500} fault={faults.reason_text} />
        <Submit isPending={apply.isPending}>{texts.apply.submit}</Submit>
      </form>
    </Screen>
  )
}
