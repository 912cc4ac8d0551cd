import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { Store } from '../../store/store.ts'
import type { Dispatch } from './dispatch.ts'
import { refusalsOf } from './pace/health.ts'
import { claimByHand } from './queue/by-hand.ts'
import { claimDue } from './queue/claim.ts'
import { claimProbes } from './queue/claim-probes.ts'
import type { Wish } from './queue/claimed.ts'
import { type DueLane, findDueLanes, readLanes } from './queue/due-endpoints.ts'

type Parts = {
  store: Store
  clock: Clock
  sealer: Sealer
  dispatch: Dispatch
  /** How long an attempt can take, in milliseconds. */
  timeout: number
}

/** With more made and not recorded yet nothing is claimed: a crash would have them all made again. */
const UNRECORDED = 1024

/** Claims what is due, endpoint by endpoint in turn. */
export class Claiming {
  /** Endpoints that something may be due to, by whose turn it is. */
  readonly #ready = new Set<string>()
  /** Those of them that want nothing until an attempt of theirs is over: nobody looks through them meanwhile. */
  readonly #full = new Set<string>()
  readonly #parts: Parts
  #claimed = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Something may be due to an endpoint. */
  add(endpointId: string): void {
    this.#full.delete(endpointId)
    this.#ready.add(endpointId)
  }

