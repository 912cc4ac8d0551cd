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
  /**
   * Calls `listener` after each commit that left something of this kind to do, on PostgreSQL also after those of other servers.
   * It is told for whom, or nobody when that is not known.
   */
  onLeft(what: LeftBehind, listener: (subjects: readonly string[]) => void): void
  /** Calls `listener` after each commit of this server that recorded events, with the type of each. */
  onRecorded(listener: (types: readonly string[]) => void): void
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
export type LeftBehind = 'deliveries' | 'due_work' | 'challenges' | 'events'

/** What is left to do, and for whom; an empty set where that is not known. */
export type Left = ReadonlyMap<LeftBehind, ReadonlySet<string>>

const left = new WeakMap<Tx, Map<LeftBehind, Set<string>>>()

/**
 * Notes that a transaction leaves something to do, so that it is begun as soon as the transaction commits.
 *
 * @param subjects for whom, as the ids of endpoints, or of the organisations that have new events
 */
export function leave(tx: Tx, what: LeftBehind, ...subjects: string[]): void {
  const noted = left.get(tx) ?? new Map<LeftBehind, Set<string>>()
  left.set(tx, noted)
  const known = noted.get(what)
  // Once it was not known for whom, it is not known.
  if (known?.size === 0) return
  if (subjects.length === 0 || !known) noted.set(what, new Set(subjects))
  else for (const subject of subjects) known.add(subject)
}

/** What {@link leave} noted of a transaction. */
export function leftBehind(tx: Tx): Left {
  return left.get(tx) ?? new Map()
}

const recorded = new WeakMap<Tx, string[]>()

/** Notes that a transaction records an event of a type. */
export function noteRecorded(tx: Tx, type: string): void {
  const types = recorded.get(tx)
  if (types) types.push(type)
  else recorded.set(tx, [type])
}

/** What {@link noteRecorded} noted of a transaction. */
export function recordedIn(tx: Tx): readonly string[] {
  return recorded.get(tx) ?? []
}
