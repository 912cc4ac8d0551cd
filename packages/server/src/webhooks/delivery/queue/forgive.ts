import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { WELL } from '../pace/health.ts'
import type { Made } from '../pace/made.ts'
import { WAITS } from '../pace/schedule.ts'

/** An endpoint that began to fail within this, in milliseconds, was well before. */
const WELL_BEFORE = 60_000

/**
 * Takes back that attempts counted, because our own network failed: their deliveries are due again, and endpoints that were well before
 * are well again.
 *
 * @param now business time, in milliseconds
 */
export async function forgive(tx: Tx, made: Made[], now: number): Promise<void> {
  for (const { claimed } of made) {
    const number = claimed.attempts + 1
    const { numUpdatedRows } = await tx
      .updateTable('attempt')
      .set({ counted: 0 })
      .where('org_id', '=', claimed.orgId)
      .where('delivery_id', '=', claimed.deliveryId)
      .where('number', '=', number)
      .where('counted', '=', 1)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    await tx
      .updateTable('delivery')
      .set((row) => ({ counted: row('counted', '-', 1), due_at: now, status: 'pending', finished_at: null }))
      .where('org_id', '=', claimed.orgId)
      .where('delivery_id', '=', claimed.deliveryId)
      .where('attempts', '=', number)
      // A delivery that failed before its schedule was used up was given up: it is not owed any more.
      .where((is) =>
        is.or([is('status', '=', 'pending'), is.and([is('status', '=', 'failed'), is('counted', '>=', WAITS.length)])]),
      )
      .execute()
  }
  await tx
    .updateTable('endpoint_health')
    .set(WELL)
    .where(isOneOf(tx, 'endpoint_id', [...new Set(made.map(({ claimed }) => claimed.endpointId))]))
    .where('first_failure_at', '>=', now - WELL_BEFORE)
    .execute()
}