  /** An attempt to an endpoint is over. */
  over(endpointId: string): void {
    const { dispatch, clock } = this.#parts
    // What it refuses may wait for a place beside the others.
    const lane = dispatch.lane(endpointId)
    const isRefusing = lane.roomAside > 0 && lane.isRefusing(clock.now())
    if (this.#full.delete(endpointId) || isRefusing) this.#ready.add(endpointId)
  }

  /** Whether there is an endpoint to claim for, and room to do so. */
  get isToBeDone(): boolean {
    const { dispatch, clock } = this.#parts
    dispatch.look()
    if (this.#free <= 0 || dispatch.network.room(clock.now()) === 0) return false
    // It is asked after every attempt: the first that wants something is enough, and those before it are not asked again.
    for (const endpointId of this.#ready) if (this.#wants(endpointId)) return true
    return false
  }

  /** Finds the endpoints that something is due to. @returns whether one was found that was not known */
  async search(): Promise<boolean> {
    const { store, clock } = this.#parts
    const found = await findDueLanes(store.db, clock.now())
    const isNew = found.some((endpointId) => !this.#ready.has(endpointId) && !this.#full.has(endpointId))
    for (const endpointId of found) this.add(endpointId)
    return isNew
  }

  /** Claims for those whose turn it is, and sends it off. @returns how many were claimed */
  async claim(): Promise<number> {
    const { store, clock, sealer, dispatch } = this.#parts
    const now = clock.now()
    dispatch.look()
    const turns = [...this.#ready].filter((endpointId) => this.#wants(endpointId))
    const wanting = turns.slice(0, Math.min(dispatch.network.room(now), Math.max(0, this.#free)))
    if (wanting.length === 0) return 0
    this.#claimed = 0
    // Before anything is read: what is committed from now on puts them back.
    for (const endpointId of wanting) this.#ready.delete(endpointId)
    try {
      const writes = new Map(wanting.map((endpointId) => [endpointId, dispatch.lane(endpointId).writes]))
      const lanes = await readLanes(store.db, sealer, wanting, now)
      for (const { endpointId, health } of lanes) dispatch.lane(endpointId).know(health, writes.get(endpointId))
      if (!dispatch.network.isTrying) for (const lane of lanes) if (lane.isByHand) await this.#claimByHand(lane)
      const due = lanes.filter((lane) => isOpenAt(lane, now))
      const closed = due.filter(
        ({ health, endpointId }) =>
          health.breaker === 'closed' &&
          !dispatch.lane(endpointId).isStopped &&
          !dispatch.lane(endpointId).isPaused(now),
      )
      await this.#claimDeliveries(closed)
      if (dispatch.network.isTrying) return this.#claimed
      for (const lane of due) if (lane.health.breaker !== 'closed') await this.#claimProbes(lane)
      return this.#claimed
    } catch (error) {
      for (const endpointId of wanting) this.#ready.add(endpointId)
      throw error
    }
  }

  get #free(): number {
    const { dispatch } = this.#parts
    return Math.min(dispatch.places.free - dispatch.ahead, UNRECORDED - dispatch.results.size)
  }

  #wants(endpointId: string): boolean {
    if (this.#parts.dispatch.wanted(endpointId) > 0) return true
    this.#ready.delete(endpointId)
    this.#full.add(endpointId)
    return false
  }

  /** Retries too, as far as there is room for them, and then what is new. */
  async #claimDeliveries(due: DueLane[]): Promise<void> {
    const withRetries = Math.min(this.#free, this.#parts.dispatch.places.freeForRetries)
    const rest = await this.#claimSome(due, 'all', withRetries)
    const more = this.#free > 0 ? await this.#claimSome(rest, 'first', this.#free) : rest
    for (const { endpointId } of more) this.#ready.add(endpointId)
  }

  /** @returns those of the endpoints that may have more */
  async #claimSome(due: DueLane[], only: 'first' | 'all', room: number): Promise<DueLane[]> {
    const wishes = this.#shared(due, room)
    if (wishes.length === 0) return due
    const claimed = await this.#parts.store.transaction((tx) => claimDue(tx, wishes, only, this.#options))
    this.#parts.dispatch.take(due, claimed)
    this.#claimed += claimed.length
    const got = Map.groupBy(claimed, ({ endpointId }) => endpointId)
    const drained = wishes.filter(({ endpointId, most, chains, refusing }) => {
      const others = got.get(endpointId)?.filter(({ aside }) => !aside) ?? []
      return !(refusing?.search ?? chains)?.isMore && others.length < most
    })
    const ids = new Set(drained.map(({ endpointId }) => endpointId))
    return due.filter(({ endpointId }) => !ids.has(endpointId))
  }

  /** Divides the room among the endpoints. */
  #shared(due: DueLane[], room: number): Wish[] {
    const { dispatch, clock } = this.#parts
    const now = clock.now()
    const share = dispatch.network.isTrying ? 1 : Math.max(1, Math.floor(room / Math.max(1, due.length)))
    let left = room
    return due.flatMap(({ endpointId, isInOrder }) => {
      const lane = dispatch.lane(endpointId)
      const most = Math.min(dispatch.wanted(endpointId), share, left)
      left -= Math.max(0, most)
      if (most <= 0) return []
      const { chains, refusals } = lane
      const refusing = lane.isRefusing(now) && {
        search: chains,
        refusals,
        aside: dispatch.network.isTrying ? 0 : lane.roomAside,
      }
      return [{ endpointId, most, ...(isInOrder && { chains }), ...(refusing && { refusing }) }]
    })
  }

  async #claimProbes(lane: DueLane): Promise<void> {
    const { store, dispatch } = this.#parts
    const { endpointId, isInOrder, health } = lane
    const { chains: search } = dispatch.lane(endpointId)
    const probed = { endpointId, search, isInOrder, refusals: refusalsOf(health), probes: health.probes }
    const probes = await store.transaction((tx) => claimProbes(tx, probed, this.#options))
    dispatch.take([lane], probes)
    this.#claimed += probes.length
  }

  async #claimByHand(lane: DueLane): Promise<void> {
    const { store, dispatch } = this.#parts
    const claimed = await store.transaction((tx) => claimByHand(tx, lane.endpointId, this.#options))
    dispatch.take([lane], claimed)
    this.#claimed += claimed.length
  }

  get #options() {
    const { clock, timeout } = this.#parts
    return { now: clock.now(), timeout }
  }
}

/** Whether anything may be sent, be it a probe. */
function isOpenAt({ health: { breaker, probe_at, retry_after_until }, isProbed }: DueLane, now: number): boolean {
  return (retry_after_until ?? 0) <= now && (breaker === 'closed' || (!isProbed && (probe_at ?? 0) <= now))
}
