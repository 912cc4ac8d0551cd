import { sql } from 'kysely'
import { isOneOf, isPostgres } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import type { Wish } from './claim.ts'
import { type ClaimOptions, columns, type Lease, type Row } from './claimed.ts'
import { due, findInTurn, inTurn } from './in-turn.ts'
import { leaseThese, these } from './lease.ts'

/** What comes in order is searched for without a lock, and locked then, if it is still so. */
export async function claimInOrder(
  tx: Tx,
  { endpointId, most, chains }: Wish,
  only: 'first' | 'all',
  options: ClaimOptions,
  lease: Lease,
): Promise<Row[]> {
  const found = chains ? await findInTurn(tx, endpointId, most, chains, options.now) : []
  if (found.length === 0) return []
  const { rows } = await sql<Row>`
    select ${columns} from delivery d
    where ${isOneOf(tx, 'd.delivery_id', found)} and ${due(tx, options.now)} and ${inTurn}
      and ${only === 'first' ? sql`d.attempts = 0` : sql`1 = 1`}
    order by d.due_at, d.delivery_id ${isPostgres(tx) ? sql`for update skip locked` : sql``}`.execute(tx)
  return leased(tx, rows, options, lease)
}

/** Leases what is locked, and reads what is to be sent. */
async function leased(tx: Tx, rows: Row[], options: ClaimOptions, lease: Lease): Promise<Row[]> {
  if (rows.length === 0) return []
  await leaseThese(tx, rows, options, lease)
  const bodies = await sql<Pick<Row, 'delivery_id' | 'body' | 'traceparent'>>`
    select delivery_id, event.body, event.traceparent from delivery
    join event on event.org_id = delivery.org_id and event.sequence = delivery.sequence where ${these(tx, rows)}`.execute(
    tx,
  )
  const bodyOf = new Map(bodies.rows.map((row) => [row.delivery_id, row]))
  return rows.map((row) => ({ ...row, ...bodyOf.get(row.delivery_id) }))
}
