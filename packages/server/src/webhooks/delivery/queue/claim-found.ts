import { sql } from 'kysely'
import { isOneOf, isPostgres } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { chooseDifferent, isRefused } from '../pace/refusals.ts'
import { findCandidates } from './candidates.ts'
import type { Wish } from './claimed.ts'
import { type Claimed, type ClaimOptions, claimed, columns, type Lease, type Row } from './claimed.ts'
import { leaseThese, these } from './lease.ts'
import { type Chains, due, findInTurn, inTurn } from './subject-order.ts'

/** How many deliveries are looked through at a time for some that the endpoint takes. */
const OLDEST = 200

/** Claims what comes in order: it is searched for without a lock, and locked then, if it is still so. */
export async function claimInOrder(
  tx: Tx,
  { endpointId, most }: Wish,
  chains: Chains,
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Claimed[]> {
  return claimFound(tx, await findInTurn(tx, endpointId, most, chains, options.now), only, options, lease)
}

/**
 * Claims deliveries to an endpoint that refuses some while it takes others: the others as far as there is room, and a few that it
 * may refuse beside them, so that however many those are, or however long they take, they hold up nothing else.
 */
export async function claimBeside(
  tx: Tx,
  { endpointId, most, chains }: Wish,
  { search, refusals, aside }: NonNullable<Wish['refusing']>,
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Claimed[]> {
  const candidates = await findCandidates(
    tx,
    endpointId,
    search,
    { isInOrder: chains !== undefined, oldest: OLDEST },
    options.now,
  )
  const refused = candidates.filter((one) => isRefused(refusals, one, options.now))
  const others = candidates.filter((one) => !refused.includes(one)).slice(0, most)
  const different = chooseDifferent(refused, refusals, aside)
  const beside = [...different, ...refused.filter((one) => !different.includes(one))].slice(0, aside)
  const ids = [...others, ...beside].map(({ deliveryId }) => deliveryId)
  const asideIds = new Set(beside.map(({ deliveryId }) => deliveryId))
  const found = await claimFound(tx, ids, only, options, lease)
  return found.map((one) => ({ ...one, aside: asideIds.has(one.deliveryId) }))
}

/** Claims deliveries that were found, as far as they are still due and it is still their turn. */
export async function claimFound(
  tx: Tx,
  found: string[],
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Claimed[]> {
  if (found.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from delivery d
    where ${isOneOf(tx, 'd.delivery_id', found)} and ${due(tx, options.now)} and ${inTurn}
      and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
    order by d.due_at, d.delivery_id ${isPostgres(tx) ? sql`for update skip locked` : sql``}`.execute(tx)
  return (await leased(tx, rows, options, lease)).map((row) => claimed(row, lease))
}

/** Leases what is locked, and reads what is to be sent. */
async function leased(tx: Tx, rows: Row[], options: ClaimOptions, lease: Lease): Promise<Row[]> {
  if (rows.length === 0) return []
  await leaseThese(tx, rows, options, lease)
  const bodies = await sql<Pick<Row, 'delivery_id' | 'body' | 'traceparent' | 'about'>>`
    select delivery_id, event.body, event.traceparent, event.subject as about from delivery
    join event on event.org_id = delivery.org_id and event.sequence = delivery.sequence where ${these(tx, rows)}`.execute(
    tx,
  )
  const bodyOf = new Map(bodies.rows.map((row) => [row.delivery_id, row]))
  return rows.map((row) => ({ ...row, ...bodyOf.get(row.delivery_id) }))
}
