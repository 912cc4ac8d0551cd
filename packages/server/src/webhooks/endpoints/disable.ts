import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import type { system } from '../../events/event.ts'
import type { Work } from '../../store/work.ts'
import { holdSome } from '../delivery/queue/hold.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { getEndpoint, lockEndpoint } from './endpoint.ts'
import { notifyAppAdministrators } from './notify-app-administrators.ts'
import { recordForOthers } from './record-for-others.ts'

/**
 * Disables an endpoint at the request of the app, or of an administrator. A disabled endpoint stays as it is.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function disableEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.disable'>,
): Promise<Schemas['WebhookEndpoint']> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, endpointId)
  const { org_id: orgId } = app
  const { status } = endpoint
  if (status !== 'disabled') {
    await stopDelivering(work, endpointId, { reason: 'app_request', actor })
    const change = { before: { status }, after: { status: 'disabled', disabled_reason: 'app_request' } }
    await audit(work, actor, { orgId, action: 'webhookEndpoints.disable', target: endpointId, ...change })
  }
  return getEndpoint(work, actor, { endpoint_id: endpointId })
}

type Why = {
  reason: Extract<Schemas['Event'], { type: 'webhook_endpoint.disabled' }>['data']['reason']
  actor: Actor | typeof system
}

/**
 * Disables an endpoint, holds its deliveries, and notifies the app's other endpoints; nothing is dropped. If none of them takes deliveries
 * at present and the app did not ask for it, the administrators are notified.
 */
export async function stopDelivering(work: Work, endpointId: string, { reason, actor }: Why): Promise<void> {
  const endpoint = await work.db
    .updateTable('webhook_endpoint')
    .set({ status: 'disabled', disabled_reason: reason })
    .where('endpoint_id', '=', endpointId)
    .where('status', 'in', ['enabled', 'unverified'])
    .returning(['app_id', 'url'])
    .executeTakeFirst()
  if (!endpoint) return
  await work.db.updateTable('endpoint_challenge').set({ due_at: null }).where('endpoint_id', '=', endpointId).execute()
  if (await holdSome(work.db, endpointId)) await scheduleRelease(work, endpointId)
  const data = { endpoint_id: endpointId, app_id: endpoint.app_id, url: endpoint.url, reason }
  const isDelivered = await recordForOthers(work, { type: 'webhook_endpoint.disabled', actor, data })
  if (isDelivered || reason === 'app_request') return
  await notifyAppAdministrators(work, endpointId, 'webhook_endpoint.disabled', { reason })
}
