import { sql } from 'kysely'
import { leaseTime } from '../../store/lease-time.ts'
import type { Tx } from '../../store/schema.ts'
import { claimDue, type Wish } from './claim.ts'
import type { Claimed, ClaimOptions } from './claimed.ts'
import { due, findInTurn } from './in-turn.ts'
import { leaseEnd } from './lease.ts'

/**
 * Claims the oldest delivery that is held for an endpoint whose breaker is open, as a probe. One is under way at a time, over all
 * processes.
 */
export async function claimProbe(
  tx: Tx,
  { endpointId, chains }: Omit<Wish, 'most'>,
  options: ClaimOptions,
): Promise<Claimed | undefined> {
  const { now } = options
  const { numUpdatedRows } = await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'half_open', probe_lease_until: leaseEnd(tx, options) })
    .where('endpoint_id', '=', endpointId)
    .where('breaker', '!=', 'closed')
    .where('probe_at', '<=', now)
    .where((is) => is.or([is('probe_lease_until', 'is', null), is('probe_lease_until', '<=', leaseTime(tx))]))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined
  const waiting = chains
    ? await findInTurn(tx, endpointId, 2, { ...chains }, now)
    : await sql`select 1 from delivery d where d.endpoint_id = ${endpointId} and ${due(tx, now)} limit 2`
        .execute(tx)
        .then(({ rows }) => rows)
  const [probe] = await claimDue(tx, [{ endpointId, most: 1, chains }], 'all', options)
  if (probe) return { ...probe, probe: waiting.length > 1 ? 'for_all' : 'sole' }
  await tx
    .updateTable('endpoint_health')
    .set({ breaker: 'open', probe_lease_until: null })
    .where('endpoint_id', '=', endpointId)
    .execute()
  return undefined
}
