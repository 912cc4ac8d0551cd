import { sql } from 'kysely'
import { leaseTime } from '../../../store/lease-time.ts'
import type { Reader, Tx } from '../../../store/schema.ts'
import type { Claimed } from '../pace/claimed.ts'
import type { Claims } from '../pace/wish.ts'
import { claimFound } from './claim-found.ts'
import type { ClaimOptions } from './claimed-row.ts'
import { newLease } from './lease.ts'

/** A probe that is due within this, in milliseconds, is soon enough for an act by hand. */
const SOON = 5000
/** The number of deliveries of an endpoint that are claimed at a time. */
const MOST = 4

/**
 * Lets a delivery that a person asked for be attempted once without waiting for the end of the endpoint's pause or for its next probe.
 * It is called after the delivery is recorded.
 *
 * @param now business time, in milliseconds
 */
export async function sendByHand(
  tx: Tx,
  { endpoint_id, delivery_id }: { endpoint_id: string; delivery_id: string },
  now: number,
): Promise<void> {
  const health = await tx
    .selectFrom('endpoint_health')
    .select(['breaker', 'probe_at', 'retry_after_until'])
    .where('endpoint_id', '=', endpoint_id)
    .executeTakeFirst()
  const isPaused = (health?.retry_after_until ?? 0) > now
  const isHeld = health !== undefined && health.breaker !== 'closed' && (health.probe_at ?? 0) > now + SOON
  if (isPaused || isHeld) await tx.insertInto('delivery_by_hand').values({ endpoint_id, delivery_id }).execute()
}

/** A condition: something that was asked for by hand is due to the endpoint with this id. */
export const isDueByHand = (endpointId: unknown, db: Reader, now: number) => sql<boolean>`exists (
  select 1 from delivery_by_hand asked join delivery d on d.delivery_id = asked.delivery_id
  where asked.endpoint_id = ${endpointId} and d.status = 'pending' and d.due_at <= ${now} and d.lease_until <= ${leaseTime(db)})`

/** Claims deliveries that were asked for by hand, whatever holds the rest back but the order of their subjects. */
export async function claimByHand(tx: Tx, endpointId: string, options: ClaimOptions): Promise<Claims> {
  const asked = await tx
    .selectFrom('delivery_by_hand as asked')
    .innerJoin('delivery as d', 'd.delivery_id', 'asked.delivery_id')
    .select('asked.delivery_id')
    .where('asked.endpoint_id', '=', endpointId)
    .where('d.status', '=', 'pending')
    .where('d.due_at', '<=', options.now)
    .where('d.lease_until', '<=', leaseTime(tx))
    .orderBy('asked.delivery_id')
    .limit(MOST)
    .execute()
  const ids = asked.map(({ delivery_id }) => delivery_id)
  const claimed = await claimFound(tx, ids, 'all', options, newLease(options))
  return { claimed: claimed.map((one) => ({ ...one, byHand: true })), positions: new Map() }
}

/** Forgets that deliveries were asked for by hand, once they were attempted: from now on they wait like any other. */
export async function forgetByHand(tx: Tx, attempted: Claimed[]): Promise<void> {
  const ids = attempted.filter(({ byHand }) => byHand).map(({ deliveryId }) => deliveryId)
  if (ids.length > 0) await tx.deleteFrom('delivery_by_hand').where('delivery_id', 'in', ids).execute()
}
