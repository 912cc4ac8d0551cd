import type { Wanted } from '../../message/message.ts'
import type { Answer } from '../../request/send.ts'
import type { Claimed } from '../queue/claimed.ts'
import type { DueLane } from '../queue/due-endpoints.ts'
import { newChains } from '../queue/subject-order.ts'
import { type Health, OPENS_AT, refusalsOf } from './health.ts'
import { isReceived, isThrottling } from './outcome.ts'
import { afterFailure, afterSuccess, isRefused, isRefusing, type Marks, noRefusals, type Refusals } from './refusals.ts'
import { HANGS_AFTER } from './slots.ts'

/** A claimed delivery with all that sending it takes, and when that was read. */
export type Ready = { claimed: Claimed; url: string; wanted: Wanted; secrets: string[]; since: number }

/** What was claimed ahead and could not be sent within this, in milliseconds, is given back: its secrets may be revoked by then. */
const AHEAD_FOR = 1000

/**
 * Whether an attempt may still begin. One that begins too late would be under way when its lease is over, as after this process
 * was held up.
 *
 * @param now in milliseconds, as the lease's end is
 */
export function mayBegin({ since, claimed }: Ready, now: number): boolean {
  return now - since <= AHEAD_FOR && now <= claimed.beginBy
}

const START = 4
const MOST = 32
const GROWS_AFTER = 20
/** So many deliveries that the endpoint may refuse are under way beside the others, unless it refuses them fast. */
const ASIDE = 4
/** A success within so many milliseconds lets the lane grow, and be claimed for ahead. */
const FAST = 1000

/** The marks of a delivery that is like no other. */
const UNKNOWN: Marks = { eventId: '', type: '', subject: null }

/**
 * What this process has under way for one endpoint. How much that may be follows the endpoint (AIMD): one more after 20 fast
 * successes, half when it is too much for it, and after a recovery 1, 2, 4.
 */
export class Lane {
  readonly endpointId: string
  /** Claimed and not sent yet, oldest first. */
  readonly ahead: Ready[] = []
  /** The position up to which its deliveries were searched. */
  readonly chains = newChains()
  underWay = 0
  /** Those of them that are sent beside the others. */
  #asideUnderWay = 0
  /** Made, and not recorded yet. */
  unrecorded = 0
  concurrency = START
  /** When the health was written last, by the real clock. */
  writtenAt = 0
  /** The number of times that it was written. */
  writes = 0
  /** Its refusals of certain deliveries, apart from failures of its own. */
  refusals: Refusals = noRefusals
  /** Its breaker is not closed. */
  #isOpen = false
  #pausedUntil = 0
  #refusesFast = false
  /** The store may say that it is not well. */
  #isUnwell = false
  #isFast = false
  /** When its last attempt began, by {@link steadyNow}. */
  #begunAt = 0
  #successes = 0
  #isRamping = false
  #isChanged = false

  constructor(endpointId: string) {
    this.endpointId = endpointId
  }

