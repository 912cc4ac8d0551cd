import type { Database, Tx } from './schema.ts'

/** Where everything is kept: SQLite in a directory, or PostgreSQL. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres'
  /** For reading outside a transaction. */
  readonly db: Database
  /**
   * Runs `work` in one transaction that is durable when the promise resolves. `work` may run again after a deadlock, so it does
   * nothing but read and write through `tx`.
   *
   * @throws {StoreUnavailable} when the database can't be reached or can't write
   */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Calls `listener` after each commit that left something of this kind to do. */
  onLeft(what: LeftBehind, listener: () => void): void
  close(): Promise<void>
}

/** The database can't be reached, or can't write: nothing was changed and it is worth trying again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** Whether a statement failed because another transaction held a lock for too long (PostgreSQL's lock_not_available). */
export function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : error
  return (cause as { code?: unknown } | undefined)?.code === '55P03'
}

/** What was read before a lock is no longer so under it: the transaction is undone and run again, as after a deadlock. */
export class StaleRead extends Error {
  override name = 'StaleRead'
  /** serialization_failure, by which PostgreSQL says the same. */
  readonly code = '40001'
}

/** What a transaction can leave behind for others to do once it has committed. */
export type LeftBehind = 'deliveries' | 'due_work' | 'challenges'

const left = new WeakMap<Tx, Set<LeftBehind>>()

/** Notes that a transaction leaves something to do, so that it is begun as soon as the transaction commits. */
export function leave(tx: Tx, what: LeftBehind): void {
  const noted = left.get(tx) ?? new Set()
  left.set(tx, noted.add(what))
}

/** What {@link leave} noted of a transaction. */
export function leftBehind(tx: Tx): ReadonlySet<LeftBehind> {
  return left.get(tx) ?? new Set()
}
