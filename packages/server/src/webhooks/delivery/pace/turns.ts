/** The endpoints that something may be due to, in turn. */
export class Turns {
  readonly #waiting = new Set<string>()
  /** Those that want nothing until an attempt of theirs is over: nobody looks through them until then. */
  readonly #resting = new Set<string>()

  /** Something may be due to an endpoint. @returns whether that is new */
  mayBeDue(endpointId: string): boolean {
    const isNew = !this.#waiting.has(endpointId) && !this.#resting.has(endpointId)
    this.#resting.delete(endpointId)
    this.#waiting.add(endpointId)
    return isNew
  }

  /** An attempt to an endpoint is over: one that rests waits again. */
  attemptEnded(endpointId: string): void {
    if (this.#resting.delete(endpointId)) this.#waiting.add(endpointId)
  }

  /** Lets those rest that want nothing, up to the first that wants something. It is called after every attempt, and costs little. */
  skip(wants: (endpointId: string) => boolean): void {
    for (const endpointId of this.#waiting) {
      if (wants(endpointId)) return
      this.#rest(endpointId)
    }
  }

  /** Takes the next that want something. They are taken before anything is read: what is committed from then on puts them back. */
  take(most: number, wants: (endpointId: string) => boolean): string[] {
    const taken: string[] = []
    for (const endpointId of this.#waiting) {
      if (!wants(endpointId)) this.#rest(endpointId)
      else if (taken.length < most) taken.push(endpointId)
    }
    for (const endpointId of taken) this.#waiting.delete(endpointId)
    return taken
  }

  /** Tells whether it is the turn of any endpoint that wants something. */
  has(wants: (endpointId: string) => boolean): boolean {
    for (const endpointId of this.#waiting) if (wants(endpointId)) return true
    return false
  }

  #rest(endpointId: string): void {
    this.#waiting.delete(endpointId)
    this.#resting.add(endpointId)
  }
}
