import type { Actor } from '../../actor.ts'
import { lockOwnerOf } from '../../apps/owner.ts'
import { audit } from '../../audit/audit.ts'
import type { Tx } from '../../store/schema.ts'
import { giveUpSome } from '../delivery/hold.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { auditedEndpoint, findEndpoint } from './endpoint.ts'

/**
 * Deletes an endpoint with its secrets; deliveries that had not been made are not made any more, and their record stays.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function deleteEndpoint(tx: Tx, app: Actor, endpointId: string, now: number): Promise<void> {
  const orgId = await lockOwnerOf(tx, app.id)
  const endpoint = await findEndpoint(tx, app, endpointId)
  await removeEndpoints(tx, [endpointId], now)
  const before = auditedEndpoint(endpoint)
  await audit(tx, app, { orgId, action: 'webhookEndpoints.delete', target: endpointId, before }, now)
}

/** Deletes endpoints, whoever asked for it. See {@link deleteEndpoint}. */
export async function removeEndpoints(tx: Tx, endpointIds: string[], now: number): Promise<void> {
  if (endpointIds.length === 0) return
  await tx
    .updateTable('webhook_endpoint')
    .set({ status: 'deleted', headers: null })
    .where('endpoint_id', 'in', endpointIds)
    .execute()
  await tx.deleteFrom('endpoint_challenge').where('endpoint_id', 'in', endpointIds).execute()
  await tx.deleteFrom('webhook_secret').where('endpoint_id', 'in', endpointIds).execute()
  for (const endpointId of endpointIds) {
    if (await giveUpSome(tx, endpointId, now)) await scheduleRelease(tx, endpointId, now)
  }
}
