import { mayBegin, type Ready } from './claimed.ts'

/** The deliveries of one endpoint that are claimed and have not begun, oldest first. */
export class Ahead {
  readonly #ready: Ready[] = []

  get length(): number {
    return this.#ready.length
  }

  /** The number of those that are sent beside the others. */
  get beside(): number {
    return this.#ready.filter(({ claimed }) => claimed.beside).length
  }

  get first(): Ready | undefined {
    return this.#ready[0]
  }

  add(ready: Ready): void {
    // These wait for no room, whatever else is claimed ahead.
    if (ready.claimed.beside || ready.claimed.byHand) this.#ready.unshift(ready)
    else this.#ready.push(ready)
  }

  take(): Ready | undefined {
    return this.#ready.shift()
  }

  /** Takes those that can't begin in time any more, at a time of {@link Instant.steady}. */
  takeLate(steady: number): Ready[] {
    const first = this.#ready.findIndex((ready) => mayBegin(ready, steady))
    return this.#ready.splice(0, first === -1 ? this.#ready.length : first)
  }

  takeAll(): Ready[] {
    return this.#ready.splice(0)
  }
}
