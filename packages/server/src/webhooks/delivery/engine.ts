import type { KeyObject } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import type { Sender } from '../request/send.ts'
import { Claiming } from './claiming.ts'
import { Dispatch } from './dispatch.ts'
import type { AttemptCounter } from './pace/made.ts'
import { nextDueLane } from './queue/due-endpoints.ts'
import { drain } from './results.ts'

type Parts = {
  store: Store
  clock: Clock
  sealer: Sealer
  sender: Sender
  logger: Logger
  metrics: AttemptCounter
  /** Where the platform is reached. */
  base: string
  /** The platform's Ed25519 key of now. */
  platformKey(): KeyObject
  /** How long one attempt may take, in milliseconds. */
  timeout: number
}

/** Attempts whatever is due, until it is stopped. */
export interface DeliveryEngine {
  /** Looks for what is due to some endpoints, or to any, now instead of at the next poll. */
  wake(endpointIds?: readonly string[]): void
  /** Resolves when nothing is due and nothing under way. */
  idle(): Promise<void>
  /** Attempts under way, and the endpoints that they are made to. */
  readonly inFlight: { deliveries: number; lanes: number }
  /** When the next attempt after a time falls due, in milliseconds of business time. */
  nextDue(after: number): Promise<number | undefined>
  /** Claims nothing more, gives back what was not sent, waits for the attempts under way, and records them. */
  stop(): Promise<void>
}

/** The net under the wake-ups, in milliseconds: retries fall due, other servers commit. The more is found, the oftener. */
const POLL = { least: 25, most: 500 }
/** With so many attempts that have a place, claims are made every so many milliseconds. */
const BUSY = 16
const GATHERED = 4
/** How long the end waits for a store that is out of reach, in milliseconds. */
const LAST_RESULTS = 5000

/** Starts the delivery of everything that is recorded as owed. */
export function startDeliveryEngine(parts: Parts): DeliveryEngine {
  const { store, clock, sealer, sender, logger, metrics, base, platformKey, timeout } = parts
  const dispatch = new Dispatch({ store, clock, sender, logger, metrics, base, platformKey, wake: wakeFor, over })
  const claiming = new Claiming({ store, clock, sealer, dispatch, timeout })
  let isStopping = false
  let isToSearch = true
  let again = false
  let hasFailed = false
  let round: Promise<void> | undefined
  let pollAfter = POLL.most
  let timer = setTimeout(poll, pollAfter).unref()

  function wake(endpointIds: readonly string[] = []): void {
    if (endpointIds.length === 0) isToSearch = true
    for (const endpointId of endpointIds) claiming.add(endpointId)
    begin()
  }

  /** As {@link wake}, but nobody named is nobody, and not anybody. */
  function wakeFor(endpointIds: readonly string[]): void {
    for (const endpointId of endpointIds) claiming.add(endpointId)
    if (claiming.isToBeDone) begin()
  }

  function over(endpointId: string): void {
    claiming.over(endpointId)
    if (claiming.isToBeDone) begin()
  }

  function begin(): void {
    if (isStopping) return
    again = true
    round ??= rounds().finally(() => {
      round = undefined
    })
  }

  function poll(): void {
    wake()
    timer = setTimeout(poll, pollAfter).unref()
  }

  async function rounds(): Promise<void> {
    while (again && !isStopping) {
      again = false
      hasFailed = false
      try {
        await clock.refresh()
        const isSearching = isToSearch
        isToSearch = false
        const isNew = isSearching && (await claiming.search())
        const claimed = await claiming.claim()
        if (isSearching) pollAfter = isNew && claimed > 0 ? POLL.least : Math.min(POLL.most, pollAfter * 2)
        // Under load, room for many is waited for: a claim of one costs as much as a claim of a hundred.
        if (dispatch.places.taken >= BUSY) await delay(GATHERED)
        again ||= claiming.isToBeDone
      } catch (error) {
        // The next poll tries again.
        isToSearch = true
        again = false
        hasFailed = true
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'deliveries could not be claimed')
      }
    }
  }

  return {
    wake,
    async idle() {
      for (;;) {
        wake()
        await round
        if (dispatch.isQuiet && !claiming.isToBeDone) return
        await Promise.all(dispatch.attempts)
        await dispatch.results.flush()
        await Promise.all(dispatch.amends)
        // The store is out of reach: what is left is done when it is back.
        if (dispatch.attempts.size === 0 && (hasFailed || dispatch.results.size > 0)) return
      }
    },
    get inFlight() {
      return dispatch.inFlight
    },
    async nextDue(after) {
      dispatch.network.room(clock.now())
      return nextDueLane(store.db, after, dispatch.network.pausedUntil)
    },
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await round
      await dispatch.release()
      await Promise.all(dispatch.attempts)
      await drain(dispatch.results, LAST_RESULTS)
      await Promise.all(dispatch.amends)
      await sender.close()
    },
  }
}
