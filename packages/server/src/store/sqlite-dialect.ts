import type { DatabaseSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { NodeSqliteConnection } from './sqlite-connection.ts'

/** `node:sqlite` for Kysely. Its driver decides how transactions share the one connection; by default they take turns. */
export class NodeSqliteDialect implements Dialect {
  private readonly driver: Driver
  constructor(database: DatabaseSync, driver: Driver = new NodeSqliteDriver(database)) {
    this.driver = driver
  }
  createDriver = () => this.driver
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new NodeSqliteAdapter()
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db)
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** SQLite can roll back a change of its tables, so a migration is all or nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
  /** The driver makes transactions wait for each other, so Kysely need not. */
  override get supportsMultipleConnections(): boolean {
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

/** Runs single statements, each at once: they are synchronous, so they can't overlap. */
export class ReadDriver implements Driver {
  private readonly database: DatabaseSync
  private readonly connection: NodeSqliteConnection
  constructor(database: DatabaseSync) {
    this.database = database
    this.connection = new NodeSqliteConnection(database)
  }
  async init(): Promise<void> {}
  acquireConnection = async () => this.connection
  releaseConnection = async () => {}
  beginTransaction = () => noTransactions()
  commitTransaction = () => noTransactions()
  rollbackTransaction = () => noTransactions()
  async destroy(): Promise<void> {
    this.database.close()
  }
}

async function noTransactions(): Promise<never> {
  throw new Error('Transactions run on the connection that writes')
}
