/** The time between two writes of the health of an endpoint that is well, in milliseconds. */
const EVERY = 1000

/** The writes of one endpoint's health by this process, and whether the store may say something else than this process knows. */
export class HealthWrites {
  /** The real time of the last write. */
  #writtenAt = 0
  #count = 0
  #isUnwell = false
  #isConcurrencyNewer = false

  /** The health was read, or written at a real time. */
  agrees(isFailing: boolean, writtenAt?: number): void {
    this.#isUnwell = isFailing
    if (writtenAt === undefined) return
    this.#writtenAt = writtenAt
    this.#count++
    this.#isConcurrencyNewer = false
  }

  /** An attempt changed what this process knows. */
  learned(isReceived: boolean): void {
    this.#isConcurrencyNewer = true
    if (!isReceived) this.#isUnwell = true
  }

  get count(): number {
    return this.#count
  }

  /** True if the concurrency changed since the last write. */
  get isConcurrencyNewer(): boolean {
    return this.#isConcurrencyNewer
  }

  /** Tells whether a write is due even if all went well: the endpoint was not well, or nothing was written for a second. */
  isDue(real: number): boolean {
    return this.#isUnwell || real - this.#writtenAt >= EVERY
  }
}
