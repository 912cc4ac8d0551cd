import { holdConnection } from './held-connection.ts'
import type { Listener, Neighbours } from './neighbours.ts'
import type { Tx } from './schema.ts'
import type { Store, Writing } from './store.ts'
import { type LeftBehind, type Moment, Transacted, type Work } from './work.ts'

type Parts = Pick<Store, 'dialect' | 'db' | 'scrub' | 'close'> & {
  /** Runs a transaction, again after a conflict; throws {@link StoreUnavailable} in an outage. */
  transaction<Result>(run: (tx: Tx) => Promise<Result>, options?: Writing): Promise<Result>
  /** A transaction that waits for no disk. */
  lease<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Joins the other servers on the same database; left out where there can be none. */
  join?: (listener: Listener) => Neighbours
}

/** Makes a store of a database: runs rules as units of work, and notifies listeners of what each commit leaves behind. */
export function createStore({ dialect, db, transaction, lease, join, scrub, close }: Parts): Store {
  const listeners = new Map<LeftBehind, Listener>()
  let onRecorded: (types: readonly string[]) => void = () => {}
  const announce: Listener = (task, subjects) => listeners.get(task)?.(task, subjects)
  const neighbours = join?.(announce)
  // A statement on SQLite ends before the next can begin.
  if (dialect === 'sqlite') void holdConnection(db)
  return {
    dialect,
    db,
    async write<Result>(at: Moment, rule: (work: Work) => Promise<Result>, options?: Writing) {
      const { work, result } = await transaction(async (tx) => {
        await holdConnection(tx)
        const work = new Transacted(tx, at)
        const result = await rule(work)
        // PostgreSQL answers a commit after everything that was sent before it, and refuses it if anything failed.
        if (dialect === 'sqlite') await work.settled()
        return { work, result }
      }, options)
      for (const [task, subjects] of work.left) announce(task, [...subjects])
      onRecorded(work.recorded)
      neighbours?.tell(work.left)
      for (const done of work.done) done()
      return result
    },
    transaction,
    lease,
    scrub,
    onLeft(task, listener) {
      listeners.set(task, (_, subjects) => listener(subjects))
    },
    onRecorded(listener) {
      onRecorded = listener
    },
    async close() {
      await neighbours?.close()
      await close()
    },
  }
}
