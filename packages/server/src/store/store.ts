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
  /** Calls `listener` after each commit that made deliveries. */
  onDeliveries(listener: () => void): void
  close(): Promise<void>
}

/** The database can't be reached, or can't write: nothing was changed and it is worth trying again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** Another transaction holds a lock for too long. */
export class LockTimeout extends StoreUnavailable {
  override name = 'LockTimeout'
}

const withDeliveries = new WeakSet<Tx>()

/** Notes that a transaction made deliveries, so that they leave as soon as it commits. */
export function markDeliveries(tx: Tx): void {
  withDeliveries.add(tx)
}

/** Whether {@link markDeliveries} was called for a transaction. */
export function madeDeliveries(tx: Tx): boolean {
  return withDeliveries.has(tx)
}