  /**
   * Takes over what the store knows, unless this process knows better.
   *
   * @param writes {@link writes} before it was read: what was read before the last write is out of date
   */
  know(health: Health, writes = this.writes): void {
    if (this.underWay + this.unrecorded > 0 || writes !== this.writes) return
    this.refusals = refusalsOf(health)
    this.#isOpen = health.breaker !== 'closed'
    this.#pausedUntil = health.retry_after_until ?? 0
    this.#isUnwell = this.#isFailing
    if (!this.#isChanged) this.concurrency = health.concurrency
  }

  /**
   * How many more to claim: what there is room for, and as many ahead for an endpoint that is fast.
   *
   * @param now by {@link steadyNow}
   * @param isCrowded very many attempts hang: whoever has not answered fast, or does not any more, has one at a time
   */
  wanted(now: number, isCrowded: boolean): number {
    const isFast = this.#isFast && !this.#hangs(now)
    const ahead = isFast ? this.concurrency : 0
    if (this.ahead.length * 2 > ahead) return 0
    const atOnce = isCrowded && !isFast ? 1 : this.concurrency
    return Math.max(0, atOnce + ahead - this.#mainUnderWay - this.ahead.length)
  }

  /** An attempt begins, at a time by {@link steadyNow}. */
  begin(now: number, aside = false): void {
    this.underWay++
    if (aside) this.#asideUnderWay++
    else this.#begunAt = now
  }

  /** An attempt is over. */
  end({ aside }: Pick<Claimed, 'aside'>): void {
    this.underWay--
    if (aside) this.#asideUnderWay--
  }

  /** True if it refuses certain deliveries while it takes others. */
  isRefusing(now: number): boolean {
    return isRefusing(this.refusals, now)
  }

  /** The number of those to claim in addition, to be sent beside the others; 0 until half of the places are free. */
  get roomAside(): number {
    const places = this.#refusesFast ? MOST : ASIDE
    const room = places - this.#asideUnderWay - this.ahead.filter(({ claimed }) => claimed.aside).length
    return room * 2 >= places ? room : 0
  }

  /** Takes back what was claimed ahead and has waited for too long. */
  takeLate(now: number): Ready[] {
    const first = this.ahead.findIndex((ready) => mayBegin(ready, now))
    return this.ahead.splice(0, first === -1 ? this.ahead.length : first)
  }

  /** Whether nothing but a probe is to be sent. */
  get isStopped(): boolean {
    return this.#isOpen || this.refusals.unexplained >= OPENS_AT
  }

  get isIdle(): boolean {
    return this.underWay + this.unrecorded + this.ahead.length === 0
  }

  /** Whether its health is to be recorded even if all went well: it was not well, or it has not been recorded for a second. */
  isToBeWritten(realNow: number): boolean {
    return this.#isUnwell || realNow - this.writtenAt >= 1000
  }

  enqueue({ url, wanted, secrets }: DueLane, claimed: Claimed, since: number): void {
    const ready = { claimed, url, wanted, secrets, since }
    // They wait for no place, whatever is claimed ahead.
    if (claimed.aside || claimed.byHand) this.ahead.unshift(ready)
    else this.ahead.push(ready)
  }

  /** Sends nothing before a time, in milliseconds of business time, because the endpoint asked for it. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  isPaused(now: number): boolean {
    return this.#pausedUntil > now
  }

  /**
   * The next to send, if one may be sent now.
   *
   * @param now business time, in milliseconds
   */
  next(now: number): Ready | undefined {
    const first = this.ahead[0]?.claimed
    if (first?.probe || first?.byHand) return this.ahead.shift()
    if (this.isStopped || this.isPaused(now)) return undefined
    const isRoom = first?.aside || this.#mainUnderWay < this.concurrency
    return isRoom ? this.ahead.shift() : undefined
  }

  /**
   * Learns from an answer.
   *
   * @param now business time, in milliseconds
   */
  note(answer: Answer, probe: boolean, delivery: Marks = UNKNOWN, now = 0): void {
    this.#isChanged = true
    if (isReceived(answer)) {
      this.refusals = afterSuccess(this.refusals, delivery, now)
      this.#isOpen = false
      this.#isFast = (answer.timings.totalMs ?? 0) <= FAST
      if (probe) this.#ramp()
      else if (this.#isFast) this.#grow()
      return
    }
    const refused = isRefused(this.refusals, delivery, now)
    this.refusals = afterFailure(this.refusals, delivery, answer, now)
    this.#isUnwell = true
    // It says nothing of how much the endpoint can take.
    this.#refusesFast = refused && (answer.timings.totalMs ?? 0) <= FAST && answer.error === null
    if (refused) return
    this.#successes = 0
    this.#isFast = false
    if (!isThrottling(answer)) return
    this.concurrency = Math.max(1, Math.floor(this.concurrency / 2))
    this.#isRamping = false
  }

  /** It was not the endpoint that failed. */
  forgive(): void {
    this.refusals = noRefusals
    this.#isOpen = false
  }

  /** The health was recorded. */
  written(realNow: number): void {
    this.writtenAt = realNow
    this.writes++
    this.#isChanged = false
    this.#isUnwell = this.#isFailing
  }

  /** True if a success would change anything but the time of the last. */
  get #isFailing(): boolean {
    return this.isStopped || this.refusals.unexplained > 0 || Object.keys(this.refusals.marks).length > 0
  }

  /** Attempts but for those that are sent beside. */
  get #mainUnderWay(): number {
    return this.underWay - this.#asideUnderWay
  }

  /** Whether none of its attempts was over in time. */
  #hangs(now: number): boolean {
    return this.#mainUnderWay > 0 && now - this.#begunAt > HANGS_AFTER
  }

  #ramp(): void {
    this.concurrency = 1
    this.#successes = 0
    this.#isRamping = true
  }

  #grow(): void {
    this.#successes++
    if (this.#isRamping && this.#successes >= this.concurrency) {
      this.concurrency *= 2
      this.#successes = 0
      this.#isRamping = this.concurrency < START
    } else if (this.#successes >= GROWS_AFTER) {
      this.concurrency = Math.min(MOST, this.concurrency + 1)
      this.#successes = 0
    }
  }
}
