import type { CompiledQuery } from 'kysely'

/**
 * A compiled statement that SQLite runs once for each of several lists of parameters. A statement for all of them, which unpacks rows from
 * JSON, takes SQLite three times as long.
 */
export class EachRow implements CompiledQuery {
  readonly query: CompiledQuery['query']
  readonly queryId: CompiledQuery['queryId']
  readonly sql: string
  readonly parameters: readonly unknown[] = []
  readonly rows: readonly (readonly unknown[])[]

  constructor({ query, queryId, sql }: CompiledQuery, rows: readonly (readonly unknown[])[]) {
    this.query = query
    this.queryId = queryId
    this.sql = sql
    this.rows = rows
  }
}
