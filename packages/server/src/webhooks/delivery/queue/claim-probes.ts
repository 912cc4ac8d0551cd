import { leaseTime } from '../../../store/lease-time.ts'
import type { Tx } from '../../../store/schema.ts'
import type { DueEndpoint } from '../pace/claimed.ts'
import { refusalsOf } from '../pace/health.ts'
import { chooseDifferent, type Refusals } from '../pace/refusals.ts'
import type { Claims, SearchPosition } from '../pace/wish.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { claimFound } from './claim-found.ts'
import type { ClaimOptions } from './claimed-row.ts'
import { leaseEnd, newLease } from './lease.ts'

/** The number of different deliveries with which an endpoint is probed that answers, but never well. */
const PROBES = 5
/** The number of held deliveries that are looked through for them, and where one is enough, to see whether others are held. */
const OLDEST = 1000
const OLDEST_IF_UNREACHABLE = 2

/**
 * Claims deliveries that are held for an endpoint whose breaker is open, as probes. An endpoint that can't be reached is tried with the
 * oldest alone. One that answers may refuse certain events: it is tried with some that differ in type and subject. One round is
 * under way at a time, over all processes.
 */
export async function claimProbes(
  tx: Tx,
  { endpointId, isInOrder, health }: DueEndpoint,
  position: SearchPosition,
  options: ClaimOptions,
): Promise<Claims> {
  if (!(await leaseProbe(tx, endpointId, options))) return { claimed: [], positions: new Map() }
  const refusals = refusalsOf(health)
  const oldest = isAnswering(refusals) ? OLDEST : OLDEST_IF_UNREACHABLE
  const found = await findCandidates(tx, endpointId, { position, isInOrder, oldest }, options.now)
  const ids = chooseProbes(found.candidates, refusals, health.probes).map(({ deliveryId }) => deliveryId)
  const claimed = await claimFound(tx, ids, 'all', options, newLease(options))
  if (claimed.length === 0) await endProbe(tx, endpointId)
  const probe = found.candidates.length > 1 ? 'for_all' : 'sole'
  return { claimed: claimed.map((one) => ({ ...one, probe })), positions: new Map([[endpointId, found.position]]) }
}

/** @returns false when a round is under way, or none is due */
async function leaseProbe(tx: Tx, endpointId: string, options: ClaimOptions): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'half_open', probe_lease_until: leaseEnd(tx, options) })
    .where('endpoint_id', '=', endpointId)
    .where('breaker', '!=', 'closed')
    .where('probe_at', '<=', options.now)
    .where((is) => is.or([is('probe_lease_until', 'is', null), is('probe_lease_until', '<=', leaseTime(tx))]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function endProbe(tx: Tx, endpointId: string): Promise<void> {
  await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'open', probe_lease_until: null })
    .where('endpoint_id', '=', endpointId)
    .execute()
}

/** Tells whether a failure may have been due to the event. */
const isAnswering = ({ marks }: Refusals) => Object.keys(marks).length > 0

/**
 * Chooses the deliveries to probe with. Where all are alike, the oldest and the newest that was never tried take turns.
 *
 * @param probes the number of rounds that failed since the breaker opened
 */
function chooseProbes(candidates: Candidate[], refusals: Refusals, probes: number): Candidate[] {
  const answers = isAnswering(refusals)
  const chosen = chooseDifferent(candidates, refusals, answers ? PROBES : 1)
  const untried = candidates.filter(({ attempts }) => attempts === 0)
  const newest = untried.toSorted((a, b) => (a.eventId < b.eventId ? 1 : -1))[0]
  return chosen.length === 1 && answers && probes % 2 === 1 && newest ? [newest] : chosen
}
