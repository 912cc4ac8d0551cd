import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'

/**
 * Reads a member of the JSON in a column as text, by an expression that can be indexed.
 *
 * @param db selects the dialect
 */
export function jsonText(db: Pick<Kysely<unknown>, 'getExecutor'>, column: string, member: string): RawBuilder<string> {
  const place = sql.ref(column)
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<string>`(${place}::json ->> ${sql.lit(member)})`
    : sql<string>`json_extract(${place}, ${sql.lit(`$.${member}`)})`
}
