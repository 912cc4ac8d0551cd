import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { record } from '../../events/append.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import type { Work } from '../../store/work.ts'
import { sendByHand } from '../delivery/queue/by-hand.ts'
import { lockEndpoint, requireEnabled } from './endpoint.ts'

/**
 * Sends a `ping` to one endpoint, as an event of the organisation that owns the app.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`, `webhook_endpoint_unverified`
 */
export async function testEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.test'>,
): Promise<Schemas['TestDelivery']> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, endpointId)
  requireEnabled(endpoint)
  const data = { endpoint_id: endpoint.endpoint_id }
  const event = await record(work, { orgId: app.org_id, type: 'ping', actor, data }, app.app_id)
  const { ordering } = endpoint
  const delivery = newDelivery(work, event, { endpointId: endpoint.endpoint_id, enabled: true, ordering })
  await insertDeliveries(work, [delivery])
  await sendByHand(work.db, delivery, work.now)
  return { event_id: event.event_id, delivery_id: delivery.delivery_id }
}
