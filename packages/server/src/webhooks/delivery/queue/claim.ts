import { sql } from 'kysely'
import { isPostgres } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { claimBeside, claimInOrder } from './claim-found.ts'
import { type Claimed, type ClaimOptions, claimed, columns, type Lease, type Row, type Wish } from './claimed.ts'
import { leaseEnd, leaseThese, newLease } from './lease.ts'
import { due } from './subject-order.ts'

/**
 * Claims what is due of some endpoints, oldest first. The lease's id fences off a process that comes back after its lease ended.
 *
 * @param only `first`: no retries
 */
export async function claimDue(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
): Promise<Claimed[]> {
  const lease = newLease(options)
  const plain = wishes.filter(({ chains, refusing }) => !chains && !refusing)
  const claim = isPostgres(tx) ? claimAtOnce : claimOneByOne
  const rows = plain.length > 0 ? await claim(tx, plain, only, options, lease) : []
  const made = rows.map((row) => claimed(row, lease))
  for (const wish of wishes) {
    if (wish.refusing) made.push(...(await claimBeside(tx, wish, wish.refusing, only, options, lease)))
    else if (wish.chains) made.push(...(await claimInOrder(tx, wish, wish.chains, only, options, lease)))
  }
  return made
}

const oldest = (tx: Tx, endpointId: unknown, most: unknown, only: 'first' | 'all', now: number) => sql<Row>`
  select ${columns} from delivery d
  where d.endpoint_id = ${endpointId} and ${due(tx, now)} and d.subject is null
    and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
  order by d.due_at, d.delivery_id limit ${most}`

/** One statement for all lanes, which passes over what another process is claiming. */
async function claimAtOnce(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
  { leaseId }: Lease,
): Promise<Row[]> {
  const ids = wishes.map(({ endpointId }) => endpointId)
  const numbers = wishes.map(({ most }) => most)
  const ofLane = oldest(tx, sql.ref('lane.endpoint_id'), sql.ref('lane.most'), only, options.now)
  const { rows } = await sql<Row>`
    with due as materialized (
      select one.* from unnest(${ids}::text[], ${numbers}::int[]) as lane (endpoint_id, most)
      cross join lateral (${ofLane} for update skip locked) one
      -- Without it the planner expects thousands, and reads whole tables to join them; and with org_id in the join below it
      -- looks, before there are statistics, through all that an organisation has.
      limit ${numbers.reduce((sum, one) => sum + one, 0)}
    )
    update delivery set lease_id = ${leaseId}, lease_until = ${leaseEnd(tx, options)}
    from due d join event on event.org_id = d.org_id and event.sequence = d.sequence
    where delivery.delivery_id = d.delivery_id
    returning ${columns}, event.body, event.traceparent, event.subject as about`.execute(tx)
  return rows.sort((a, b) => a.due_at - b.due_at || (a.delivery_id < b.delivery_id ? -1 : 1))
}

/** SQLite has no lateral joins; a statement costs it microseconds, and nobody else writes meanwhile. */
async function claimOneByOne(
  tx: Tx,
  wishes: Wish[],
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Row[]> {
  const rows: Row[] = []
  for (const { endpointId, most } of wishes) {
    const due = oldest(tx, endpointId, most, only, options.now)
    const found = await sql<Row>`
      select d.*, event.body, event.traceparent, event.subject as about from (${due}) d
      join event on event.org_id = d.org_id and event.sequence = d.sequence`.execute(tx)
    rows.push(...found.rows)
  }
  if (rows.length > 0) await leaseThese(tx, rows, options, lease)
  return rows
}
