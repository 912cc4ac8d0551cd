import { type RawBuilder, sql } from 'kysely'
import { steadyNow } from '../../../store/lease-time.ts'
import { isPostgres } from '../../../store/recordset.ts'
import type { Reader } from '../../../store/schema.ts'
import { type Placing, statement } from '../../../store/statement.ts'
import type { Store } from '../../../store/store.ts'
import type { Lease } from '../pace/claimed.ts'
import type { Claims, SearchPosition, Wish } from '../pace/wish.ts'
import { claimBeside, claimInOrder } from './claim-found.ts'
import { type ClaimOptions, columns, type Only, type Row, toClaimed } from './claimed-row.ts'
import { leaseEnd, leaseRows, newLease } from './lease.ts'
import { isDue } from './subject-order.ts'

/** Claims due deliveries as {@link claimDue} does, in a transaction of its own that waits for no disk. */
export function claimAlone(store: Store, wishes: Wish[], only: Only, options: ClaimOptions): Promise<Claims> {
  // One statement alone is a transaction, without a message to begin it and one to end it.
  if (store.dialect === 'postgres' && wishes.every(isPlain)) return claimDue(store.db, wishes, only, options)
  return store.lease((tx) => claimDue(tx, wishes, only, options))
}

/** True if nothing has to be searched: the oldest deliveries are the ones to claim. */
const isPlain = ({ isInOrder, refusing }: Wish): boolean => !isInOrder && !refusing

/** Claims due deliveries of some endpoints, oldest first. The lease's id fences off a process that comes back after its lease ended. */
export async function claimDue(db: Reader, wishes: Wish[], only: Only, options: ClaimOptions): Promise<Claims> {
  const lease = newLease(options)
  const plain = wishes.filter(isPlain)
  const claim = isPostgres(db) ? claimAtOnce : claimOneByOne
  const rows = plain.length > 0 ? await claim(db, plain, only, options, lease) : []
  const claimed = rows.map((row) => toClaimed(row, lease))
  const positions = new Map<string, SearchPosition>()
  for (const wish of wishes) {
    if (isPlain(wish)) continue
    const searched = wish.refusing
      ? await claimBeside(db, wish, wish.refusing, only, options, lease)
      : await claimInOrder(db, wish, only, options, lease)
    claimed.push(...searched.claimed)
    positions.set(wish.endpointId, searched.position)
  }
  return { claimed, positions }
}

type Due = { isDue: RawBuilder<boolean>; endpointId: unknown; most: unknown; only: Only }

const oldest = ({ isDue, endpointId, most, only }: Due) => sql<Row>`
  select ${columns} from delivery d
  where d.endpoint_id = ${endpointId} and ${isDue} and d.subject is null
    and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
  order by d.due_at, d.delivery_id limit ${most}`

/**
 * Claims with one statement for all endpoints, which passes over what another process is claiming. Like {@link Store.lease}, it waits for
 * no disk.
 */
async function claimAtOnce(
  db: Reader,
  wishes: Wish[],
  only: Only,
  options: ClaimOptions,
  { leaseId }: Lease,
): Promise<Row[]> {
  const ids = wishes.map(({ endpointId }) => endpointId)
  const numbers = wishes.map(({ most }) => most)
  const ofEndpoint = oldest({
    isDue: isDue(db, options.now),
    endpointId: sql.ref('lane.endpoint_id'),
    most: sql.ref('lane.most'),
    only,
  })
  const { rows } = await sql<Row>`
    with unsynced as materialized (select set_config('synchronous_commit', 'off', true)),
    due as materialized (
      select one.* from unsynced cross join unnest(${ids}::text[], ${numbers}::int[]) as lane (endpoint_id, most)
      cross join lateral (${ofEndpoint} for update skip locked) one
      -- Without it the planner expects thousands, and reads whole tables to join them; and with org_id in the join below it
      -- looks, before there are statistics, through all that an organisation has.
      limit ${numbers.reduce((sum, one) => sum + one, 0)}
    )
    update delivery set lease_id = ${leaseId}, lease_until = ${leaseEnd(db, options)}
    from due d join event on event.org_id = d.org_id and event.sequence = d.sequence
    where delivery.delivery_id = d.delivery_id
    returning ${columns}, event.body, event.traceparent, event.subject as about`.execute(db)
  return rows.sort((a, b) => a.due_at - b.due_at || (a.delivery_id < b.delivery_id ? -1 : 1))
}

/** SQLite has no lateral joins; a statement costs it microseconds, and nobody else writes meanwhile. */
async function claimOneByOne(
  db: Reader,
  wishes: Wish[],
  only: Only,
  options: ClaimOptions,
  lease: Lease,
): Promise<Row[]> {
  const find = only === 'first' ? findNew : findOldest
  const [now, leased] = [options.now, Math.round(steadyNow())]
  const rows: Row[] = []
  for (const { endpointId, most } of wishes) rows.push(...(await find(db, { endpointId, most, now, leased })))
  if (rows.length > 0) await leaseRows(db, rows, options, lease)
  return rows
}

type OfEndpoint = { endpointId: string; most: number; now: number; leased: number }

const find = (only: Only) =>
  statement((db, $: Placing<OfEndpoint>) => {
    const due = oldest({ isDue: isDue(db, $('now'), $('leased')), endpointId: $('endpointId'), most: $('most'), only })
    const found = sql<Row>`
      select d.*, event.body, event.traceparent, event.subject as about from (${due}) d
      join event on event.org_id = d.org_id and event.sequence = d.sequence`
    return { compile: () => found.compile(db) }
  })

const findOldest = find('all')
const findNew = find('first')
