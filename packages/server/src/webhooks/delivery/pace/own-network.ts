import type { Answer } from '../../request/send.ts'
import { waitBeforeProbe } from './health.ts'
import type { Instant } from './instant.ts'
import type { Made } from './made.ts'

/** The time that counts, in milliseconds of real time. */
const WINDOW = 30_000
/** The least number of endpoints, and the share of them that must fail. */
const LEAST = 10
const SHARE = 0.3
/** The number of endpoints that are tried before everything is sent again. */
const TRIALS = 5
/** The time for which a suspicion that proved wrong is not raised again, in milliseconds of business time. */
const CLEARED_FOR = 5 * 60_000
/** The longest suspicion, in milliseconds of business time: after it attempts count again, so that nobody is spared for ever. */
const LONGEST = 6 * 60 * 60_000
/** The time for which they count then, in milliseconds of business time: longer than it takes until an endpoint is disabled. */
const GIVEN_UP_FOR = 7 * 86_400_000
/** A clock that goes back by more than this, in milliseconds, was set back. */
const SET_BACK = 60_000

type State = { name: 'sound' } | { name: 'paused'; until: number } | { name: 'trial'; left: number; underWay: number }

/**
 * Detects failures of this process's own network. When more than 30 % of at least ten endpoints fail within 30 seconds with nothing but
 * DNS or connection errors, nothing is sent for a while; then a few are tried, and one answer of any kind shows that the network is
 * sound. Times are business times, unless they are called real.
 */
export class OwnNetwork {
  /** The endpoints by their last attempt, oldest first, each with its failures since its last answer. */
  readonly #last = new Map<string, { real: number; failures: Made[] }>()
  #state: State = { name: 'sound' }
  #pauses = 0
  #suspectedSince = 0
  #clearedUntil = 0
  #passed = 0

  /** Time has passed: a pause may be over. */
  passed(business: number): void {
    // The sandbox was reset, and its clock with it.
    if (business < this.#passed - SET_BACK) this.#reset()
    this.#passed = business
    if (this.#state.name !== 'paused' || this.#state.until > business) return
    this.#state = { name: 'trial', left: TRIALS, underWay: 0 }
  }

  /** An attempt began. */
  began(): void {
    if (this.#state.name !== 'trial') return
    // Attempts that were claimed before the trial go out beside it.
    this.#state.left = Math.max(0, this.#state.left - 1)
    this.#state.underWay++
  }

  /** An attempt that began was not made and shows nothing: another one is tried in its place. */
  notMade(): void {
    if (this.#state.name !== 'trial') return
    this.#state.underWay--
    this.#state.left++
  }

  /**
   * An attempt is over.
   *
   * @returns whether its failure is taken to be our own, and the earlier failures that turn out to be our own by this one
   */
  ended(made: Made, { business, real }: Instant): { isOwn: boolean; forgiven: Made[] } {
    const hasFailed = mayBeOwn(made.answer)
    if (this.#state.name === 'sound') return { isOwn: false, forgiven: this.#suspect(made, hasFailed, business, real) }
    if (!hasFailed) this.#clear(business)
    else if (this.#state.name === 'trial' && --this.#state.underWay <= 0) this.#pause(business)
    return { isOwn: hasFailed, forgiven: [] }
  }

  /** The end of the pause in which nothing is sent; 0 when there is none. */
  get pausedUntil(): number {
    return this.#state.name === 'paused' ? this.#state.until : 0
  }

  /** The number of endpoints that may be sent to. */
  get room(): number {
    if (this.#state.name === 'sound') return Number.POSITIVE_INFINITY
    return this.#state.name === 'trial' ? this.#state.left : 0
  }

  /** True while a few endpoints are tried, with one attempt each. */
  get isTrial(): boolean {
    return this.#state.name === 'trial'
  }

  /** @returns the failures of the last 30 seconds, if they are too many */
  #suspect(made: Made, hasFailed: boolean, business: number, real: number): Made[] {
    // An endpoint that has been failing for long says nothing of our network.
    if (made.claimed.probe) return []
    const { endpointId } = made.claimed
    const before = this.#last.get(endpointId)?.failures ?? []
    this.#last.delete(endpointId)
    this.#last.set(endpointId, { real, failures: hasFailed ? [...before, made] : [] })
    for (const [oldest, last] of this.#last) {
      if (last.real > real - WINDOW) break
      this.#last.delete(oldest)
    }
    if (!hasFailed || business < this.#clearedUntil) return []
    const failing = [...this.#last.values()].filter(({ failures }) => failures.length > 0)
    if (this.#last.size < LEAST || failing.length <= SHARE * this.#last.size) return []
    this.#last.clear()
    this.#pauses = 0
    this.#suspectedSince = business
    this.#pause(business)
    return failing.flatMap(({ failures }) => failures)
  }

  #pause(business: number): void {
    if (business - this.#suspectedSince >= LONGEST) this.#clear(business, GIVEN_UP_FOR)
    else this.#state = { name: 'paused', until: business + waitBeforeProbe(this.#pauses++) }
  }

  #reset(): void {
    this.#state = { name: 'sound' }
    this.#clearedUntil = 0
    this.#last.clear()
  }

  #clear(business: number, time = CLEARED_FOR): void {
    this.#state = { name: 'sound' }
    this.#clearedUntil = business + time
  }
}

/** Tells whether our own network may have failed, and not the consumer: nothing came of the name or of the connection. */
const mayBeOwn = ({ error, status }: Answer): boolean =>
  status === null && error !== null && ['dns', 'connect'].includes(error.code)
