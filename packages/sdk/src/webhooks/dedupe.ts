import { HandlerTimeoutError, PermanentError } from './error.ts'
import type { Receipt } from './receipt.ts'

/** The outcome for an event that is handled at most once. */
export type Once = 'handled' | 'duplicate' | 'in_flight'

/**
 * Makes an event take effect once, however often it is delivered. An event is done when `work` resolved or threw a
 * {@link PermanentError}; after any other error it may be tried again.
 */
export interface Dedupe<Context = unknown> {
  /**
   * Runs `work` unless the event is done or under way. At the handler's time limit `work` rejects with a {@link HandlerTimeoutError}:
   * roll back then, and release the id and its resources.
   *
   * @param id the id of the event (`evt_…`)
   * @param work receives the store's context, for example the transaction in which the id is recorded, and returns the receipt to keep
   * @throws what `work` throws
   */
  once(id: string, work: (context: Context) => Promise<Receipt | undefined>): Promise<Once>
  /** Returns the receipt that was kept for an event that is done, so that it can be given again. Without it, a duplicate is a plain 2xx. */
  receipt?(id: string): Promise<Receipt | undefined> | Receipt | undefined
}

/** The time after its time limit for which a handler that does not end counts as under way, in milliseconds. */
const LET_GO = 900_000

/**
 * Keeps the ids in memory: enough for a single process whose handlers may run again after a restart.
 *
 * @param options at most `most` ids are kept, each for `ttl` milliseconds after it was done; the platform retries for 72 hours
 */
export function memoryDedupe({ most = 10_000, ttl = 72 * 3_600_000 } = {}): Dedupe<Record<never, never>> {
  /** For each event under way, the time until which it counts as that. */
  const inFlight = new Map<string, { until: number }>()
  /** The time when each was done, and its receipt, oldest first. */
  const done = new Map<string, { at: number; receipt?: Receipt | undefined }>()
  const isDone = (id: string) => {
    const at = done.get(id)?.at
    return at !== undefined && Date.now() - at < ttl
  }
  const remember = (id: string, receipt?: Receipt) => {
    done.delete(id)
    done.set(id, { at: Date.now(), receipt })
    for (const [oldest, { at }] of done) {
      if (done.size <= most && Date.now() - at < ttl) return
      done.delete(oldest)
    }
  }
  return {
    receipt: (id) => done.get(id)?.receipt,
    async once(id, work) {
      if ((inFlight.get(id)?.until ?? 0) > Date.now()) return 'in_flight'
      if (isDone(id)) return 'duplicate'
      const mine = { until: Infinity }
      inFlight.set(id, mine)
      const settle = (isDone: boolean, receipt?: Receipt) => {
        if (isDone) remember(id, receipt)
        if (inFlight.get(id) === mine) inFlight.delete(id)
      }
      try {
        settle(true, await work({}))
        return 'handled'
      } catch (error) {
        if (!(error instanceof HandlerTimeoutError)) settle(error instanceof PermanentError)
        else {
          // Nothing is rolled back here: the handler must not run twice at the same time, and may still succeed.
          mine.until = Date.now() + LET_GO
          error.work.then(
            () => settle(true),
            (late) => settle(late instanceof PermanentError),
          )
        }
        throw error
      }
    },
  }
}

/** The outcome of an event: one of {@link Once}, or it has no handler, or it was given up with a {@link PermanentError}. */
export type Outcome = Once | 'ignored' | 'abandoned'
