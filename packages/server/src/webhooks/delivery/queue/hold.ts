import { leaseTime } from '../../../store/lease-time.ts'
import type { Tx } from '../../../store/schema.ts'

/** The number of deliveries that one transaction changes: an endpoint may be owed a hundred thousand. */
const PAGE = 500

/**
 * Holds some deliveries to an endpoint, oldest first. Those under way are left alone; recording their attempt holds them.
 *
 * @returns whether there may be more
 */
export async function holdSome(tx: Tx, endpointId: string): Promise<boolean> {
  const waiting = tx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .where((is) => is.or([is('lease_id', 'is', null), is('lease_until', '<=', leaseTime(tx))]))
    .orderBy('due_at')
    .orderBy('delivery_id')
    .limit(PAGE)
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({ status: 'held', lease_id: null, lease_until: 0 })
    .where('delivery_id', 'in', waiting)
    .executeTakeFirst()
  return numUpdatedRows === BigInt(PAGE)
}

/**
 * Gives up some deliveries to a deleted endpoint. Those under way keep their lease, so that their attempt is recorded.
 *
 * @param now business time, in milliseconds
 * @returns whether there may be more
 */
export async function giveUpSome(tx: Tx, endpointId: string, now: number): Promise<boolean> {
  let left = false
  for (const status of ['pending', 'held'] as const) {
    const owed = tx
      .selectFrom('delivery')
      .select('delivery_id')
      .where('endpoint_id', '=', endpointId)
      .where('status', '=', status)
      .limit(PAGE)
    const { numUpdatedRows } = await tx
      .updateTable('delivery')
      .set({ status: 'failed', finished_at: now })
      .where('delivery_id', 'in', owed)
      .executeTakeFirst()
    left ||= numUpdatedRows === BigInt(PAGE)
  }
  return left
}
