import type { Timings } from './answer.ts'
import type { Cut } from './failure.ts'

/**
 * An attempt under way, as those see it that work on it: it may be cut at any time, and its timings are filled in. Only opening a
 * connection needs an `AbortSignal`, which costs more than the rest of the watch; it is made when it is asked for.
 */
export class Watch {
  readonly timings: Timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: null }
  /** Called when the attempt is cut. */
  onCut: ((reason: Cut) => void) | undefined
  #reason: Cut | undefined
  #controller: AbortController | undefined

  /** Ends the attempt. Later cuts have no effect. */
  cut(reason: Cut): void {
    if (this.#reason) return
    this.#reason = reason
    this.#controller?.abort(reason)
    this.onCut?.(reason)
  }

  /** The reason for which the attempt was cut, if it was. */
  get reason(): Cut | undefined {
    return this.#reason
  }

  /** Aborts when the attempt is cut. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#reason) this.#controller.abort(this.#reason)
    return this.#controller.signal
  }
}
