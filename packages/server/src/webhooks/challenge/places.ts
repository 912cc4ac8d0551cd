/** The number of challenges that may be under way, in all and of one organisation's apps: slow endpoints hold up only their own. */
const PLACES = 256
export const PLACES_OF_ONE = 8

/** The places for challenges, by organisation. */
export class ChallengePlaces {
  readonly #taken = new Map<string, number>()
  #free = PLACES

  get free(): number {
    return this.#free
  }

  /** The organisations that have no place left. */
  get full(): string[] {
    return [...this.#taken].filter(([, count]) => count >= PLACES_OF_ONE).map(([owner]) => owner)
  }

  /** Chooses the challenges for which there is a place, in their order. */
  choose<Due extends { owner: string }>(due: Due[]): Due[] {
    const counts = new Map(this.#taken)
    return due
      .filter(({ owner }) => {
        const count = (counts.get(owner) ?? 0) + 1
        counts.set(owner, count)
        return count <= PLACES_OF_ONE
      })
      .slice(0, this.#free)
  }

  take(owner: string): void {
    this.#free--
    this.#taken.set(owner, (this.#taken.get(owner) ?? 0) + 1)
  }

  giveBack(owner: string): void {
    this.#free++
    const left = (this.#taken.get(owner) ?? 0) - 1
    if (left > 0) this.#taken.set(owner, left)
    else this.#taken.delete(owner)
  }
}
