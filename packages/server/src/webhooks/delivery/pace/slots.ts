/** The number of attempts that may be under way and have not been for long. */
const SLOTS = 1024
/** Retries may have no more than half of the slots, and of everything under way: what is new never waits behind what is old. */
const FOR_RETRIES = SLOTS / 2
/** An attempt that was not over within this, in milliseconds, hangs: it needs nothing but a socket, and gives its slot to another. */
export const HANGS_AFTER = 1000
/** The number of attempts that may be under way in all: one that hangs takes memory and a descriptor. */
const MOST_UNDER_WAY = 4096

/** Attempts that began at about the same time. */
export type Cohort = { readonly begunAt: number; size: number; retries: number; hangs: boolean }

/** The longest time between the begins of attempts of one cohort, in milliseconds. */
const TOGETHER = 100

/**
 * The slots for attempts. A hanging attempt gives up its slot; otherwise a few unresponsive endpoints would use them all. Attempts are
 * counted by cohorts, so that none costs more than a few additions. All times are those of {@link Instant.steady}.
 */
export class Slots {
  /** The cohorts that do not hang yet, oldest first. */
  readonly #young: Cohort[] = []
  #taken = 0
  #takenByRetries = 0
  #hanging = 0
  #hangingRetries = 0

  /** Takes a slot for an attempt that begins. @returns the cohort to give it back with */
  take(isRetry: boolean, steady: number): Cohort {
    let cohort = this.#young.at(-1)
    if (cohort === undefined || steady - cohort.begunAt > TOGETHER) {
      cohort = { begunAt: steady, size: 0, retries: 0, hangs: false }
      this.#young.push(cohort)
      this.passed(steady)
    }
    cohort.size++
    this.#taken++
    if (!isRetry) return cohort
    cohort.retries++
    this.#takenByRetries++
    return cohort
  }

  /** Gives back the slot of an attempt that is over, if it still has one. */
  giveBack(cohort: Cohort, isRetry: boolean): void {
    cohort.size--
    if (isRetry) cohort.retries--
    if (cohort.hangs) {
      this.#hanging--
      if (isRetry) this.#hangingRetries--
    } else {
      this.#taken--
      if (isRetry) this.#takenByRetries--
    }
  }

  /** Takes the slots of the attempts that hang by now. */
  passed(steady: number): void {
    for (
      let oldest = this.#young[0];
      oldest && steady - oldest.begunAt > HANGS_AFTER + TOGETHER;
      oldest = this.#young[0]
    ) {
      this.#young.shift()
      oldest.hangs = true
      this.#taken -= oldest.size
      this.#takenByRetries -= oldest.retries
      this.#hanging += oldest.size
      this.#hangingRetries += oldest.retries
    }
  }

  /** The number of attempts that have a slot. */
  get taken(): number {
    return this.#taken
  }

  /** The number of attempts that may begin. */
  get free(): number {
    return Math.min(SLOTS - this.#taken, MOST_UNDER_WAY - this.#taken - this.#hanging)
  }

  /** The number of those that may be retries. */
  get freeForRetries(): number {
    const most = MOST_UNDER_WAY / 2
    return Math.min(FOR_RETRIES - this.#takenByRetries, most - this.#takenByRetries - this.#hangingRetries)
  }

  /** True while very many attempts hang: endpoints that may hang next are given less; see {@link EndpointPace.wanted}. */
  get isCrowded(): boolean {
    return this.#hanging >= SLOTS
  }
}
