import type { Answer } from '../../request/send.ts'
import { waitBeforeProbe } from './health.ts'
import type { Made } from './made.ts'
import { isOfTheNetwork } from './outcome.ts'

/** The last so many milliseconds count, by the real clock. */
const WINDOW = 30_000
/** Of so many endpoints at least, more than this share must fail. */
const LEAST = 10
const SHARE = 0.3
/** So many endpoints are tried before everything goes on. */
const TRIALS = 5
/** How long a suspicion that proved wrong is not raised again, in milliseconds of business time. */
const CLEARED_FOR = 5 * 60_000
/** After a suspicion that lasted so long attempts count again, in milliseconds of business time: nobody is spared for ever. */
const LONGEST = 6 * 60 * 60_000
/** For how long then, in milliseconds of business time: longer than it takes until an endpoint is disabled. */
const GIVEN_UP_FOR = 7 * 86_400_000
/** A clock that goes back so far, in milliseconds, was set back. */
const SET_BACK = 60_000

type State = { name: 'sound' } | { name: 'paused'; until: number } | { name: 'trying'; left: number; underWay: number }

/**
 * Watches whether it is this process's own network that fails. When more than 30 % of at least ten endpoints fail within 30
 * seconds with nothing but DNS or connection errors, nothing is sent for a while; then a few are tried, and one answer, whatever
 * it says, shows that the network is sound.
 */
export class OwnNetwork {
  /** The endpoints by their last attempt, oldest first, each with its failures since the last answer. */
  readonly #last = new Map<string, { at: number; failures: Made[] }>()
  #state: State = { name: 'sound' }
  #pauses = 0
  #suspectedSince = 0
  #clearedUntil = 0
  #asOf = 0

  /** Until when nothing is sent, in milliseconds of business time; 0 when there is no reason to wait. */
  get pausedUntil(): number {
    return this.#state.name === 'paused' ? this.#state.until : 0
  }

  /** How many endpoints may be sent to: all of them, some to try, or none. */
  room(now: number): number {
    // The sandbox was reset, and its clock with it.
    if (now < this.#asOf - SET_BACK) this.#startAnew()
    this.#asOf = now
    if (this.#state.name === 'paused' && this.#state.until <= now) {
      this.#state = { name: 'trying', left: TRIALS, underWay: 0 }
    }
    if (this.#state.name === 'sound') return Number.POSITIVE_INFINITY
    return this.#state.name === 'trying' ? this.#state.left : 0
  }

  get isTrying(): boolean {
    return this.#state.name === 'trying'
  }

  /** An attempt is under way. */
  began(): void {
    if (this.#state.name !== 'trying') return
    // What was claimed before the trial began goes out beside it.
    this.#state.left = Math.max(0, this.#state.left - 1)
    this.#state.underWay++
  }

  /** An attempt that had begun was not made, and shows nothing: another one is tried in its place. */
  dropped(): void {
    if (this.#state.name !== 'trying') return
    this.#state.underWay--
    this.#state.left++
  }

  /** Whether the failure of an attempt is taken to be ours. */
  isOurs(answer: Answer): boolean {
    return this.#state.name !== 'sound' && isOfTheNetwork(answer)
  }

  /**
   * Learns from an attempt.
   *
   * @returns the failures of the last 30 seconds when they turn out to be ours
   */
  observe(made: Made, realNow: number, now: number): Made[] {
    const failed = isOfTheNetwork(made.answer)
    if (this.#state.name !== 'sound') {
      if (!failed) this.#clear(now)
      else if (this.#state.name === 'trying' && --this.#state.underWay <= 0) this.#pause(now)
      return []
    }
    // An endpoint that has been failing for long says nothing of our network.
    if (made.claimed.probe) return []
    const { endpointId } = made.claimed
    const before = this.#last.get(endpointId)?.failures ?? []
    this.#last.delete(endpointId)
    this.#last.set(endpointId, { at: realNow, failures: failed ? [...before, made] : [] })
    for (const [oldest, { at }] of this.#last) {
      if (at > realNow - WINDOW) break
      this.#last.delete(oldest)
    }
    if (!failed || now < this.#clearedUntil) return []
    const failing = [...this.#last.values()].filter(({ failures }) => failures.length > 0)
    if (this.#last.size < LEAST || failing.length <= SHARE * this.#last.size) return []
    this.#last.clear()
    this.#pauses = 0
    this.#suspectedSince = now
    this.#pause(now)
    return failing.flatMap(({ failures }) => failures)
  }

  #pause(now: number): void {
    if (now - this.#suspectedSince >= LONGEST) this.#clear(now, GIVEN_UP_FOR)
    else this.#state = { name: 'paused', until: now + waitBeforeProbe(this.#pauses++) }
  }

  #startAnew(): void {
    this.#state = { name: 'sound' }
    this.#clearedUntil = 0
    this.#last.clear()
  }

  #clear(now: number, time = CLEARED_FOR): void {
    this.#state = { name: 'sound' }
    this.#clearedUntil = now + time
  }
}
