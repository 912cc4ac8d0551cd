import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { lockOwnerOf } from '../../locks/app-owner.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import { giveUpSome } from '../delivery/queue/hold.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { auditedEndpoint, findEndpoint } from './endpoint.ts'

/** The most endpoints for which the deletion itself gives up the first page of what they are owed. */
const AT_ONCE = 20

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
    .where(isOneOf(tx, 'endpoint_id', endpointIds))
    .execute()
  await tx
    .deleteFrom('endpoint_challenge')
    .where(isOneOf(tx, 'endpoint_id', endpointIds))
    .execute()
  await tx
    .deleteFrom('webhook_secret')
    .where(isOneOf(tx, 'endpoint_id', endpointIds))
    .execute()
  for (const endpointId of endpointIds) {
    // For a few it is done here; for many it is due work, or this transaction would grow with everything that they are owed.
    const isAtOnce = endpointIds.length <= AT_ONCE
    if (!isAtOnce || (await giveUpSome(tx, endpointId, now))) await scheduleRelease(tx, endpointId, now)
  }
}
