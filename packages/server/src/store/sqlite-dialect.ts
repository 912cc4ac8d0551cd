import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { Recent } from '../recent.ts'
import { EachRow } from './each-row.ts'

/** `node:sqlite` for Kysely: one connection, used by one query or transaction at a time. */
export class NodeSqliteDialect implements Dialect {
  private readonly database: DatabaseSync
  constructor(database: DatabaseSync) {
    this.database = database
  }
  createDriver = () => new NodeSqliteDriver(this.database)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new TransactionalSqliteAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

/** SQLite can roll back a change of its tables, so a migration is all or nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class NodeSqliteDriver implements Driver {
  private readonly database: DatabaseSync
  private readonly connection: NodeSqliteConnection
  private turn: Promise<void> = Promise.resolve()
  private release: () => void = () => {}

  constructor(database: DatabaseSync) {
    this.database = database
    this.connection = new NodeSqliteConnection(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.turn
    const { promise, resolve } = Promise.withResolvers<void>()
    this.turn = promise
    await before
    this.release = resolve
    return this.connection
  }

  async releaseConnection(): Promise<void> {
    this.release()
  }

  // Immediate: a transaction that began with a read would fail at its first write if another one had written in between.
  beginTransaction = (connection: DatabaseConnection) => run(connection, 'begin immediate')
  commitTransaction = (connection: DatabaseConnection) => run(connection, 'commit')

  /** On a full disk SQLite has often rolled back by itself; a second rollback would fail and hide the cause. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.isTransaction) await run(connection, 'rollback')
  }

  async destroy(): Promise<void> {
    this.database.close()
  }
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql))
}

class NodeSqliteConnection implements DatabaseConnection {
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
