import type { Claimed, Ready } from './claimed.ts'
import { EndpointPace } from './endpoint-pace.ts'
import type { Made } from './made.ts'
import { OwnNetwork } from './own-network.ts'
import { type Cohort, Slots } from './slots.ts'
import { Turns } from './turns.ts'

/**
 * The pace of all deliveries of this process. It changes by facts only, which are the functions of `claims.ts` and `attempts.ts`: each
 * takes the fact with its instant and answers with commands. None of them has a store, a timer or a clock.
 */
export type Pace = {
  readonly endpoints: EndpointPaces
  readonly slots: Slots
  readonly network: OwnNetwork
  readonly turns: Turns
  /** The number of deliveries that are claimed and have not begun. */
  ahead: number
  /** The number of attempts that are over and not recorded yet. */
  unrecorded: number
  /** The time at which late claims were looked for last, in milliseconds of {@link Instant.steady}. */
  lookedAt: number
}

/** An attempt under way. */
export type Attempt = { ready: Ready; slot: Cohort; isRetry: boolean }

/** The commands that follow from a fact. */
export type Commands = {
  /** Attempts to begin. */
  begin: Attempt[]
  /** Claims to give back, because they can't be sent. */
  giveBack: Claimed[]
  /** Attempts to take back, because our own network failed. */
  forgive: Made[]
}

/** The pace of a process that has delivered nothing yet. */
export const newPace = (): Pace => ({
  endpoints: new EndpointPaces(),
  slots: new Slots(),
  network: new OwnNetwork(),
  turns: new Turns(),
  ahead: 0,
  unrecorded: 0,
  lookedAt: 0,
})

/** The most endpoints that are remembered when they have nothing to do. */
const MOST = 10_000

/** The paces of the endpoints in this process. */
export class EndpointPaces {
  readonly #paces = new Map<string, EndpointPace>()

  get all(): EndpointPace[] {
    return [...this.#paces.values()]
  }

  /** The pace of an endpoint; a new one if it is not remembered. */
  of(endpointId: string): EndpointPace {
    const known = this.#paces.get(endpointId)
    if (known) return known
    if (this.#paces.size >= MOST) {
      for (const [id, pace] of this.#paces) if (pace.isIdle) this.#paces.delete(id)
    }
    const pace = new EndpointPace(endpointId)
    this.#paces.set(endpointId, pace)
    return pace
  }
}
