import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import { WELL } from '../pace/health.ts'
import type { Made } from '../pace/made.ts'
import { WAITS } from '../pace/schedule.ts'

/**
 * Takes back that attempts counted, once it is clear that it was our own network that failed: they are due again, and endpoints
 * that were well before are taken to be so.
 *
 * @param since what began to fail since then was well before, in milliseconds of business time
 */
export async function forgive(tx: Tx, made: Made[], since: number, now: number): Promise<void> {
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
      // One that failed before its schedule was used up was given up: it is not owed any more.
      .where((is) =>
        is.or([is('status', '=', 'pending'), is.and([is('status', '=', 'failed'), is('counted', '>=', WAITS.length)])]),
      )
      .execute()
  }
  await tx
    .updateTable('endpoint_health')
    .set(WELL)
    .where(isOneOf(tx, 'endpoint_id', [...new Set(made.map(({ claimed }) => claimed.endpointId))]))
    .where('first_failure_at', '>=', since)
    .execute()
}
