import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import { isOneOf } from '../../store/recordset.ts'
import type { View } from '../../store/work.ts'
import { isUnanswered } from './transition.ts'

export type ReceiptCounts = Schemas['ReceiptCounts']

/** The counts of a departure to which no system owes a receipt. */
export const noReceipts = (): ReceiptCounts => ({
  owed: 0,
  awaited: 0,
  acknowledged: 0,
  done: 0,
  failed: 0,
  not_applicable: 0,
  overdue: 0,
})

/**
 * Counts the receipts of departures by their status.
 *
 * @param ofApp counts those of one app only
 */
export async function countReceipts(
  { db, now }: View,
  orgId: string,
  departureIds: string[],
  ofApp?: string,
): Promise<Map<string, ReceiptCounts>> {
  let query = db
    .selectFrom('receipt')
    .select(['departure_id', 'status', (count) => count.fn.countAll<number>().as('rows')])
    .select(sql<number>`sum(case when deadline_at <= ${now} then 1 else 0 end)`.as('past'))
    .where('org_id', '=', orgId)
    .where(isOneOf(db, 'departure_id', departureIds))
    .groupBy(['departure_id', 'status'])
  if (ofApp !== undefined) query = query.where('app_id', '=', ofApp)
  const counted = new Map<string, ReceiptCounts>()
  for (const { departure_id, status, rows, past } of await query.execute()) {
    const counts = counted.get(String(departure_id)) ?? noReceipts()
    counts.owed += Number(rows)
    counts[status] += Number(rows)
    if (isUnanswered({ status })) counts.overdue += Number(past)
    counted.set(String(departure_id), counts)
  }
  return counted
}
