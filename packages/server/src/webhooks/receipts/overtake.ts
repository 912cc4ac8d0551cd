import type { ReceiptType } from '../../events/outbox/receipts.ts'
import { type Placing, statement } from '../../store/statement.ts'
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
  const overtaken = await lockUnsettled(work.db, { orgId, accountId, type: OVERTAKEN[why] })
  const changed = overtaken.flatMap((receipt) => {
    const state = afterEnd(receipt, why, work.now)
    return state ? { receipt, state } : []
  })
  await writeStates(work, changed)
  return [...new Set(changed.flatMap(({ receipt }) => receipt.departure_id ?? []))]
}

const lockUnsettled = statement((db, $: Placing<{ orgId: string; accountId: string; type: ReceiptType }>) =>
  db
    .selectFrom('receipt')
    .selectAll()
    .where('org_id', '=', $('orgId'))
    .where('subject_id', '=', $('accountId'))
    .where('event_type', '=', $('type'))
    .where('status', 'in', UNSETTLED)
    .orderBy('receipt_id')
    .forUpdate(),
)
