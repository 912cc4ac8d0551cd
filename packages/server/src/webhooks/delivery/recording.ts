import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/store.ts'
import type { KnownLanes } from './known-lanes.ts'
import type { Made } from './pace/made.ts'
import { forgive } from './queue/forgive.ts'
import { recordAttempts } from './queue/record.ts'
import { collectResults, type Results } from './results.ts'

type Parts = {
  store: Store
  clock: Clock
  logger: Logger
  lanes: KnownLanes
  /** Endpoints may have something to claim again. */
  wake(endpointIds: readonly string[]): void
}

/** What failed since then was well before, when it turns out that the network failed; in milliseconds. */
const FORGIVEN_SINCE = 60_000

/** Has attempts recorded, and keeps the lanes in step with what is. */
export class Recording {
  /** Attempts on their way into the store. */
  readonly results: Results
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    this.results = collectResults({
      record: (made) => this.#record(made),
      dropped: (made) => this.#recorded(made),
      logger: parts.logger,
    })
  }

  async #record(made: Made[]): Promise<void> {
    const realNow = Date.now()
    const lanes = new Set(made.map(({ claimed }) => this.#parts.lanes.of(claimed.endpointId)))
    const healthOf = new Set([...lanes].filter((lane) => lane.isToBeWritten(realNow)).map((lane) => lane.endpointId))
    const concurrencyOf = (endpointId: string) => this.#parts.lanes.of(endpointId).concurrency
    const written = await this.#parts.store.write({ now: this.#parts.clock.now() }, (work) =>
      recordAttempts(work, made, { realNow, healthOf, concurrencyOf }),
    )
    for (const endpointId of written) this.#parts.lanes.of(endpointId).written(realNow)
    this.#recorded(made)
    const inOrder = made.filter(({ claimed }) => claimed.inOrder).map(({ claimed }) => claimed.endpointId)
    this.#parts.wake([...new Set(inOrder)])
  }

  #recorded(made: Made[]): void {
    for (const { claimed } of made) this.#parts.lanes.of(claimed.endpointId).unrecorded--
  }

  /** Takes back what was recorded of attempts, and of those that are not recorded yet what would be: our own network failed. */
  async forgive(made: Made[]): Promise<void> {
    const { store, clock, logger } = this.#parts
    logger.warn({ endpoints: made.length }, 'our own network seems to fail: deliveries are paused')
    // Those that are not recorded yet are recorded so.
    for (const one of made) {
      one.blameless = true
      this.#parts.lanes.of(one.claimed.endpointId).forgive()
    }
    const now = clock.now()
    try {
      await this.results.flush()
      await store.transaction((tx) => forgive(tx, made, now - FORGIVEN_SINCE, now))
    } catch (error) {
      logger.error({ err: error }, 'attempts could not be forgiven')
    }
  }
}
