import type { CallOf } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Work } from '../../store/work.ts'
import { giveUpSome } from '../delivery/queue/hold.ts'
import { scheduleEnded } from '../receipts/ended.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { auditedEndpoint, lockEndpoint } from './endpoint.ts'

/** The most endpoints for which the deletion itself gives up the first page of their deliveries. */
const AT_ONCE = 20

/**
 * Deletes an endpoint with its secrets. Deliveries that were not made are given up, and their record stays.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function deleteEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.delete'>,
): Promise<void> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, endpointId)
  const { org_id: orgId } = app
  await removeEndpoints(work, orgId, [endpointId])
  const before = auditedEndpoint(endpoint)
  await audit(work, actor, { orgId, action: 'webhookEndpoints.delete', target: endpointId, before })
}

/** Deletes endpoints, for any actor. See {@link deleteEndpoint}. */
export async function removeEndpoints(work: Work, orgId: string, endpointIds: string[]): Promise<void> {
  if (endpointIds.length === 0) return
  await scheduleEnded(work, orgId, endpointIds)
  await work.db
    .updateTable('webhook_endpoint')
    .set({ status: 'deleted', headers: null })
    .where(isOneOf(work.db, 'endpoint_id', endpointIds))
    .execute()
  await work.db
    .deleteFrom('endpoint_challenge')
    .where(isOneOf(work.db, 'endpoint_id', endpointIds))
    .execute()
  await work.db
    .deleteFrom('webhook_secret')
    .where(isOneOf(work.db, 'endpoint_id', endpointIds))
    .execute()
  for (const endpointId of endpointIds) {
    // For many endpoints it is due work, or this transaction would grow with everything that they are owed.
    const isAtOnce = endpointIds.length <= AT_ONCE
    if (!isAtOnce || (await giveUpSome(work.db, endpointId, work.now))) await scheduleRelease(work, endpointId)
  }
}
