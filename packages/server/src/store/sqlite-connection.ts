import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { Recent } from '../recent.ts'
import { EachRow } from './each-row.ts'

/** Runs statements on a `node:sqlite` database, which it prepares once. */
export class NodeSqliteConnection implements DatabaseConnection {
  private readonly statements = new Recent<string, { statement: StatementSync; reads: boolean }>(1000)
  private readonly database: DatabaseSync
  constructor(database: DatabaseSync) {
    this.database = database
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query
    const { statement, reads } = this.prepare(sql)
    if (query instanceof EachRow) {
      return { rows: query.rows.map((values) => statement.run(...(values as SQLInputValue[])).changes as Row) }
    }
    const values = parameters as SQLInputValue[]
    if (reads) return { rows: statement.all(...values) as Row[] }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  // biome-ignore lint/correctness/useYield: there is only one connection, and an open cursor would block all others.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('SQLite results are read in pages, not streamed')
  }

  /** Preparing costs as much as running, so up to a thousand statements are kept. */
  private prepare(sql: string): { statement: StatementSync; reads: boolean } {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    const prepared = { statement, reads: statement.columns().length > 0 }
    this.statements.set(sql, prepared)
    return prepared
  }
}
