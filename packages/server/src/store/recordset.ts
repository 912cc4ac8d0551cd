import { PostgresAdapter, type RawBuilder, sql } from 'kysely'
import type { Reader } from './schema.ts'

type ColumnType = 'text' | 'bigint' | 'double precision'

/** Whether statements are for PostgreSQL. */
export const isPostgres = (db: Reader): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/**
 * Rows of ours as a table in a statement. The rows are one parameter, so the statement's text is the same however many there
 * are, and it is prepared once.
 *
 * @param db which database it is for
 * @param name what the statement calls the table
 * @param columns the columns and their types
 * @param rows texts must not contain U+0000, which PostgreSQL can't store
 */
export function recordset<Row extends Record<string, unknown>>(
  db: Reader,
  name: string,
  columns: { [Column in keyof Row]: ColumnType },
  rows: readonly Row[],
): RawBuilder<unknown> {
  const typed = Object.entries(columns)
  const json = JSON.stringify(rows)
  if (isPostgres(db)) {
    const list = typed.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`)
    // Without the limit the planner expects a hundred rows, and reads whole tables to join them with one.
    return sql`(select * from json_to_recordset(${json}::json) as made (${sql.join(list)}) limit ${rows.length}) as ${sql.ref(name)}`
  }
  const list = typed.map(([column]) => sql`value ->> ${sql.lit(column)} as ${sql.ref(column)}`)
  return sql`(select ${sql.join(list)} from json_each(${json})) as ${sql.ref(name)}`
}

/** A condition: the column's value is one of a list, however long. */
export function isOneOf(db: Reader, column: string, values: readonly string[]): RawBuilder<boolean> {
  return isPostgres(db)
    ? sql<boolean>`${sql.ref(column)} = any(${values}::text[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
}
