import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { type AuditedChange, audit } from '../../audit/audit.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { closeOrReopen } from './closing.ts'
import { presentReceipts } from './receipt.ts'
import { writeStates } from './record.ts'
import { type Answer, afterAnswer, type ReceiptRow } from './transition.ts'

/** Records an answer to a locked receipt by an operation, with everything that follows from it. */
export async function answerReceipt(
  work: Work,
  actor: OrganizationActor,
  receipt: ReceiptRow,
  answer: Answer,
  action: AuditedChange['action'],
): Promise<Schemas['Receipt']> {
  const state = afterAnswer(receipt, answer, work.now)
  if (state) {
    await writeStates(work, [{ receipt, state }])
    if (receipt.departure_id !== null) await closeOrReopen(work, receipt.org_id, receipt.departure_id)
  }
  const after = { ...receipt, ...state }
  await audit(work, actor, {
    orgId: receipt.org_id,
    action,
    target: receipt.receipt_id,
    before: { status: receipt.status, answered_by: receipt.answered_by },
    after: { status: after.status, answered_by: after.answered_by, event_id: receipt.event_id },
  })
  const [presented] = await presentReceipts(work, [after])
  if (!presented) throw new Refusal('receipt_not_found')
  return presented
}
