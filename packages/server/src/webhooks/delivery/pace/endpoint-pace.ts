import { Ahead } from './ahead.ts'
import type { Claimed, DueEndpoint, Ready } from './claimed.ts'
import { Concurrency } from './concurrency.ts'
import { type Health, OPENS_AT, refusalsOf } from './health.ts'
import { HealthWrites } from './health-writes.ts'
import type { Instant } from './instant.ts'
import type { Made } from './made.ts'
import { isReceived, isThrottling, waitAskedFor } from './outcome.ts'
import { afterFailure, afterSuccess, isRefused, isRefusing, NO_REFUSALS, type Refusals } from './refusals.ts'
import { UnderWay } from './under-way.ts'
import { BEGINNING, type SearchPosition, type Wish } from './wish.ts'

/** An answer within this, in milliseconds, shows that the endpoint can take more. */
const FAST = 1000

/** The pace of one endpoint in this process: decides by its answers how much it is sent. */
export class EndpointPace {
  readonly endpointId: string
  readonly #ahead = new Ahead()
  readonly #underWay = new UnderWay()
  readonly #concurrency = new Concurrency()
  readonly #writes = new HealthWrites()
  #refusals: Refusals = NO_REFUSALS
  #position = BEGINNING
  /** The number of attempts that are over and not recorded yet. */
  #unrecorded = 0
  #isBreakerOpen = false
  /** The end of the pause that it asked for, in milliseconds of business time. */
  #pausedUntil = 0
  #isFast = false
  #refusesFast = false

  constructor(endpointId: string) {
    this.endpointId = endpointId
  }

