import { HandlerTimeoutError, PermanentError } from './error.ts'

/** What became of an event that was to be handled once. */
export type Once = 'handled' | 'duplicate' | 'in_flight'

/**
 * Sees to it that an event takes effect once, however often it comes. An event is done when `work` resolved or threw a
 * {@link PermanentError}; after any other error it may come again.
 */
export interface Dedupe<Context = unknown> {
  /**
   * Does `work`, unless it is done already or being done. At the handler's time limit `work` rejects with a
   * {@link HandlerTimeoutError}: roll back, and let go of the id and of what was held for it.
   *
   * @param id the event's (`evt_…`)
   * @param work given what the store has for it, as the transaction in which the id is recorded
   * @throws what `work` throws
   */
  once(id: string, work: (context: Context) => Promise<void>): Promise<Once>
}

/** Milliseconds after its time limit for which a handler is taken to be still under way, if it does not end. */
const LET_GO = 900_000

/**
 * Remembers in this process: enough for one process whose handlers may run again after a restart.
 *
 * @param options `most` ids are remembered, each for `ttl` milliseconds after it was done; the platform retries for 72 hours
 */
export function memoryDedupe({ most = 10_000, ttl = 72 * 3_600_000 } = {}): Dedupe<Record<never, never>> {
  /** Until when each is taken to be under way. */
  const inFlight = new Map<string, { until: number }>()
  /** When each was done, oldest first. */
  const done = new Map<string, number>()
  const isDone = (id: string) => {
    const at = done.get(id)
    return at !== undefined && Date.now() - at < ttl
  }
  const remember = (id: string) => {
    done.delete(id)
    done.set(id, Date.now())
    for (const [oldest, at] of done) {
      if (done.size <= most && Date.now() - at < ttl) return
      done.delete(oldest)
    }
  }
  return {
    async once(id, work) {
      if ((inFlight.get(id)?.until ?? 0) > Date.now()) return 'in_flight'
      if (isDone(id)) return 'duplicate'
      const mine = { until: Infinity }
      inFlight.set(id, mine)
      const settle = (isDone: boolean) => {
        if (isDone) remember(id)
        if (inFlight.get(id) === mine) inFlight.delete(id)
      }
      try {
        await work({})
        settle(true)
        return 'handled'
      } catch (error) {
        if (!(error instanceof HandlerTimeoutError)) settle(error instanceof PermanentError)
        else {
          // Nothing is rolled back here: it is not to run beside itself, and may still end well.
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

/** The outcome of an event: as of {@link Once}, or nobody wanted it, or it was given up with a {@link PermanentError}. */
export type Outcome = Once | 'ignored' | 'abandoned'
