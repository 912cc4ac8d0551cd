import type { Schemas } from '@sendoff/api'
import { Link } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { Check, PasswordField, Submit, sends } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { client } from '../../session/client.ts'
import { session } from '../../session/keeper.ts'
import { useMe, useOrganization } from '../../session/queries.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { Blocked } from './blocked.tsx'
import { Consequences, Item } from './consequences.tsx'
import { useLeavePreview, wayIn } from './preview.ts'
import { type Reason, ReasonChoice } from './reason.tsx'
import type { Texts } from './texts/en.ts'

/** Deregisters the present account: everything that is lost is shown before the password is asked for (S1, S2, S13, S46). */
export default function Deregister({ texts }: ScreenOf<Texts>) {
  const me = useMe()
  const organization = useOrganization().data
  const { title, lead, leadPersonal } = texts.deregister
  return (
    <Screen
      title={title}
      lead={organization ? lead(organization.name) : me.data?.org_id === null && leadPersonal}
      up={{ href: '/security', name: useTexts().nav.security }}
    >
      <Loaded read={me}>
        {({ org_id }) => (org_id === null ? <Personal texts={texts} /> : <InOrganization texts={texts} />)}
      </Loaded>
    </Screen>
  )
}

function InOrganization({ texts }: ScreenOf<Texts>) {
  const preview = useLeavePreview()
  return (
    <Loaded read={preview}>
      {(data) => (
        <>
          {!wayIn(data, 'deregistration').is_open && <Closed preview={data} texts={texts} />}
          <Consequences preview={data} texts={texts.consequences} />
          {wayIn(data, 'deregistration').is_open && <DeregisterForm texts={texts} />}
        </>
      )}
    </Loaded>
  )
}

function Closed({ preview, texts }: ScreenOf<Texts> & { preview: Schemas['LeavePreview'] }) {
  const { is_required, application } = preview.approval
  const href = application ? `/applications/${application.application_id}` : '/applications/new'
  return (
    <Blocked blockers={wayIn(preview, 'deregistration').blockers} texts={texts.blocked}>
      {is_required && (application !== null || wayIn(preview, 'approval').is_open) && (
        <Link href={href} className="button primary">
          {application ? texts.leave.open : texts.deregister.approval}
        </Link>
      )}
    </Blocked>
  )
}

function Personal({ texts }: ScreenOf<Texts>) {
  const { personalFinal, personalFinalDetail } = texts.deregister
  return (
    <>
      <Section title={texts.consequences.title}>
        <ul className="card consequences">
          <Item icon="door" title={texts.consequences.access_ends_at_once} detail={texts.consequences.access_detail} />
          <Item icon="warning" tone="bad" title={personalFinal} detail={personalFinalDetail} />
        </ul>
      </Section>
      <DeregisterForm texts={texts} />
    </>
  )
}

function DeregisterForm({ texts: { deregister: texts } }: ScreenOf<Texts>) {
  const deregister = useAct(client.me.deregister, { onDone: () => void session.check() })
  const faults = faultsOf(deregister.error)
  const send = sends((field) => {
    const reason_code = (field('reason_code') || undefined) as Reason | undefined
    deregister.mutate({ confirm: true, password: field('password'), reason_code })
  })
  return (
    <Section title={texts.title}>
      <form className="card" onSubmit={send}>
        {deregister.error && <Refused error={deregister.error} />}
        <ReasonChoice label={texts.reason} none={texts.noReason} />
        <PasswordField fault={faults.password} />
        <Check name="confirm" required label={texts.confirm} />
        <Submit isPending={deregister.isPending} kind="danger">
          {texts.submit}
        </Submit>
      </form>
    </Section>
  )
}
