import type { Database, Tx } from './schema.ts'
import type { LeftBehind, Moment, Work } from './work.ts'

/** The database with all data: SQLite in a directory, or PostgreSQL. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres'
  /** For reading outside a transaction. */
  readonly db: Database
  /**
   * Runs a rule in one transaction that is durable when the promise resolves. The rule may run again after a deadlock, so it
   * must do nothing but read and write through its work.
   *
   * @throws {StoreUnavailable} if the database can't be reached or can't write
   */
  write<Result>(at: Moment, rule: (work: Work) => Promise<Result>, options?: Writing): Promise<Result>
  /** Runs a transaction that needs no business time and leaves nothing behind. See {@link write}. */
  transaction<Result>(run: (tx: Tx) => Promise<Result>, options?: Writing): Promise<Result>
  /**
   * Runs a transaction that only takes leases or gives them back. It need not wait for the disk: a crash of the database or of the machine
   * may undo it, which frees what was leased, as the end of the lease would have. See {@link write}.
   */
  lease<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>
  /**
   * Calls `listener` after each commit that left a task of this kind behind, on PostgreSQL also after commits of other servers.
   * The list of subjects is empty if it is not known for whom.
   */
  onLeft(task: LeftBehind, listener: (subjects: readonly string[]) => void): void
  /** Calls `listener` after each commit of this server that recorded events, with the type of each. */
  onRecorded(listener: (types: readonly string[]) => void): void
  /**
   * Removes what deleted and changed rows of tables have left in the files, as far as the server can: SQLite overwrites rows at once and
   * empties its log here; PostgreSQL makes the space free for other rows, and renews the statistics, which contain values.
   */
  scrub(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}

export type Writing = {
  /**
   * True for a transaction with many rows, such as a page of a long task: on SQLite it has a commit of its own, so that short
   * ones are not answered later because of it.
   */
  isLong?: boolean
}

/** The database can't be reached, or can't write: nothing was changed and it is worth trying again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** True if a statement failed because another transaction held a lock for too long (PostgreSQL's lock_not_available). */
export function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : error
  return (cause as { code?: unknown } | undefined)?.code === '55P03'
}

/** A row changed between a read and its lock: the transaction is rolled back and run again, as after a deadlock. */
export class StaleRead extends Error {
  override name = 'StaleRead'
  /** serialization_failure, PostgreSQL's code for the same. */
  readonly code = '40001'
}
