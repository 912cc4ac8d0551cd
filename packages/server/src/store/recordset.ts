import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Reader } from './schema.ts'

type ColumnType = 'text' | 'bigint' | 'double precision'

/** True if statements are for PostgreSQL. */
export const isPostgres = (db: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

/**
 * Makes rows a table in a statement. They are one parameter, so the text does not depend on their number and the statement is prepared
 * once.
 *
 * @param db selects the dialect
 * @param name of the table in the statement
 * @param columns the columns and their types
 * @param rows texts must not contain U+0000, which PostgreSQL can't store
 */
export function recordset<Row extends Record<string, unknown>>(
  db: Pick<Kysely<unknown>, 'getExecutor'>,
  name: string,
  columns: { [Column in keyof Row]: ColumnType },
  rows: readonly Row[],
): RawBuilder<unknown> {
  const typed = Object.entries(columns)
  const json = JSON.stringify(rows)
  if (isPostgres(db)) {
    const list = typed.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`)
    // Without the limit the planner expects a hundred rows, and scans whole tables to join them with one row.
    return sql`(select * from json_to_recordset(${json}::json) as made (${sql.join(list)}) limit ${rows.length}) as ${sql.ref(name)}`
  }
  const list = typed.map(([column]) => sql`value ->> ${sql.lit(column)} as ${sql.ref(column)}`)
  return sql`(select ${sql.join(list)} from json_each(${json})) as ${sql.ref(name)}`
}

/** A condition: the column's value is in a list of any length. */
export function isOneOf(db: Reader, column: string, values: readonly string[]): RawBuilder<boolean> {
  return isPostgres(db)
    ? sql<boolean>`${sql.ref(column)} = any(${values}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}
