import type { DatabaseSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { NodeSqliteConnection } from './sqlite-connection.ts'
import { StoreUnavailable } from './store.ts'

/**
 * Runs Kysely's transactions as members of one SQLite transaction: the first begins it, each of the others is a savepoint in it, and
 * {@link commit} ends it for all of them. Members must run one after another.
 */
export class GroupDriver implements Driver {
  private readonly connection: NodeSqliteConnection
  private readonly run: Record<'begin' | 'commit' | 'rollback' | 'savepoint' | 'release' | 'back', () => void>
  private readonly database: DatabaseSync
  private member: Member | undefined
  private isEmpty = true

  constructor(database: DatabaseSync) {
    this.database = database
    this.connection = new NodeSqliteConnection(database)
    const prepare = (sql: string) => {
      const statement = database.prepare(sql)
      return () => void statement.run()
    }
    this.run = {
      // Immediate: a transaction that began with a read would fail at its first write if another program had written in between.
      begin: prepare('begin immediate'),
      commit: prepare('commit'),
      rollback: prepare('rollback'),
      savepoint: prepare('savepoint member'),
      release: prepare('release member'),
      back: prepare('rollback to member'),
    }
  }

  /** False once SQLite has rolled the transaction back by itself, for example on a full disk. */
  get isOpen(): boolean {
    return this.database.isTransaction
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.member = new Member(this, this.connection)
    return this.member
  }

  async releaseConnection(): Promise<void> {}

  /** Begins the transaction of a group. */
  begin(): void {
    if (this.isOpen) this.run.rollback()
    this.run.begin()
    this.isEmpty = true
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const member = connection as Member
    member.isFirst = this.isEmpty
    if (!member.isFirst) this.run.savepoint()
    this.isEmpty = false
    member.isRunning = true
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const member = connection as Member
    member.requireRunning()
    member.isRunning = false
    if (!member.isFirst) this.run.release()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.rollback(connection as Member)
  }

  /** On a full disk SQLite has often rolled back everything by itself; a second rollback would fail and hide the cause. */
  private rollback(member: Member): void {
    if (!member.isRunning) return
    member.isRunning = false
    if (!this.isOpen) return
    if (member.isFirst) this.run.rollback()
    else {
      this.run.back()
      this.run.release()
    }
  }

  /** Rolls back the member that is running; its later statements fail. Returns false if none is. */
  abandon(): boolean {
    if (!this.member?.isRunning) return false
    this.rollback(this.member)
    return true
  }

  /** Commits the members that have ended. Rolls all of them back if that fails, and throws. */
  commit(): void {
    try {
      this.run.commit()
    } catch (error) {
      if (this.isOpen) this.run.rollback()
      throw error
    }
  }

  async destroy(): Promise<void> {
    this.database.close()
  }
}

/** One transaction's view of the connection, from its beginning to its end. */
class Member implements DatabaseConnection {
  isFirst = false
  isRunning = false
  private readonly driver: GroupDriver
  private readonly connection: NodeSqliteConnection
  constructor(driver: GroupDriver, connection: NodeSqliteConnection) {
    this.driver = driver
    this.connection = connection
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.requireRunning()
    return this.connection.executeQuery<Row>(query)
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    return this.connection.streamQuery<Row>()
  }

  /** @throws {StoreUnavailable} if the transaction is over: another's statement must not run in its place, or outside of any. */
  requireRunning(): void {
    if (!this.isRunning || !this.driver.isOpen) throw new StoreUnavailable('The transaction was rolled back')
  }
}
