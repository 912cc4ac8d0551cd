import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { steadyNow } from '../../store/lease-time.ts'
import type { Store } from '../../store/store.ts'
import { spanOfAttempt } from '../../trace.ts'
import type { Sender } from '../request/send.ts'
import { attempt } from './attempt.ts'
import { KnownLanes } from './known-lanes.ts'
import { logAttempt } from './log-attempt.ts'
import { type Lane, mayBegin, type Ready } from './pace/endpoint-pace.ts'
import type { AttemptCounter } from './pace/made.ts'
import { isReceived } from './pace/outcome.ts'
import { OwnNetwork } from './pace/own-network.ts'
import { followed, retryAfter } from './pace/schedule.ts'
import { Places } from './pace/slots.ts'
import type { Claimed } from './queue/claimed.ts'
import type { DueLane } from './queue/due-endpoints.ts'
import { releaseLeases } from './queue/release.ts'
import { Recording } from './recording.ts'
import type { Results } from './results.ts'

type Parts = {
  store: Store
  clock: Clock
  sender: Sender
  logger: Logger
  metrics: AttemptCounter
  /** Where the platform is reached. */
  base: string
  /** The platform's Ed25519 key of now. */
  platformKey(): KeyObject
  /** Endpoints may have something to claim again. */
  wake(endpointIds: readonly string[]): void
  /** An attempt to an endpoint is over. */
  over(endpointId: string): void
}

/** How often what was claimed ahead is looked through, in milliseconds. */
const LOOK = 250

/** Sends what was claimed, each endpoint in a lane of its own, and has it recorded. */
export class Dispatch {
  readonly network = new OwnNetwork()
  readonly attempts = new Set<Promise<void>>()
  /** What is written beside the results: what was not sent is given back, and failures of our own network are forgiven. */
  readonly amends = new Set<Promise<void>>()
  readonly places = new Places()
  /** Deliveries that are claimed ahead. */
  ahead = 0
  #lookedAt = 0
  readonly #lanes = new KnownLanes()
  readonly #recording: Recording
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    this.#recording = new Recording({ ...parts, lanes: this.#lanes })
  }

  lane(endpointId: string): Lane {
    return this.#lanes.of(endpointId)
  }

  /** Attempts on their way into the store. */
  get results(): Results {
    return this.#recording.results
  }

  /** Takes what was claimed, and sends of it what may be sent now. */
  take(due: DueLane[], claimed: Claimed[]): void {
    const now = steadyNow()
    const byId = new Map(due.map((lane) => [lane.endpointId, lane]))
    for (const one of claimed) {
      const lane = byId.get(one.endpointId)
      if (lane === undefined) continue
      this.lane(one.endpointId).enqueue(lane, one, now)
      this.ahead++
    }
    for (const endpointId of new Set(claimed.map((one) => one.endpointId))) this.#send(this.lane(endpointId))
  }

  /** How many more to claim for an endpoint. */
  wanted(endpointId: string): number {
    return this.lane(endpointId).wanted(steadyNow(), this.places.isCrowded)
  }

  /** Takes the places of what hangs, and now and then those of what was claimed ahead and waits for it. */
  look(): void {
    const now = steadyNow()
    this.places.look(now)
    if (this.ahead === 0 || now - this.#lookedAt < LOOK) return
    this.#lookedAt = now
    const late = this.#lanes.all.flatMap((lane) => lane.takeLate(now))
    if (late.length > 0) this.#amend(this.#giveBack(late))
  }

  /** Gives back everything that was claimed and not sent. */
  async release(): Promise<void> {
    await this.#giveBack(this.#lanes.all.flatMap((lane) => lane.ahead.splice(0)))
  }

  #send(lane: Lane): void {
    const { clock } = this.#parts
    const now = clock.now()
    const isPaused = this.network.pausedUntil > now
    const late: Ready[] = []
    for (let next = isPaused ? undefined : lane.next(now); next; next = lane.next(now)) {
      if (mayBegin(next, steadyNow())) this.#begin(lane, next)
      else late.push(next)
    }
    if (isPaused || lane.isStopped || lane.isPaused(now)) late.push(...lane.ahead.splice(0))
    if (late.length > 0) this.#amend(this.#giveBack(late))
  }

  #begin(lane: Lane, next: Ready): void {
    const isRetry = next.claimed.attempts > 0
    const now = steadyNow()
    this.ahead--
    lane.begin(now, next.claimed.aside)
    const place = this.places.take(isRetry, now)
    this.network.began()
    const made = this.#deliver(lane, next).finally(() => {
      lane.end(next.claimed)
      this.places.giveBack(place, isRetry)
      this.attempts.delete(made)
      this.#send(lane)
      if (this.attempts.size === 0) void this.results.flush()
      this.#parts.over(lane.endpointId)
    })
    this.attempts.add(made)
  }

  async #deliver(lane: Lane, next: Ready): Promise<void> {
    const { clock, sender, logger, base, platformKey } = this.#parts
    try {
      const startedAt = clock.now()
      const span = spanOfAttempt(next.claimed.deliveryId, next.claimed.traceparent)
      const answer = await attempt(next, sender, base, platformKey(), span)
      logAttempt(logger, next.claimed, answer, span)
      const blameless = this.network.isOurs(answer)
      const made = { claimed: next.claimed, answer, startedAt, endedAt: clock.now(), blameless }
      if (!blameless) lane.note(answer, next.claimed.probe !== false, next.claimed, clock.now())
      const wait = isReceived(answer) ? null : followed(retryAfter(answer.headers.retryAfter, Date.now()))
      if (wait !== null) lane.pause(clock.now() + wait)
      lane.unrecorded++
      this.results.add(made)
      this.#parts.metrics.attempted(made)
      const ours = this.network.observe(made, Date.now(), clock.now())
      if (ours.length > 0) this.#amend(this.#recording.forgive(ours))
    } catch (error) {
      // The lease ends by itself and the delivery is attempted again, with the same webhook-id.
      this.network.dropped()
      logger.error({ err: error, delivery_id: next.claimed.deliveryId }, 'an attempt could not be made')
    }
  }

  /** Attempts under way, and the lanes that have any. */
  get inFlight(): { deliveries: number; lanes: number } {
    const lanes = this.#lanes.all.filter((lane) => lane.underWay > 0).length
    return { deliveries: this.attempts.size, lanes }
  }

  /** Nothing is under way, and everything that was is written. */
  get isQuiet(): boolean {
    return this.attempts.size === 0 && this.results.size === 0 && this.amends.size === 0
  }

  #amend(work: Promise<void>): void {
    const made = work.finally(() => this.amends.delete(made))
    this.amends.add(made)
  }

  async #giveBack(unsent: Ready[]): Promise<void> {
    if (unsent.length === 0) return
    this.ahead -= unsent.length
    const claimed = unsent.map((one) => one.claimed)
    try {
      await this.#parts.store.transaction((tx) => releaseLeases(tx, claimed))
      this.#parts.wake([...new Set(claimed.map(({ endpointId }) => endpointId))])
    } catch (error) {
      this.#parts.logger.error({ err: error }, 'deliveries could not be given back')
    }
  }
}
