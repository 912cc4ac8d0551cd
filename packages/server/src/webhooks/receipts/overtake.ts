import type { ReceiptType } from '../../events/outbox/receipts.ts'
import type { Work } from '../../store/work.ts'
import { writeStates } from './record.ts'
import { afterEnd, type Ended, UNSETTLED } from './transition.ts'

/** The opposite events: a system that has not acted on the first when the second comes has nothing to do for it any more. */
const OVERTAKEN = {
  restored: 'member.departed',
  departed_again: 'member.restored',
} as const satisfies Partial<Record<Ended, ReceiptType>>

/**
 * Settles the receipts about an account that the opposite event overtakes. Called before that event is recorded.
 *
 * @returns the departures whose receipts were settled, which may be closed now
 */
export async function overtakeReceipts(
  work: Work,
  { orgId, accountId }: { orgId: string; accountId: string },
  why: keyof typeof OVERTAKEN,
): Promise<string[]> {
  const overtaken = await work.db
    .selectFrom('receipt')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('subject_id', '=', accountId)
    .where('event_type', '=', OVERTAKEN[why])
    .where('status', 'in', UNSETTLED)
    .orderBy('receipt_id')
    .forUpdate()
    .execute()
  const changed = overtaken.flatMap((receipt) => {
    const state = afterEnd(receipt, why, work.now)
    return state ? { receipt, state } : []
  })
  await writeStates(work, changed)
  return [...new Set(changed.flatMap(({ receipt }) => receipt.departure_id ?? []))]
}
