import type { Tx } from '../../../store/schema.ts'
import type { Result } from './result.ts'

/** The number of probes of a delivery that are kept: an endpoint that is away for days is probed thousands of times. */
const PROBES_KEPT = 50

/** Deletes attempts that used up nothing of the schedule, but for the last ones of each delivery. */
export async function forgetOldProbes(tx: Tx, results: Result[]): Promise<void> {
  for (const { made, number, counts } of results) {
    if (counts || number <= PROBES_KEPT) continue
    await tx
      .deleteFrom('attempt')
      .where('org_id', '=', made.claimed.orgId)
      .where('delivery_id', '=', made.claimed.deliveryId)
      .where('number', '<=', number - PROBES_KEPT)
      .where('counted', '=', 0)
      .execute()
  }
}
