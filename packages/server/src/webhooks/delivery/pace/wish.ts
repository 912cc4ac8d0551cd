import type { Claimed } from './claimed.ts'
import type { Refusals } from './refusals.ts'

/** The number of deliveries to claim for an endpoint, and how to find them. */
export type Wish = {
  endpointId: string
  most: number
  /** Some of its deliveries come in order, by their subject. */
  isInOrder: boolean
  /** The position at which the search through its deliveries continues. */
  position: SearchPosition
  /** Set where the endpoint refuses some deliveries while it takes others: how to tell them, and how many to claim beside the others. */
  refusing?: { refusals: Refusals; most: number } | undefined
}

/**
 * The position of a search through the deliveries of an endpoint: by subject and organisation where they come in order, and by the
 * time at which they fell due.
 */
export type SearchPosition = {
  after: { subject: string; orgId: string }
  afterDue: { dueAt: number; deliveryId: string }
  /** The last search ended before it had seen everything. */
  isMore: boolean
}

/** The position from which a search begins. */
export const BEGINNING: SearchPosition = {
  after: { subject: '', orgId: '' },
  afterDue: { dueAt: -1, deliveryId: '' },
  isMore: false,
}

/** The answer to some wishes. */
export type Claims = {
  claimed: Claimed[]
  /** The new positions of the endpoints that were searched. */
  positions: Map<string, SearchPosition>
}

/** Finds the endpoints that are owed nothing more: the search is over, and they got less than they wished for. */
export function drained(wishes: readonly Wish[], { claimed, positions }: Claims): Set<string> {
  const byEndpoint = Map.groupBy(claimed, ({ endpointId }) => endpointId)
  const done = wishes.filter(({ endpointId, most }) => {
    const main = byEndpoint.get(endpointId)?.filter(({ beside }) => !beside) ?? []
    return !positions.get(endpointId)?.isMore && main.length < most
  })
  return new Set(done.map(({ endpointId }) => endpointId))
}
