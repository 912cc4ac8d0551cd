import { sql } from 'kysely'
import { isOneOf } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
import type { Claimed } from './claimed.ts'

/** Gives back what was claimed and not sent; of a probe its turn too. */
export async function releaseLeases(tx: Tx, unsent: Claimed[]): Promise<void> {
  const probed = unsent.filter(({ probe }) => probe).map(({ endpointId }) => endpointId)
  if (probed.length > 0) {
    await tx
      .updateTable('endpoint_health')
      .set({ breaker: 'open', probe_lease_until: null })
      .where(isOneOf(tx, 'endpoint_id', probed))
      .where('breaker', '=', 'half_open')
      .execute()
  }
  for (const leaseId of new Set(unsent.map((one) => one.leaseId))) {
    const ids = unsent.filter((one) => one.leaseId === leaseId).map(({ deliveryId }) => deliveryId)
    await tx
      .updateTable('delivery')
      .set({ lease_id: null, lease_until: 0 })
      .where(isOneOf(tx, 'delivery_id', ids))
      .where('lease_id', '=', leaseId)
      .execute()
  }
}

/** Ends all leases; for a start on a store that only this process uses, where whoever held one is gone. */
export async function endLeases(tx: Tx): Promise<void> {
  const none = { lease_id: null, lease_until: 0 }
  await tx
    .updateTable('delivery')
    .set(none)
    .where('status', '=', sql.lit('pending'))
    .where('lease_until', '>', 0)
    .execute()
  await tx.updateTable('endpoint_health').set({ probe_lease_until: null }).execute()
}
