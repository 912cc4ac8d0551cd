import type { Actor } from '../../actor.ts'
import type { Tx } from '../../store/schema.ts'
import { findEndpoint } from './endpoint.ts'

/**
 * Deletes an endpoint with its secrets; deliveries that had not been made are not made any more, and their record stays.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function deleteEndpoint(tx: Tx, app: Actor, endpointId: string, now: number): Promise<void> {
  const { endpoint_id } = await findEndpoint(tx, app, endpointId)
  await tx.updateTable('webhook_endpoint').set({ status: 'deleted' }).where('endpoint_id', '=', endpoint_id).execute()
  await tx.deleteFrom('webhook_secret').where('endpoint_id', '=', endpoint_id).execute()
  await tx
    .updateTable('delivery')
    .set({ status: 'failed', finished_at: now, lease_id: null })
    .where('endpoint_id', '=', endpoint_id)
    .where('status', 'in', ['pending', 'held'])
    .execute()
}
