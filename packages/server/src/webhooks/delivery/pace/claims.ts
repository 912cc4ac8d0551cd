import { giveBack, proceed } from './attempts.ts'
import type { DueEndpoint } from './claimed.ts'
import type { Instant } from './instant.ts'
import type { Commands, Pace } from './pace.ts'
import type { Claims, Wish } from './wish.ts'

/** The turn of an endpoint; `writes` are those of its pace before its health was read. */
export type Turn = { endpointId: string; writes: number }

/** The most attempts that are over and not recorded; then nothing is claimed, because a crash would repeat all of them. */
const MOST_UNRECORDED = 1024
/** The time between two searches for late claims, in milliseconds. */
const LATE_EVERY = 250

/** Time has passed. @returns the command to give back what was claimed ahead and waited for too long */
export function timePassed(pace: Pace, at: Instant): Commands {
  pace.slots.passed(at.steady)
  pace.network.passed(at.business)
  if (hasRoom(pace)) pace.turns.skip(wants(pace, at))
  if (pace.ahead === 0 || at.steady - pace.lookedAt < LATE_EVERY) return giveBack(pace, [])
  pace.lookedAt = at.steady
  return giveBack(
    pace,
    pace.endpoints.all.flatMap((endpoint) => endpoint.takeLate(at.steady)),
  )
}

/** Something may be due to endpoints. @returns whether that is new for any of them */
export function mayBeDue(pace: Pace, endpointIds: readonly string[]): boolean {
  return endpointIds.filter((endpointId) => pace.turns.mayBeDue(endpointId)).length > 0
}

/** Tells whether there is room to claim something, and an endpoint that wants it. */
export function hasClaimableWork(pace: Pace, at: Instant): boolean {
  return hasRoom(pace) && pace.turns.has(wants(pace, at))
}

/** A round of claims begins. @returns the endpoints whose turn it is */
export function takeTurns(pace: Pace, at: Instant): Turn[] {
  const most = Math.min(pace.network.room, Math.max(0, room(pace)))
  const endpointIds = pace.turns.take(most, wants(pace, at))
  return endpointIds.map((endpointId) => ({ endpointId, writes: pace.endpoints.of(endpointId).writes }))
}

/** The endpoints whose turn it is were read from the store. */
export function endpointsRead(pace: Pace, endpoints: DueEndpoint[], turns: Turn[]): void {
  const writes = new Map(turns.map((turn) => [turn.endpointId, turn.writes]))
  for (const { endpointId, health } of endpoints) pace.endpoints.of(endpointId).read(health, writes.get(endpointId))
}

/** The endpoints to which something is due that was asked for by hand. */
export function endpointsByHand(pace: Pace, endpoints: DueEndpoint[]): DueEndpoint[] {
  return pace.network.isTrial ? [] : endpoints.filter(({ isByHand }) => isByHand)
}

/** The endpoints that may be sent more than a probe. */
export function openEndpoints(pace: Pace, endpoints: DueEndpoint[], business: number): DueEndpoint[] {
  return endpoints.filter(({ endpointId, health }) => {
    const endpoint = pace.endpoints.of(endpointId)
    return (
      !isPausedAt(health, business) &&
      health.breaker === 'closed' &&
      !endpoint.isStopped &&
      !endpoint.isPaused(business)
    )
  })
}

/** The endpoints that are due for a probe. */
export function endpointsToProbe(pace: Pace, endpoints: DueEndpoint[], business: number): DueEndpoint[] {
  if (pace.network.isTrial) return []
  return endpoints.filter(
    ({ health, isProbed }) =>
      !isPausedAt(health, business) && health.breaker !== 'closed' && !isProbed && (health.probe_at ?? 0) <= business,
  )
}

/** The number of deliveries that may be claimed now, and the number of those that may be retries. */
export const room = (pace: Pace): number => Math.min(pace.slots.free - pace.ahead, MOST_UNRECORDED - pace.unrecorded)
export const roomForRetries = (pace: Pace): number => Math.min(room(pace), pace.slots.freeForRetries)

/** Divides room among endpoints. */
export function wishes(pace: Pace, endpoints: DueEndpoint[], room: number, at: Instant): Wish[] {
  const { isTrial } = pace.network
  const share = isTrial ? 1 : Math.max(1, Math.floor(room / Math.max(1, endpoints.length)))
  let left = room
  return endpoints.flatMap(({ endpointId, isInOrder }) => {
    const endpoint = pace.endpoints.of(endpointId)
    const most = Math.min(endpoint.wanted(at.steady, pace.slots.isCrowded), share, left)
    left -= Math.max(0, most)
    return most <= 0 ? [] : endpoint.wish(most, isInOrder, at.business, isTrial)
  })
}

/** Deliveries were claimed for endpoints. @returns the commands to begin them */
export function deliveriesClaimed(
  pace: Pace,
  endpoints: DueEndpoint[],
  { claimed, positions }: Claims,
  at: Instant,
): Commands {
  for (const [endpointId, position] of positions) pace.endpoints.of(endpointId).searched(position)
  const byId = new Map(endpoints.map((endpoint) => [endpoint.endpointId, endpoint]))
  const touched = new Set<string>()
  for (const one of claimed) {
    const endpoint = byId.get(one.endpointId)
    if (endpoint === undefined) continue
    pace.endpoints.of(one.endpointId).claimed(endpoint, one, at.steady)
    pace.ahead++
    touched.add(one.endpointId)
  }
  return proceed(
    pace,
    [...touched].map((endpointId) => pace.endpoints.of(endpointId)),
    at,
  )
}

const hasRoom = (pace: Pace) => room(pace) > 0 && pace.network.room > 0

const wants = (pace: Pace, at: Instant) => (endpointId: string) =>
  pace.endpoints.of(endpointId).wanted(at.steady, pace.slots.isCrowded) > 0

const isPausedAt = ({ retry_after_until }: DueEndpoint['health'], business: number) =>
  (retry_after_until ?? 0) > business
