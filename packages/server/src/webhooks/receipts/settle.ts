import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../../actor.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { answerReceipt } from './answer.ts'
import { lockReceipt } from './receipt.ts'
import { isSettled } from './transition.ts'

/**
 * Settles a receipt by hand, for a system that can't answer or has failed. The administrator vouches for it.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `receipt_not_found`, `receipt_settled`
 */
export async function settleReceipt(
  work: Work,
  actor: OrganizationActor,
  { receipt_id: receiptId, status, reason }: CallOf<'receipts.settle'>,
): Promise<Schemas['Receipt']> {
  requireUser(actor)
  requireAdministrator(actor)
  await lockAsAdministrator(work.db, actor)
  const receipt = await lockReceipt(work.db, actor, receiptId)
  if (isSettled(receipt)) throw new Refusal('receipt_settled')
  return answerReceipt(work, actor, receipt, { status, reason, details: null, by: 'administrator' }, 'receipts.settle')
}
