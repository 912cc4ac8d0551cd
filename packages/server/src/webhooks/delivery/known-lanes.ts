import { Lane } from './pace/endpoint-pace.ts'

/** Endpoints with nothing to do whose lanes are remembered. */
const LANES_KEPT = 10_000

/** The lanes of this process, by endpoint. */
export class KnownLanes {
  readonly #lanes = new Map<string, Lane>()

  get all(): Lane[] {
    return [...this.#lanes.values()]
  }

  /** The lane of an endpoint; a new one when it is not remembered. */
  of(endpointId: string): Lane {
    const known = this.#lanes.get(endpointId)
    if (known) return known
    if (this.#lanes.size >= LANES_KEPT) {
      for (const [id, lane] of this.#lanes) if (lane.isIdle) this.#lanes.delete(id)
    }
    const lane = new Lane(endpointId)
    this.#lanes.set(endpointId, lane)
    return lane
  }
}
