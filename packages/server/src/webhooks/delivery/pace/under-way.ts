import type { Claimed } from './claimed.ts'
import { HANGS_AFTER } from './slots.ts'

/** The number of refused deliveries that may be under way beside the others, and the number where they are refused fast. */
const BESIDE = 4
const BESIDE_IF_FAST = 32

/** The attempts to one endpoint that are under way: refused deliveries, which are sent beside the others, and the main ones. */
export class UnderWay {
  #main = 0
  #beside = 0
  #begunAt = 0

  /** An attempt began, at a time of {@link Instant.steady}. */
  began({ beside }: Pick<Claimed, 'beside'>, steady: number): void {
    if (beside) {
      this.#beside++
      return
    }
    this.#main++
    this.#begunAt = steady
  }

  ended({ beside }: Pick<Claimed, 'beside'>): void {
    if (beside) this.#beside--
    else this.#main--
  }

  get main(): number {
    return this.#main
  }

  /** The room for more refused deliveries when some are claimed ahead; 0 until half of it is free. */
  roomBeside(ahead: number, isFast: boolean): number {
    const most = isFast ? BESIDE_IF_FAST : BESIDE
    const room = most - this.#beside - ahead
    return room * 2 >= most ? room : 0
  }

  get all(): number {
    return this.#main + this.#beside
  }

  /** Tells whether no main attempt was over in time. */
  hangs(steady: number): boolean {
    return this.#main > 0 && steady - this.#begunAt > HANGS_AFTER
  }
}
