import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import { steadyNow } from '../../store/lease-time.ts'
import type { Store } from '../../store/store.ts'
import { spanOfAttempt, type Trace } from '../../trace.ts'
import type { Answer, Sender } from '../request/send.ts'
import { attempt } from './attempt.ts'
import { type Claimed, releaseLeases } from './claim.ts'
import { forgive } from './forgive.ts'
import { Lane, mayBegin, type Ready } from './lane.ts'
import type { DueLane } from './lanes.ts'
import { OwnNetwork } from './own-network.ts'
import { type Made, recordAttempts } from './record.ts'
import { collectResults, type Results } from './results.ts'

type Parts = {
  store: Store
  clock: Clock
  sender: Sender
  logger: Logger
  metrics: Pick<Metrics, 'attempted'>
  /** Where the platform is reached. */
  base: string
  /** The platform's Ed25519 key of now. */
  platformKey(): KeyObject
  /** Endpoints may have something to claim again. */
  wake(endpointIds: readonly string[]): void
}

/** Endpoints with nothing to do whose lanes are remembered. */
const LANES_KEPT = 10_000
/** What failed since then was well before, when it turns out that the network failed; in milliseconds. */
const FORGIVEN_SINCE = 60_000

/** Sends what was claimed, each endpoint in a lane of its own, and has it recorded. */
export class Dispatch {
  readonly network = new OwnNetwork()
  readonly attempts = new Set<Promise<void>>()
  /** What is written beside the results: what was not sent is given back, and failures of our own network are forgiven. */
  readonly amends = new Set<Promise<void>>()
  readonly results: Results
  /** Retries under way, and deliveries claimed ahead. */
  retries = 0
  ahead = 0
  readonly #lanes = new Map<string, Lane>()
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    this.results = collectResults({
      record: (made) => this.#record(made),
      dropped: (made) => this.#recorded(made),
      logger: parts.logger,
    })
  }

  lane(endpointId: string): Lane {
    const known = this.#lanes.get(endpointId)
    if (known) return known
    if (this.#lanes.size >= LANES_KEPT) {
      for (const [id, lane] of this.#lanes) if (lane.isIdle) this.#lanes.delete(id)
    }
    const lane = new Lane(endpointId)
    this.#lanes.set(endpointId, lane)
    return lane
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

  /** Gives back everything that was claimed and not sent. */
  async release(): Promise<void> {
    await this.#giveBack([...this.#lanes.values()].flatMap((lane) => lane.ahead.splice(0)))
  }

  #send(lane: Lane): void {
    const { clock } = this.#parts
    const isPaused = this.network.pausedUntil > clock.now()
    const late: Ready[] = []
    for (let next = isPaused ? undefined : lane.next(); next; next = lane.next()) {
      if (mayBegin(next, steadyNow())) this.#begin(lane, next)
      else late.push(next)
    }
    if (isPaused || lane.isStopped) late.push(...lane.ahead.splice(0))
    if (late.length > 0) this.#amend(this.#giveBack(late))
  }

  #begin(lane: Lane, next: Ready): void {
    const isRetry = next.claimed.attempts > 0
    this.ahead--
    lane.underWay++
    if (isRetry) this.retries++
    this.network.began()
    const made = this.#deliver(lane, next).finally(() => {
      lane.underWay--
      if (isRetry) this.retries--
      this.attempts.delete(made)
      this.#send(lane)
      if (this.attempts.size === 0) void this.results.flush()
      this.#parts.wake([])
    })
    this.attempts.add(made)
  }

  async #deliver(lane: Lane, next: Ready): Promise<void> {
    const { clock, sender, logger, base, platformKey } = this.#parts
    try {
      const startedAt = clock.now()
      const span = spanOfAttempt(next.claimed.deliveryId, next.claimed.traceparent)
      const answer = await attempt(next, sender, base, platformKey(), span)
      this.#log(next, answer, span)
      const blameless = this.network.isOurs(answer)
      const made = { claimed: next.claimed, answer, startedAt, endedAt: clock.now(), blameless }
      if (!blameless) lane.note(answer, next.claimed.probe !== false)
      lane.unrecorded++
      this.results.add(made)
      this.#parts.metrics.attempted(made)
      const ours = this.network.observe(made, Date.now(), clock.now())
      if (ours.length > 0) this.#amend(this.#forgive(ours))
    } catch (error) {
      // The lease ends by itself and the delivery is attempted again, with the same webhook-id.
      this.network.dropped()
      logger.error({ err: error, delivery_id: next.claimed.deliveryId }, 'an attempt could not be made')
    }
  }

  /** Attempts under way, and the lanes that have any. */
  get inFlight(): { deliveries: number; lanes: number } {
    const lanes = [...this.#lanes.values()].filter((lane) => lane.underWay > 0).length
    return { deliveries: this.attempts.size, lanes }
  }

  #log({ claimed }: Ready, answer: Answer, { traceId, spanId }: Trace): void {
    const { logger } = this.#parts
    if (!logger.isLevelEnabled('info')) return
    logger.info({
      delivery_id: claimed.deliveryId,
      event_id: claimed.eventId,
      endpoint_id: claimed.endpointId,
      attempt: claimed.attempts + 1,
      status: answer.status,
      ...(answer.error && { error: answer.error.code }),
      duration_ms: Math.round(answer.timings.totalMs ?? 0),
      trace_id: traceId,
      span_id: spanId,
    })
  }

  async #record(made: Made[]): Promise<void> {
    const realNow = Date.now()
    const lanes = new Set(made.map(({ claimed }) => this.lane(claimed.endpointId)))
    const healthOf = new Set([...lanes].filter((lane) => lane.isToBeWritten(realNow)).map((lane) => lane.endpointId))
    const concurrencyOf = (endpointId: string) => this.lane(endpointId).concurrency
    const written = await this.#parts.store.write((tx) =>
      recordAttempts(tx, made, { realNow, healthOf, concurrencyOf }),
    )
    for (const endpointId of written) this.lane(endpointId).written(realNow)
    this.#recorded(made)
    const inOrder = made.filter(({ claimed }) => claimed.inOrder).map(({ claimed }) => claimed.endpointId)
    this.#parts.wake([...new Set(inOrder)])
  }

  /** Nothing is under way, and everything that was is written. */
  get isQuiet(): boolean {
    return this.attempts.size === 0 && this.results.size === 0 && this.amends.size === 0
  }

  #amend(work: Promise<void>): void {
    const made = work.finally(() => this.amends.delete(made))
    this.amends.add(made)
  }

  #recorded(made: Made[]): void {
    for (const { claimed } of made) this.lane(claimed.endpointId).unrecorded--
  }

  async #forgive(made: Made[]): Promise<void> {
    const { store, clock, logger } = this.#parts
    logger.warn({ endpoints: made.length }, 'our own network seems to fail: deliveries are paused')
    // Those that are not recorded yet are recorded so.
    for (const one of made) {
      one.blameless = true
      this.lane(one.claimed.endpointId).forgive()
    }
    const now = clock.now()
    try {
      await this.results.flush()
      await store.write((tx) => forgive(tx, made, now - FORGIVEN_SINCE, now))
    } catch (error) {
      logger.error({ err: error }, 'attempts could not be forgiven')
    }
  }

  async #giveBack(unsent: Ready[]): Promise<void> {
    if (unsent.length === 0) return
    this.ahead -= unsent.length
    const claimed = unsent.map((one) => one.claimed)
    try {
      await this.#parts.store.write((tx) => releaseLeases(tx, claimed))
      this.#parts.wake([...new Set(claimed.map(({ endpointId }) => endpointId))])
    } catch (error) {
      this.#parts.logger.error({ err: error }, 'deliveries could not be given back')
    }
  }
}
