import type { Logger } from 'pino'
import { StoreUnavailable } from '../store/store.ts'

/** Looks for what is due, one round at a time. */
export interface Rounds {
  /** Looks now, instead of at the next poll. */
  wake(): void
  /** Resolves when nothing is due. */
  idle(): Promise<void>
  /** Finishes the round under way and begins no more. */
  stop(): Promise<void>
}

type Options = {
  /** How late something may be that no commit of this process announced, in milliseconds. */
  poll: number
  /** Looks once. @returns whether to look again at once */
  look(isStopped: () => boolean): Promise<boolean>
  logger: Logger
  /** What is logged of a round that failed; the next poll tries again. */
  failed: string
}

/** Starts to look for what is due: at once when it is woken, and every so often as the net. */
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
