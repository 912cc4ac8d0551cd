import { sql } from 'kysely'
import { isPostgres } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Lease } from '../pace/claimed.ts'
import type { Claims, SearchPosition, Wish } from '../pace/wish.ts'
import { claimBeside, claimInOrder } from './claim-found.ts'
import { type ClaimOptions, columns, type Only, type Row, toClaimed } from './claimed-row.ts'
import { leaseEnd, leaseRows, newLease } from './lease.ts'
import { isDue } from './subject-order.ts'

/** Claims due deliveries of some endpoints, oldest first. The lease's id fences off a process that comes back after its lease ended. */
export async function claimDue(tx: Tx, wishes: Wish[], only: Only, options: ClaimOptions): Promise<Claims> {
  const lease = newLease(options)
  const plain = wishes.filter(({ isInOrder, refusing }) => !isInOrder && !refusing)
  const claim = isPostgres(tx) ? claimAtOnce : claimOneByOne
  const rows = plain.length > 0 ? await claim(tx, plain, only, options, lease) : []
  const claimed = rows.map((row) => toClaimed(row, lease))
  const positions = new Map<string, SearchPosition>()
  for (const wish of wishes) {
    if (!wish.isInOrder && !wish.refusing) continue
    const searched = wish.refusing
      ? await claimBeside(tx, wish, wish.refusing, only, options, lease)
      : await claimInOrder(tx, wish, only, options, lease)
    claimed.push(...searched.claimed)
    positions.set(wish.endpointId, searched.position)
  }
  return { claimed, positions }
}

const oldest = (tx: Tx, endpointId: unknown, most: unknown, only: Only, now: number) => sql<Row>`
  select ${columns} from delivery d
  where d.endpoint_id = ${endpointId} and ${isDue(tx, now)} and d.subject is null
    and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
  order by d.due_at, d.delivery_id limit ${most}`

/** Claims with one statement for all endpoints, which passes over what another process is claiming. */
async function claimAtOnce(
  tx: Tx,
  wishes: Wish[],
  only: Only,
  options: ClaimOptions,
  { leaseId }: Lease,
): Promise<Row[]> {
  const ids = wishes.map(({ endpointId }) => endpointId)
  const numbers = wishes.map(({ most }) => most)
  const ofEndpoint = oldest(tx, sql.ref('lane.endpoint_id'), sql.ref('lane.most'), only, options.now)
  const { rows } = await sql<Row>`
    with due as materialized (
      select one.* from unnest(${ids}::text[], ${numbers}::int[]) as lane (endpoint_id, most)
      cross join lateral (${ofEndpoint} for update skip locked) one
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
async function claimOneByOne(tx: Tx, wishes: Wish[], only: Only, options: ClaimOptions, lease: Lease): Promise<Row[]> {
  const rows: Row[] = []
  for (const { endpointId, most } of wishes) {
    const due = oldest(tx, endpointId, most, only, options.now)
    const found = await sql<Row>`
      select d.*, event.body, event.traceparent, event.subject as about from (${due}) d
      join event on event.org_id = d.org_id and event.sequence = d.sequence`.execute(tx)
    rows.push(...found.rows)
  }
  if (rows.length > 0) await leaseRows(tx, rows, options, lease)
  return rows
}
