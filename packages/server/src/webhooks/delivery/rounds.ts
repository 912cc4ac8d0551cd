import type { Logger } from 'pino'
import { StoreUnavailable } from '../../store/store.ts'

/** Rounds of claims, one at a time. */
export interface Rounds {
  /** Begins a round, or another one after that under way; `isSearching` looks in the store for endpoints that something is due to. */
  begin(isSearching: boolean): void
  /** Resolves when no round is under way. */
  over(): Promise<void>
  /** True if the last round failed; the next poll tries again. */
  readonly hasFailed: boolean
  /** Waits for the round under way and begins no more. */
  stop(): Promise<void>
}

/** A round, with what it found: more by searching than was known, and work for another round. */
type Round = (isSearching: boolean) => Promise<{ hasFound: boolean; isMore: boolean }>

/** The net under the wake-ups, in milliseconds: retries fall due, other servers commit. It is shorter while searches find something. */
const POLL = { least: 25, most: 500 }

/** Starts to poll by rounds. */
export function startRounds(round: Round, logger: Logger): Rounds {
  let isStopping = false
  let isToSearch = true
  let again = false
  let hasFailed = false
  let underWay: Promise<void> | undefined
  let pollAfter = POLL.most
  let timer = setTimeout(poll, pollAfter).unref()

  function begin(isSearching: boolean): void {
    if (isSearching) isToSearch = true
    if (isStopping) return
    again = true
    underWay ??= rounds().finally(() => {
      underWay = undefined
    })
  }

  function poll(): void {
    begin(true)
    timer = setTimeout(poll, pollAfter).unref()
  }

  async function rounds(): Promise<void> {
    while (again && !isStopping) {
      again = false
      hasFailed = false
      const isSearching = isToSearch
      isToSearch = false
      try {
        const { hasFound, isMore } = await round(isSearching)
        if (isSearching) pollAfter = hasFound ? POLL.least : Math.min(POLL.most, pollAfter * 2)
        again ||= isMore
      } catch (error) {
        isToSearch = true
        again = false
        hasFailed = true
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'deliveries could not be claimed')
      }
    }
  }

  return {
    begin,
    async over() {
      await underWay
    },
    get hasFailed() {
      return hasFailed
    },
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await underWay
    },
  }
}
