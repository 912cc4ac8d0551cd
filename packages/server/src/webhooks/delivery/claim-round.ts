import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { Store } from '../../store/store.ts'
import type { DueEndpoint } from './pace/claimed.ts'
import * as claims from './pace/claims.ts'
import type { Instant } from './pace/instant.ts'
import type { Commands, Pace } from './pace/pace.ts'
import { type Claims, drained } from './pace/wish.ts'
import { claimByHand } from './queue/by-hand.ts'
import { claimAlone } from './queue/claim.ts'
import { claimProbes } from './queue/claim-probes.ts'
import type { Only } from './queue/claimed-row.ts'
import { readEndpoints } from './queue/read-endpoints.ts'

/** The parts of the engine that a round needs. */
type Parts = {
  pace: Pace
  store: Store
  clock: Clock
  sealer: Sealer
  /** The longest time that one attempt may take, in milliseconds. */
  timeout: number
  instant(): Instant
  carryOut(commands: Commands): Promise<void>
}

/**
 * Claims deliveries for the endpoints whose turn it is: first what was asked for by hand, then what is due, then probes.
 *
 * @returns the number of deliveries that were claimed
 */
export async function claimRound(parts: Parts): Promise<number> {
  const { pace, store, sealer, clock, timeout } = parts
  const at = parts.instant()
  const turns = claims.takeTurns(pace, at)
  const endpointIds = turns.map(({ endpointId }) => endpointId)
  if (turns.length === 0) return 0
  const options = () => ({ now: clock.now(), timeout })
  let count = 0
  try {
    const endpoints = await readEndpoints(store.db, sealer, endpointIds, at.business)
    claims.endpointsRead(pace, endpoints, turns)
    for (const one of claims.endpointsByHand(pace, endpoints)) {
      await take([one], await store.lease((tx) => claimByHand(tx, one.endpointId, options())))
    }
    await claimDeliveries(claims.openEndpoints(pace, endpoints, at.business))
    for (const one of claims.endpointsToProbe(pace, endpoints, at.business)) {
      const { position } = pace.endpoints.of(one.endpointId)
      await take([one], await store.lease((tx) => claimProbes(tx, one, position, options())))
    }
    return count
  } catch (error) {
    claims.mayBeDue(pace, endpointIds)
    throw error
  }

  /** Claims retries too, as far as there is room for them, and then what is new. */
  async function claimDeliveries(open: DueEndpoint[]): Promise<void> {
    const left = await claimSome(open, 'all', claims.roomForRetries(pace))
    const room = claims.room(pace)
    const more = room > 0 ? await claimSome(left, 'first', room) : left
    claims.mayBeDue(
      pace,
      more.map(({ endpointId }) => endpointId),
    )
  }

  /** @returns those of the endpoints that may be owed more */
  async function claimSome(endpoints: DueEndpoint[], only: Only, room: number): Promise<DueEndpoint[]> {
    const wishes = claims.wishes(pace, endpoints, room, parts.instant())
    if (wishes.length === 0) return endpoints
    const granted = await claimAlone(store, wishes, only, options())
    await take(endpoints, granted)
    const done = drained(wishes, granted)
    return endpoints.filter(({ endpointId }) => !done.has(endpointId))
  }

  async function take(endpoints: DueEndpoint[], granted: Claims): Promise<void> {
    count += granted.claimed.length
    await parts.carryOut(claims.deliveriesClaimed(pace, endpoints, granted, parts.instant()))
  }
}
