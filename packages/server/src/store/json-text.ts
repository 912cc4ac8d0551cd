import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'

/**
 * The text of a member of the JSON in a column, as an expression that an index can be made of.
 *
 * @param db says which database it is for
 */
export function jsonText(db: Pick<Kysely<unknown>, 'getExecutor'>, column: string, member: string): RawBuilder<string> {
  const place = sql.ref(column)
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<string>`(${place}::json ->> ${sql.lit(member)})`
    : sql<string>`json_extract(${place}, ${sql.lit(`$.${member}`)})`
}
