import type { Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { record } from '../../events/append.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { sendByHand } from '../delivery/queue/by-hand.ts'
import { findEndpoint, requireEnabled } from './endpoint.ts'

/**
 * Sends a `ping` to one endpoint, as an event of the organisation that owns the app.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`, `webhook_endpoint_unverified`
 */
export async function testEndpoint(
  tx: Tx,
  app: Actor,
  endpointId: string,
  now: number,
): Promise<Schemas['TestDelivery']> {
  const endpoint = await findEndpoint(tx, app, endpointId)
  requireEnabled(endpoint)
  const { org_id } = await tx.selectFrom('app').select('org_id').where('app_id', '=', app.id).executeTakeFirstOrThrow()
  if (org_id === null) throw new Refusal('org_not_authorized')
  const data = { endpoint_id: endpoint.endpoint_id }
  const event = await record(tx, { orgId: org_id, type: 'ping', actor: app, data }, now, app.id)
  const { ordering } = endpoint
  const delivery = newDelivery(event, { endpointId: endpoint.endpoint_id, enabled: true, ordering }, now)
  await insertDeliveries(tx, [delivery])
  await sendByHand(tx, delivery, now)
  return { event_id: event.event_id, delivery_id: delivery.delivery_id }
}
