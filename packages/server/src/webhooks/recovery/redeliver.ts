import type { CallOf, EventType, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { isEndpointEvent } from '../../events/event.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import { appsOf } from '../../locks/app-owner.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { sendByHand } from '../delivery/queue/by-hand.ts'
import { lockEndpoint, requireEnabled } from '../endpoints/endpoint.ts'
import { findReadableEvents } from './readable-events.ts'

/**
 * Delivers an event to an endpoint once more, with a delivery of its own, whatever the outcome of the first.
 *
 * @throws {Refusal} `delivery_not_found`, `webhook_endpoint_not_found` when it was deleted, `webhook_endpoint_disabled`,
 *   `webhook_endpoint_unverified`, `event_not_found` when the app may no longer read it
 */
export async function redeliver(
  work: Work,
  actor: Actor,
  { delivery_id: deliveryId }: CallOf<'deliveries.redeliver'>,
): Promise<Schemas['Redelivery']> {
  const before = await work.db
    .selectFrom('delivery')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'delivery.endpoint_id')
    .select(['delivery.org_id', 'delivery.endpoint_id', 'delivery.sequence'])
    .where('delivery.delivery_id', '=', deliveryId)
    .where('endpoint.app_id', 'in', appsOf(work.db, actor))
    .executeTakeFirst()
  if (!before) throw new Refusal('delivery_not_found')
  const { endpoint, app } = await lockEndpoint(work.db, actor, before.endpoint_id)
  const { app_id, org_id: orgId } = app
  requireEnabled(endpoint)
  const event = await findEvent(work.db, app_id, before.org_id, before.sequence)
  const delivery = newDelivery(work, event, {
    endpointId: before.endpoint_id,
    enabled: true,
    ordering: endpoint.ordering,
  })
  await insertDeliveries(work, [delivery])
  await sendByHand(work.db, delivery, work.now)
  const after = { delivery_id: delivery.delivery_id, event_id: event.event_id }
  await audit(work, actor, { orgId, action: 'deliveries.redeliver', target: deliveryId, after })
  return { event_id: event.event_id, delivery_id: delivery.delivery_id }
}

/** Finds the event, if the app may still receive it: its authorization may have ended, or it may have lost a scope. */
async function findEvent(tx: Tx, appId: string, orgId: string, sequence: number) {
  const event = await tx
    .selectFrom('event')
    .select(['event_id', 'org_id', 'sequence', 'type', 'body', 'subject'])
    .where('org_id', '=', orgId)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  const type = event?.type as EventType | undefined
  const own = type !== undefined && isEndpointEvent(type)
  const readable = own ? [] : await findReadableEvents(tx, appId)
  const isReadable = own || readable.some((one) => one.orgId === orgId && one.types.some((other) => other === type))
  if (!event || !type || !isReadable) throw new Refusal('event_not_found')
  return { ...event, type }
}
