import type { Schemas } from '@sendoff/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import { useAct } from '../../parts/act.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { PasswordField, Submit, sends } from '../../parts/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { Screen, Section } from '../../parts/screen.tsx'
import { Distance, Time } from '../../parts/time.tsx'
import { client } from '../../session/client.ts'
import { session } from '../../session/keeper.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { StatusBadge } from './applications.tsx'
import { Blocked } from './blocked.tsx'
import { Consequences } from './consequences.tsx'
import { useLeavePreview } from './preview.ts'
import type { Texts } from './texts/en.ts'

type Props = ScreenOf<Texts> & { application: Schemas['LeaveApplication'] }

/** One application: its state, what comes next, and the ways to withdraw or confirm it (S54, S55). */
export default function ApplicationScreen({ texts }: ScreenOf<Texts>) {
  const { application: application_id = '' } = useParams()
  const application = useQuery({
    queryKey: ['application', application_id],
    queryFn: ({ signal }) => client.leaveApplications.get({ application_id }, { signal }),
  })
  return (
    <Screen title={texts.application.title} up={{ href: '/applications', name: texts.applications.title }}>
      <Loaded read={application}>
        {(data) => (
          <>
            <Facts application={data} texts={texts} />
            {data.status === 'approved' && <Confirmation application={data} texts={texts} />}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Facts({ application, texts }: Props) {
  const { reasons } = useTexts()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { status, reason_code, reason_text, comment, created_at, decided_at, expires_at } = application
  const isOpen = status === 'pending' || status === 'approved'
  return (
    <div className="card">
      <p>
        <StatusBadge status={status} texts={texts.applications} />
      </p>
      <p>{texts.application.next[status]}</p>
      <dl className="facts">
        <dt>{texts.application.reason}</dt>
        <dd>
          {reasons[reason_code] ?? reason_code}
          <q className="quoted">{reason_text}</q>
        </dd>
        <dt>{texts.applications.sent}</dt>
        <dd>
          <Time at={created_at} />
        </dd>
        {decided_at !== null && (
          <>
            <dt>{texts.application.decided}</dt>
            <dd>
              <Time at={decided_at} />
            </dd>
          </>
        )}
        {comment !== null && (
          <>
            <dt>{texts.application.comment}</dt>
            <dd>
              <q>{comment}</q>
            </dd>
          </>
        )}
        {status === 'approved' && expires_at !== null && (
          <>
            <dt>{texts.application.expires}</dt>
            <dd>
              <Time at={expires_at} /> (<Distance to={expires_at} />)
            </dd>
          </>
        )}
      </dl>
      {isOpen && (
        <p className="card-actions">
          <button type="button" className="button" onClick={() => setWithdrawing(true)}>
            {texts.application.withdraw}
          </button>
        </p>
      )}
      <Dialog title={texts.application.withdrawSure} isOpen={isWithdrawing} close={() => setWithdrawing(false)}>
        <Withdrawal application={application} texts={texts} close={() => setWithdrawing(false)} />
      </Dialog>
    </div>
  )
}

function Withdrawal({ application, texts, close }: Props & { close: () => void }) {
  const { form } = useTexts()
  const withdraw = useAct(client.leaveApplications.withdraw, { onDone: close })
  const { application_id } = application
  return (
    <>
      <p>{texts.application.withdrawDetail}</p>
      {withdraw.error && <Refused error={withdraw.error} />}
      <p className="card-actions">
        <button
          type="button"
          className="button primary"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ application_id })}
        >
          {texts.application.withdraw}
        </button>
        <button type="button" className="button" onClick={close}>
          {form.cancel}
        </button>
      </p>
    </>
  )
}

/** Everything that the departure brings, and then the password. */
function Confirmation({ application, texts }: Props) {
  const preview = useLeavePreview()
  const confirm = useAct(client.leaveApplications.confirm, { onDone: () => void session.check() })
  const faults = faultsOf(confirm.error)
  const { application_id, blockers = [] } = application
  const send = sends((field) => confirm.mutate({ application_id, confirm: true, password: field('password') }))
  return (
    <>
      <Loaded read={preview}>{(data) => <Consequences preview={data} texts={texts.consequences} />}</Loaded>
      {blockers.length > 0 ? (
        <Section title={texts.application.blocked}>
          <Blocked blockers={blockers as never} texts={texts.blocked} />
        </Section>
      ) : (
        <Section title={texts.application.confirmTitle}>
          <form className="card" onSubmit={send}>
            {confirm.error && <Refused error={confirm.error} />}
            <PasswordField fault={faults.password} />
            <Submit isPending={confirm.isPending} kind="danger">
              {texts.application.confirm}
            </Submit>
          </form>
        </Section>
      )}
    </>
  )
}
