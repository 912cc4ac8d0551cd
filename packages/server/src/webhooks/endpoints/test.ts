import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { record } from '../../events/append.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { sendByHand } from '../delivery/queue/by-hand.ts'
import { findEndpoint, requireEnabled } from './endpoint.ts'

/**
 * Sends a `ping` to one endpoint, as an event of the organisation that owns the app.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`, `webhook_endpoint_unverified`
 */
export async function testEndpoint(
  work: Work,
  app: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.test'>,
): Promise<Schemas['TestDelivery']> {
  const endpoint = await findEndpoint(work.db, app, endpointId)
  requireEnabled(endpoint)
  const { org_id } = await work.db
    .selectFrom('app')
    .select('org_id')
    .where('app_id', '=', app.id)
    .executeTakeFirstOrThrow()
  if (org_id === null) throw new Refusal('org_not_authorized')
  const data = { endpoint_id: endpoint.endpoint_id }
  const event = await record(work, { orgId: org_id, type: 'ping', actor: app, data }, app.id)
  const { ordering } = endpoint
  const delivery = newDelivery(work, event, { endpointId: endpoint.endpoint_id, enabled: true, ordering })
  await insertDeliveries(work, [delivery])
  await sendByHand(work.db, delivery, work.now)
  return { event_id: event.event_id, delivery_id: delivery.delivery_id }
}
