/** So many attempts may be under way that have not been for long. */
export const PLACES = 1024
/** Retries may have no more of them, nor of all, than half: what is new never waits behind what is old. */
const FOR_RETRIES = PLACES / 2
/** An attempt that was not over within so many milliseconds hangs: all that it needs is a socket, and it gives its place to another. */
export const HANGS_AFTER = 1000
/** So many attempts may be under way in all: what hangs takes memory and descriptors. */
export const MOST_UNDER_WAY = 4096

/** Attempts that began at about the same time. */
export type Cohort = { readonly began: number; size: number; retries: number; hangs: boolean }

/** How far apart, in milliseconds, attempts of a cohort began at most. */
const TOGETHER = 100

/**
 * The places for attempts. What hangs takes none: endpoints that do not answer would else have all of them until their time is
 * over, and everybody else would wait. Attempts are counted by cohorts, so that none costs more than a few additions.
 */
export class Places {
  /** Those that began lately, oldest first. */
  readonly #young: Cohort[] = []
  #taken = 0
  #takenByRetries = 0
  #hanging = 0
  #hangingRetries = 0

  /** An attempt begins. @returns what to give back when it is over */
  take(isRetry: boolean, now: number): Cohort {
    let cohort = this.#young.at(-1)
    if (cohort === undefined || now - cohort.began > TOGETHER) {
      cohort = { began: now, size: 0, retries: 0, hangs: false }
      this.#young.push(cohort)
      this.look(now)
    }
    cohort.size++
    this.#taken++
    if (!isRetry) return cohort
    cohort.retries++
    this.#takenByRetries++
    return cohort
  }

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

  /** Takes the places from those that hang by now. */
  look(now: number): void {
    for (let oldest = this.#young[0]; oldest && now - oldest.began > HANGS_AFTER + TOGETHER; oldest = this.#young[0]) {
      this.#young.shift()
      oldest.hangs = true
      this.#taken -= oldest.size
      this.#takenByRetries -= oldest.retries
      this.#hanging += oldest.size
      this.#hangingRetries += oldest.retries
    }
  }

  /** How many attempts have a place. */
  get taken(): number {
    return this.#taken
  }

  /** How many more attempts may be begun. */
  get free(): number {
    return Math.min(PLACES - this.#taken, MOST_UNDER_WAY - this.#taken - this.#hanging)
  }

  /** How many of them may be retries. */
  get freeForRetries(): number {
    const most = MOST_UNDER_WAY / 2
    return Math.min(FOR_RETRIES - this.#takenByRetries, most - this.#takenByRetries - this.#hangingRetries)
  }

  /** So many hang that those which may hang next are given less; see `wanted` of a lane. */
  get isCrowded(): boolean {
    return this.#hanging >= PLACES
  }
}
