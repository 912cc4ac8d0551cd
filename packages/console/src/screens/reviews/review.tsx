import type { Schemas } from '@sendoff/api'
import { useAct } from '../../parts/act.ts'
import { Area, Submit, sends } from '../../parts/form.tsx'
import { faultsOf, Refused } from '../../parts/refused.tsx'
import { client } from '../../session/client.ts'
import type { ScreenOf } from '../../shell/lazy-screen.tsx'
import { useTexts } from '../../texts/texts.tsx'
import type { Texts } from './texts/en.ts'

/** The decision that is about to be made on an application. */
export type Decision = { kind: 'approve' | 'reject'; application: Schemas['LeaveApplication'] }

/** Asks for a comment and decides. */
export function Review({ decision, texts, close }: ScreenOf<Texts> & { decision: Decision; close: () => void }) {
  const { form } = useTexts()
  const { kind, application } = decision
  const review = useAct(client.leaveApplications[kind], { onDone: close })
  const faults = faultsOf(review.error)
  const send = sends((field) => {
    review.mutate({ application_id: application.application_id, comment: field('comment').trim() || undefined })
  })
  return (
    <form onSubmit={send}>
      <p>{texts[`${kind}Detail`]}</p>
      {review.error && <Refused error={review.error} />}
      <Area label={texts.comment} name="comment" maxLength={500} hint={texts.commentHint} fault={faults.comment} />
      <p className="card-actions">
        <Submit isPending={review.isPending} kind={kind === 'approve' ? 'primary' : 'danger'}>
          {texts[kind]}
        </Submit>
        <button type="button" className="button" onClick={close}>
          {form.cancel}
        </button>
      </p>
    </form>
  )
}
