import { type RawBuilder, sql } from 'kysely'
import { isPostgres, recordset } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { insertEachRow, type Placing, statementForEach } from '../../../store/statement.ts'
import { type AttemptRow, attemptColumns, attemptRow } from './attempt-row.ts'
import type { Result } from './result.ts'

/**
 * Writes attempts, and the new states of their deliveries, as far as the leases still hold.
 *
 * @returns the results whose lease still held
 */
export async function recordRows(tx: Tx, results: Result[]): Promise<Result[]> {
  if (results.length === 0) return []
  return isPostgres(tx) ? recordAtOnce(tx, results) : recordEach(tx, results)
}

/** One statement, because each costs a message to PostgreSQL and back. */
async function recordAtOnce(tx: Tx, results: Result[]): Promise<Result[]> {
  const rows = results.map((result) => ({ ...attemptRow(result), ...stateRow(result) }))
  const columns = Object.keys(attemptColumns)
  const inserted = sql.join(columns.map((column) => sql.ref(column)))
  const values = sql.join(columns.map((column) => sql.ref(`made.${column}`)))
  // The delivery by the id alone: before there are statistics PostgreSQL would search everything that an organisation has.
  const updated = await sql<{ delivery_id: string }>`
    with made as materialized (select * from ${recordset(tx, 'made', { ...attemptColumns, ...stateColumns }, rows)}),
    updated as (
      update delivery set ${newState((column) => sql.ref(`made.${column}`))} from made
      where delivery.delivery_id = made.delivery_id and delivery.lease_id = made.lease_id
      returning delivery.delivery_id
    ),
    inserted as (
      insert into attempt (${inserted}) select ${values} from updated join made on made.delivery_id = updated.delivery_id
    )
    select delivery_id from updated`.execute(tx)
  const ids = new Set(updated.rows.map(({ delivery_id }) => delivery_id))
  return results.filter(({ made }) => ids.has(made.claimed.deliveryId))
}

async function recordEach(tx: Tx, results: Result[]): Promise<Result[]> {
  const changed = await updateEach(tx, results.map(stateRow))
  const accepted = results.filter((_, n) => changed[n] === 1)
  await insertEach(tx, accepted.map(attemptRow))
  return accepted
}

const updateEach = statementForEach((db, $: Placing<StateRow>) => {
  const update = sql`update delivery set ${newState($)} where delivery_id = ${$('delivery_id')} and lease_id = ${$('lease_id')}`
  return { compile: () => update.compile(db) }
})

const insertEach = insertEachRow<AttemptRow>('attempt', Object.keys(attemptColumns) as (keyof AttemptRow)[])

/** The new state of a delivery. One that was given up in the meantime changes only if the attempt succeeded. */
function newState(of: (column: keyof StateRow) => RawBuilder<unknown>): RawBuilder<unknown> {
  const decides = sql`(delivery.status = 'pending' or ${of('status')} = 'succeeded')`
  return sql`attempts = ${of('attempts')}, lease_id = null, lease_until = 0,
    status = case when ${decides} then ${of('status')} else delivery.status end,
    counted = case when ${decides} then ${of('used_up')} else delivery.counted end,
    due_at = case when ${decides} then coalesce(${of('due_at')}, delivery.due_at) else delivery.due_at end,
    finished_at = case when ${decides} then ${of('finished_at')} else delivery.finished_at end`
}

type StateRow = ReturnType<typeof stateRow>

const stateRow = ({ made: { claimed, endedAt }, number, counts, outcome }: Result) => ({
  delivery_id: claimed.deliveryId,
  lease_id: claimed.leaseId,
  status: outcome.delivery,
  attempts: number,
  used_up: claimed.counted + (counts ? 1 : 0),
  due_at: outcome.delivery === 'pending' ? outcome.dueAt : null,
  finished_at: outcome.delivery === 'pending' ? null : endedAt,
})

const stateColumns = {
  delivery_id: 'text',
  lease_id: 'text',
  status: 'text',
  attempts: 'bigint',
  used_up: 'bigint',
  due_at: 'bigint',
  finished_at: 'bigint',
} as const satisfies Record<keyof StateRow, string>
