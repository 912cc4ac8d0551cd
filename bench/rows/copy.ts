import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../packages/server/src/store/schema.ts'

/** A value of every copy, or its expression, which may use `numbers.n`, the number of the copy from 0 on. */
type Change = string | number | null | RawBuilder<unknown>

/**
 * Copies a row many times by one statement, a hundred thousand rows a second. A copy works on the tables of any commit: columns that
 * nobody names here have the values of the row.
 *
 * @param key the row to copy, by some of its columns
 * @param changes the columns that differ; those that the table does not have are left out
 */
export async function copyRow(
  db: Database,
  table: string,
  key: Record<string, string | number>,
  count: number,
  changes: Record<string, Change>,
): Promise<void> {
  const where = sql.join(
    Object.entries(key).map(([column, value]) => sql`${sql.ref(`source.${column}`)} = ${value}`),
    sql` and `,
  )
  const found = await sql<object>`select * from ${sql.table(table)} as source where ${where} limit 1`.execute(db)
  if (!found.rows[0]) throw new Error(`${table} has no row with ${JSON.stringify(key)}`)
  const columns = Object.keys(found.rows[0])
  const values = columns.map((column) => expression(column, changes[column]))
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    ${numbered(db, count)}
    select ${sql.join(values)} from (select * from ${sql.table(table)} as source where ${where} limit 1) as source
    cross join numbers`.execute(db)
}

function expression(column: string, change: Change | undefined): RawBuilder<unknown> {
  if (change === undefined) return sql.ref(`source.${column}`)
  return typeof change === 'object' && change !== null ? change : sql.lit(change)
}

const numbered = (db: Database, count: number) =>
  isPostgres(db)
    ? sql`with numbers as (select n::bigint from generate_series(0, ${sql.lit(count - 1)}) as n)`
    : sql`with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${sql.lit(count - 1)})`

const isPostgres = (db: Database) => db.getExecutor().adapter.constructor.name === 'PostgresAdapter'

/** Ids of many copies that are like no others, ascending like the platform's own. */
export type Ids = {
  /** The id of the nth copy. */
  at(n: number): string
  /** Its expression; `n` is the number of the copy by default. */
  sql(db: Database, n?: RawBuilder<unknown>): RawBuilder<unknown>
}

let series = 0

/** Begins a series of ids. @param prefix as in `newId` */
export function newIds(prefix: string): Ids {
  // Ids of the same length as a UUID, behind any that are made from the clock.
  const start = 0x7000_0000_0000 + ++series * 0x1_0000_0000
  const of = `${prefix}_${'f'.repeat(20)}`
  return {
    at: (n) => of + (start + n).toString(16),
    sql: (db, n = sql`numbers.n`) =>
      isPostgres(db)
        ? sql`${sql.lit(of)} || to_hex(${sql.lit(start)} + ${n})`
        : sql`${sql.lit(of)} || printf('%x', ${sql.lit(start)} + ${n})`,
  }
}