  /**
   * The health was read from the store. This process knows better while it has attempts that are not recorded.
   *
   * @param writes {@link writes} before it was read: what was read before the last write is out of date
   */
  read(health: Health, writes = this.writes): void {
    if (this.underWay + this.#unrecorded > 0 || writes !== this.writes) return
    this.#refusals = refusalsOf(health)
    this.#isBreakerOpen = health.breaker !== 'closed'
    this.#pausedUntil = health.retry_after_until ?? 0
    this.#writes.agrees(this.#isFailing)
    if (!this.#writes.isConcurrencyNewer) this.#concurrency.read(health.concurrency)
  }

  /** A delivery was claimed, at a time of {@link Instant.steady}. */
  claimed({ url, wanted, secrets }: DueEndpoint, claimed: Claimed, steady: number): void {
    this.#ahead.add({ claimed, url, wanted, secrets, readAt: steady })
  }

  searched(position: SearchPosition): void {
    this.#position = position
  }

  /** An attempt began, at a time of {@link Instant.steady}. */
  began(claimed: Pick<Claimed, 'beside'>, steady: number): void {
    this.#underWay.began(claimed, steady)
  }

  /** An attempt is over and will be recorded. */
  ended(made: Made, at: Instant): void {
    this.#underWay.ended(made.claimed)
    this.#unrecorded++
    if (!made.isBlameless) this.#learn(made, at.business)
    const wait = waitAskedFor(made.answer, at.real)
    if (wait !== null) this.#pausedUntil = Math.max(this.#pausedUntil, at.business + wait)
  }

  /** An attempt that began was not made. */
  notMade(claimed: Pick<Claimed, 'beside'>): void {
    this.#underWay.ended(claimed)
  }

  /** An attempt was recorded, or never will be. */
  recorded(): void {
    this.#unrecorded--
  }

  /** The health was written, at a real time. */
  written(real: number): void {
    this.#writes.agrees(this.#isFailing, real)
  }

  /** Its failures turned out to be those of our own network. */
  forgiven(): void {
    this.#refusals = NO_REFUSALS
    this.#isBreakerOpen = false
  }

  /** Takes the next delivery to send, if one may be sent at a business time. */
  takeNext(business: number): Ready | undefined {
    const first = this.#ahead.first?.claimed
    const isAwaited = first?.probe || first?.byHand
    if (!isAwaited && (this.isStopped || this.isPaused(business))) return undefined
    const isRoom = isAwaited || first?.beside || this.#underWay.main < this.concurrency
    return isRoom ? this.#ahead.take() : undefined
  }

  /** Takes back the deliveries that can't begin in time any more, at a time of {@link Instant.steady}. */
  takeLate(steady: number): Ready[] {
    return this.#ahead.takeLate(steady)
  }

  takeAll(): Ready[] {
    return this.#ahead.takeAll()
  }

  /**
   * The number of deliveries to claim: as many as there is room for, and as many again ahead for an endpoint that is fast.
   *
   * @param isCrowded very many attempts hang: an endpoint that has not answered fast, or hangs itself, has one at a time
   */
  wanted(steady: number, isCrowded: boolean): number {
    const isFast = this.#isFast && !this.#underWay.hangs(steady)
    const ahead = isFast ? this.concurrency : 0
    if (this.#ahead.length * 2 > ahead) return 0
    const atOnce = isCrowded && !isFast ? 1 : this.concurrency
    return Math.max(0, atOnce + ahead - this.#underWay.main - this.#ahead.length)
  }

  /** The wish for some of its deliveries, and where it refuses some, for some of those to send beside the others. */
  wish(most: number, isInOrder: boolean, business: number, isTrial: boolean): Wish {
    const beside = { refusals: this.#refusals, most: isTrial ? 0 : this.#roomBeside() }
    const refusing = isRefusing(this.#refusals, business) && beside
    return { endpointId: this.endpointId, most, isInOrder, position: this.position, ...(refusing && { refusing }) }
  }

  /** Tells whether it refuses some deliveries and has room for them beside the others. */
  hasRoomForRefused(business: number): boolean {
    return this.#roomBeside() > 0 && isRefusing(this.#refusals, business)
  }

  /** True while nothing but a probe is sent. */
  get isStopped(): boolean {
    return this.#isBreakerOpen || this.#refusals.unexplained >= OPENS_AT
  }

  isPaused(business: number): boolean {
    return this.#pausedUntil > business
  }

  /** Tells whether its health is written even if all went well, at a real time. */
  isToBeWritten(real: number): boolean {
    return this.#writes.isDue(real)
  }

  get underWay(): number {
    return this.#underWay.all
  }

  get isIdle(): boolean {
    return this.underWay + this.#unrecorded + this.#ahead.length === 0
  }

  get concurrency(): number {
    return this.#concurrency.value
  }

  get position(): SearchPosition {
    return this.#position
  }

  /** The number of times that its health was written. */
  get writes(): number {
    return this.#writes.count
  }

  #learn({ answer, claimed }: Made, business: number): void {
    const isFast = (answer.timings.totalMs ?? 0) <= FAST
    this.#writes.learned(isReceived(answer))
    if (isReceived(answer)) {
      this.#refusals = afterSuccess(this.#refusals, claimed, business)
      this.#isBreakerOpen = false
      this.#isFast = isFast
      if (claimed.probe) this.#concurrency.recovered()
      else if (isFast) this.#concurrency.succeeded()
      return
    }
    const wasRefused = isRefused(this.#refusals, claimed, business)
    this.#refusals = afterFailure(this.#refusals, claimed, answer, business)
    this.#refusesFast = wasRefused && isFast && answer.error === null
    // A refusal says nothing of how much the endpoint can take.
    if (wasRefused) return
    this.#isFast = false
    if (isThrottling(answer)) this.#concurrency.throttled()
    else this.#concurrency.failed()
  }

  readonly #roomBeside = () => this.#underWay.roomBeside(this.#ahead.beside, this.#refusesFast)

  /** True if a success would change more than the time of the last one. */
  get #isFailing(): boolean {
    return this.isStopped || this.#refusals.unexplained > 0 || Object.keys(this.#refusals.marks).length > 0
  }
}
