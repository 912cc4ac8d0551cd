import { PermanentError } from './error.ts'

/** What became of an event that was to be handled once. */
export type Once = 'handled' | 'duplicate' | 'in_flight'

/**
 * Sees to it that an event takes effect once, however often it comes. An event is done when `work` resolved or threw a
 * {@link PermanentError}; after any other error it may come again.
 */
export interface Dedupe<Context = unknown> {
  /**
   * Does `work`, unless it is done already or being done.
   *
   * @param id the event's (`evt_…`)
   * @param work given what the store has for it, as the transaction in which the id is recorded
   * @throws what `work` throws
   */
  once(id: string, work: (context: Context) => Promise<void>): Promise<Once>
}

/**
 * Remembers in this process: enough for one process whose handlers may run again after a restart.
 *
 * @param options `most` ids are remembered, each for `ttl` milliseconds after it was done; the platform retries for 72 hours
 */
export function memoryDedupe({ most = 10_000, ttl = 72 * 3_600_000 } = {}): Dedupe<Record<never, never>> {
  const inFlight = new Set<string>()
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
      if (inFlight.has(id)) return 'in_flight'
      if (isDone(id)) return 'duplicate'
      inFlight.add(id)
      try {
        await work({})
        remember(id)
        return 'handled'
      } catch (error) {
        if (error instanceof PermanentError) remember(id)
        throw error
      } finally {
        inFlight.delete(id)
      }
    },
  }
}
