import { sql } from 'kysely'
import { isOneOf, isPostgres } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'
import type { Claimed, Lease } from '../pace/claimed.ts'
import { chooseDifferent, isRefused } from '../pace/refusals.ts'
import type { SearchPosition, Wish } from '../pace/wish.ts'
import { findCandidates } from './candidates.ts'
import { type ClaimOptions, columns, type Only, type Row, toClaimed } from './claimed-row.ts'
import { isOneOfRows, leaseRows } from './lease.ts'
import { findFirstOfSubjects, isDue, isFirstOfSubject } from './subject-order.ts'

/** The number of due deliveries that are looked through at a time for some that the endpoint takes. */
const OLDEST = 200

/** Claims that were searched for, and the position after the search. */
export type Searched = { claimed: Claimed[]; position: SearchPosition }

/** Claims deliveries in order: they are searched for without a lock, and locked then, if nothing changed. */
export async function claimInOrder(
  tx: Reader,
  { endpointId, most, position }: Wish,
  only: Only,
  options: ClaimOptions,
  lease: Lease,
): Promise<Searched> {
  const found = await findFirstOfSubjects(tx, endpointId, most, position, options.now)
  return { claimed: await claimFound(tx, found.ids, only, options, lease), position: found.position }
}

/**
 * Claims deliveries to an endpoint that refuses some while it takes others: the others as far as there is room, and a few that it
 * may refuse beside them. However many those are, and however long they take, they hold up nothing else.
 */
export async function claimBeside(
  tx: Reader,
  { endpointId, most, isInOrder, position }: Wish,
  refusing: NonNullable<Wish['refusing']>,
  only: Only,
  options: ClaimOptions,
  lease: Lease,
): Promise<Searched> {
  const from = { position, isInOrder, oldest: OLDEST }
  const found = await findCandidates(tx, endpointId, from, options.now)
  const refused = found.candidates.filter((one) => isRefused(refusing.refusals, one, options.now))
  const others = found.candidates.filter((one) => !refused.includes(one)).slice(0, most)
  const different = chooseDifferent(refused, refusing.refusals, refusing.most)
  const beside = [...different, ...refused.filter((one) => !different.includes(one))].slice(0, refusing.most)
  const ids = [...others, ...beside].map(({ deliveryId }) => deliveryId)
  const besideIds = new Set(beside.map(({ deliveryId }) => deliveryId))
  const claimed = await claimFound(tx, ids, only, options, lease)
  return {
    claimed: claimed.map((one) => ({ ...one, beside: besideIds.has(one.deliveryId) })),
    position: found.position,
  }
}

/** Claims deliveries that were found, as far as they are still due and the first about their subject. */
export async function claimFound(
  tx: Reader,
  ids: string[],
  only: Only,
  options: ClaimOptions,
  lease: Lease,
): Promise<Claimed[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from delivery d
    where ${isOneOf(tx, 'd.delivery_id', ids)} and ${isDue(tx, options.now)} and ${isFirstOfSubject}
      and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
    order by d.due_at, d.delivery_id ${isPostgres(tx) ? sql`for update skip locked` : sql``}`.execute(tx)
  if (rows.length === 0) return []
  await leaseRows(tx, rows, options, lease)
  const bodies = await sql<Pick<Row, 'delivery_id' | 'body' | 'traceparent' | 'about'>>`
    select delivery_id, event.body, event.traceparent, event.subject as about from delivery
    join event on event.org_id = delivery.org_id and event.sequence = delivery.sequence
    where ${isOneOfRows(tx, rows)}`.execute(tx)
  const bodyOf = new Map(bodies.rows.map((row) => [row.delivery_id, row]))
  return rows.map((row) => toClaimed({ ...row, ...bodyOf.get(row.delivery_id) }, lease))
}
