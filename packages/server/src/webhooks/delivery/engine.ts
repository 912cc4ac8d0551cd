import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { steadyNow } from '../../store/lease-time.ts'
import type { Store } from '../../store/store.ts'
import { type AttemptParts, attempt } from './attempt.ts'
import { claimRound } from './claim-round.ts'
import * as attempts from './pace/attempts.ts'
import type { Claimed } from './pace/claimed.ts'
import * as claims from './pace/claims.ts'
import type { Instant } from './pace/instant.ts'
import type { AttemptCounter, Made } from './pace/made.ts'
import { type Attempt, type Commands, newPace } from './pace/pace.ts'
import { findDueEndpoints, nextDueDelivery } from './queue/due-endpoints.ts'
import { forgive } from './queue/forgive.ts'
import { releaseLeases } from './queue/lease.ts'
import { recordAttempts } from './queue/record.ts'
import { collectResults, drain } from './results.ts'
import { startRounds } from './rounds.ts'

type Parts = AttemptParts & {
  store: Store
  clock: Clock
  sealer: Sealer
  metrics: AttemptCounter
  /** The longest time that one attempt may take, in milliseconds. */
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
  /** The time after another at which the next attempt falls due, in milliseconds of business time. */
  nextDue(after: number): Promise<number | undefined>
  /** Claims nothing more, gives back what was not sent, waits for the attempts under way, and records them. */
  stop(): Promise<void>
}

/** The number of attempts in slots from which on rounds keep a distance, in milliseconds: claiming one costs as much as claiming a hundred. */
const BUSY = 16
const APART = 4
/** The number of attempts that begin in one turn of the event loop: a request waits for their signatures, not for those of a whole claim. */
const AT_ONCE = 32
/** The longest wait of a stop for a store that is out of reach, in milliseconds. */
const LAST_RESULTS = 5000

/**
 * Starts the delivery of everything that is recorded as owed. This is the one loop that has the pace of this process: it tells it
 * facts, and carries out the commands that follow from them.
 *
 * @see docs/decisions/delivery-engine.md
 */
export function startDeliveryEngine(parts: Parts): DeliveryEngine {
  const { store, clock, sealer, sender, logger, metrics, timeout } = parts
  const pace = newPace()
  const underWay = new Set<Promise<void>>()
  /** Writes beside the results: claims are given back, failures of our own network are forgiven. */
  const amends = new Set<Promise<void>>()
  const dropped = (made: Made[]) => attempts.recordingGivenUp(pace, made)
  const isBusy = () => pace.slots.taken >= BUSY
  const results = collectResults({ record, dropped, isBusy, logger })
  const rounds = startRounds(round, logger)
  const instant = (): Instant => ({ business: clock.now(), steady: steadyNow(), real: Date.now() })

  function carryOut(commands: Commands): void {
    for (const one of commands.begin) begin(one)
    if (commands.giveBack.length > 0) amend(giveBack(commands.giveBack))
    if (commands.forgive.length > 0) amend(takeBack(commands.forgive))
  }

  async function carryOutInTurns(commands: Commands): Promise<void> {
    carryOut({ ...commands, begin: commands.begin.slice(0, AT_ONCE) })
    for (let from = AT_ONCE; from < commands.begin.length; from += AT_ONCE) {
      await nextTurn()
      for (const one of commands.begin.slice(from, from + AT_ONCE)) begin(one)
    }
  }

  /** Tells the pace that time has passed. */
  function tick(): Instant {
    const at = instant()
    carryOut(claims.timePassed(pace, at))
    return at
  }

  function claimMore(): void {
    if (claims.hasClaimableWork(pace, tick())) rounds.begin(false)
  }

  async function round(isSearching: boolean): Promise<{ hasFound: boolean; isMore: boolean }> {
    await clock.refresh()
    const isNew = isSearching && claims.mayBeDue(pace, await findDueEndpoints(store.db, clock.now()))
    tick()
    const count = await claimRound({ pace, store, clock, sealer, timeout, instant, carryOut: carryOutInTurns })
    if (isBusy()) await delay(APART)
    return { hasFound: isNew && count > 0, isMore: claims.hasClaimableWork(pace, tick()) }
  }

  function begin(one: Attempt): void {
    const over = make(one).then((commands) => {
      underWay.delete(over)
      carryOut(commands)
      if (underWay.size === 0) void results.flush()
      claimMore()
    })
    underWay.add(over)
  }

  async function make(one: Attempt): Promise<Commands> {
    const startedAt = clock.now()
    const answer = await attempt(one.ready, parts).catch((error) => {
      logger.error({ err: error, delivery_id: one.ready.claimed.deliveryId }, 'an attempt could not be made')
    })
    if (!answer) return attempts.attemptNotMade(pace, one, instant())
    const { made, commands } = attempts.attemptEnded(pace, one, { answer, startedAt }, instant())
    results.add(made)
    metrics.attempted(made)
    return commands
  }

  async function record(made: Made[]): Promise<void> {
    const options = attempts.recordOptions(pace, made, Date.now())
    const written = await store.write({ now: clock.now() }, (work) => recordAttempts(work, made, options))
    attempts.attemptsRecorded(pace, made, written, options.real)
    claimMore()
  }

  function amend(work: Promise<void>): void {
    const done = work.finally(() => amends.delete(done))
    amends.add(done)
  }

  async function giveBack(unsent: Claimed[]): Promise<void> {
    try {
      await store.lease((tx) => releaseLeases(tx, unsent))
      claims.mayBeDue(
        pace,
        unsent.map(({ endpointId }) => endpointId),
      )
      claimMore()
    } catch (error) {
      logger.error({ err: error }, 'deliveries could not be given back')
    }
  }

  async function takeBack(made: Made[]): Promise<void> {
    logger.warn({ endpoints: made.length }, 'our own network seems to fail: deliveries are paused')
    const now = clock.now()
    try {
      await results.flush()
      await store.transaction((tx) => forgive(tx, made, now))
    } catch (error) {
      logger.error({ err: error }, 'attempts could not be forgiven')
    }
  }

  return {
    wake(endpointIds = []) {
      claims.mayBeDue(pace, endpointIds)
      rounds.begin(endpointIds.length === 0)
    },
    async idle() {
      for (;;) {
        rounds.begin(true)
        await rounds.over()
        const isMore = claims.hasClaimableWork(pace, tick())
        if (underWay.size + results.size + amends.size === 0 && !isMore) return
        await Promise.all(underWay)
        await results.flush()
        await Promise.all(amends)
        // The store is out of reach: the rest is done when it is back.
        if (underWay.size === 0 && (rounds.hasFailed || results.size > 0)) return
      }
    },
    get inFlight() {
      const lanes = pace.endpoints.all.filter((endpoint) => endpoint.underWay > 0).length
      return { deliveries: underWay.size, lanes }
    },
    async nextDue(after) {
      tick()
      return nextDueDelivery(store.db, after, pace.network.pausedUntil)
    },
    async stop() {
      await rounds.stop()
      carryOut(attempts.processStops(pace))
      await Promise.all(amends)
      await Promise.all(underWay)
      await drain(results, LAST_RESULTS)
      await Promise.all(amends)
      await sender.close()
    },
  }
}
