import type { Logger } from 'pino'
import { StoreUnavailable } from '../store/store.ts'

/** Looks for due work, one round at a time. */
export interface Rounds {
  /** Starts a round now, instead of at the next poll. */
  wake(): void
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>
  /** Finishes the round under way and starts no other. */
  stop(): Promise<void>
}

type Options = {
  /** The time between polls, in milliseconds, for work that no commit of this process announced. */
  poll: number
  /** Runs one round. @returns true to start the next one immediately */
  look(isStopped: () => boolean): Promise<boolean>
  logger: Logger
  /** The log message of a failed round; the next poll tries again. */
  failed: string
}

/** Starts to look for due work: immediately when woken, and at intervals as a fallback. */
export function startRounds({ poll, look, logger, failed }: Options): Rounds {
  let stopped = false
  let again = false
  let round: Promise<void> | undefined
  const timer = setInterval(wake, poll)
  timer.unref()

  function wake(): void {
    if (stopped) return
    again = true
    round ??= rounds().finally(() => {
      round = undefined
    })
  }

  async function rounds(): Promise<void> {
    while (again && !stopped) {
      again = false
      try {
        const isMore = await look(() => stopped)
        again ||= isMore
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, failed)
      }
    }
  }

  return {
    wake,
    async idle() {
      wake()
      while (round) await round
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await round
    },
  }
}
