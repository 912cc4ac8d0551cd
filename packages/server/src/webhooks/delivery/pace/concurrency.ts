const START = 4
const MOST = 32
/** The number of fast successes after which there is one more. */
const GROWS_AFTER = 20

/**
 * The number of attempts to an endpoint that may be under way at once. It follows the endpoint (AIMD): one more after 20 fast
 * successes, half after an answer that asks for less; after a recovery 1, 2, 4, and then as before.
 */
export class Concurrency {
  #value = START
  #successes = 0
  #isRecovering = false

  get value(): number {
    return this.#value
  }

  /** Takes over the value that the store has. */
  read(value: number): void {
    this.#value = value
  }

  /** The endpoint answered a probe well. */
  recovered(): void {
    this.#value = 1
    this.#successes = 0
    this.#isRecovering = true
  }

  succeeded(): void {
    this.#successes++
    if (this.#isRecovering && this.#successes >= this.#value) {
      this.#value *= 2
      this.#successes = 0
      this.#isRecovering = this.#value < START
    } else if (this.#successes >= GROWS_AFTER) {
      this.#value = Math.min(MOST, this.#value + 1)
      this.#successes = 0
    }
  }

  failed(): void {
    this.#successes = 0
  }

  /** It was too much for the endpoint. */
  throttled(): void {
    this.#value = Math.max(1, Math.floor(this.#value / 2))
    this.#successes = 0
    this.#isRecovering = false
  }
}
