import { leaseTime } from '../../../store/lease-time.ts'
import type { Tx } from '../../../store/schema.ts'
import { chooseDifferent, type Refusals } from '../pace/refusals.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { claimFound } from './claim-found.ts'
import type { Claimed, ClaimOptions } from './claimed.ts'
import { leaseEnd, newLease } from './lease.ts'
import type { Chains } from './subject-order.ts'

/** An endpoint that answers, but never well, is tried with so many different deliveries at a time. */
const PROBES = 5
/** The most held deliveries that are looked through for them. */
const MANY = 1000

/** The endpoint to probe; `probes` is how many rounds failed since its breaker opened. */
export type Probed = { endpointId: string; search: Chains; isInOrder: boolean; refusals: Refusals; probes: number }

/**
 * Claims deliveries that are held for an endpoint whose breaker is open, as probes. One that can't be reached is tried with the
 * oldest alone. One that answers may refuse certain events: it is tried with some that differ in type and subject. One round is
 * under way at a time, over all processes.
 */
export async function claimProbes(tx: Tx, probed: Probed, options: ClaimOptions): Promise<Claimed[]> {
  const { endpointId, search, isInOrder, refusals } = probed
  const { numUpdatedRows } = await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'half_open', probe_lease_until: leaseEnd(tx, options) })
    .where('endpoint_id', '=', endpointId)
    .where('breaker', '!=', 'closed')
    .where('probe_at', '<=', options.now)
    .where((is) => is.or([is('probe_lease_until', 'is', null), is('probe_lease_until', '<=', leaseTime(tx))]))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return []
  const candidates = await findCandidates(
    tx,
    endpointId,
    search,
    { isInOrder, oldest: isAnswering(refusals) ? MANY : 2 },
    options.now,
  )
  const ids = chooseProbes(candidates, probed).map(({ deliveryId }) => deliveryId)
  const claimed = await claimFound(tx, ids, 'all', options, newLease(options))
  const probe = candidates.length > 1 ? 'for_all' : 'sole'
  if (claimed.length > 0) return claimed.map((one) => ({ ...one, probe }))
  await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'open', probe_lease_until: null })
    .where('endpoint_id', '=', endpointId)
    .execute()
  return []
}

/** Tells whether a failure may have been due to the event. */
const isAnswering = ({ marks }: Refusals) => Object.keys(marks).length > 0

/** Where all are alike, the oldest and the newest that was never tried take turns. */
function chooseProbes(candidates: Candidate[], { refusals, probes }: Probed): Candidate[] {
  const answers = isAnswering(refusals)
  const chosen = chooseDifferent(candidates, refusals, answers ? PROBES : 1)
  const untried = candidates.filter(({ attempts }) => attempts === 0)
  const newest = untried.toSorted((a, b) => (a.eventId < b.eventId ? 1 : -1))[0]
  return chosen.length === 1 && answers && probes % 2 === 1 && newest ? [newest] : chosen
}
