import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { listed } from '../../store/page.ts'
import type { View } from '../../store/work.ts'
import { findEndpoint } from './endpoint.ts'

/**
 * Lists the deliveries to an endpoint.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function listDeliveries(
  { db }: View,
  actor: Actor,
  { endpoint_id: endpointId, status, event_type, ...page }: CallOf<'webhookEndpoints.listDeliveries'>,
): Promise<Schemas['DeliveryList']> {
  await findEndpoint(db, actor, endpointId)
  let query = db.selectFrom('delivery').selectAll().where('endpoint_id', '=', endpointId)
  if (status !== undefined) query = query.where('status', '=', status)
  if (event_type !== undefined) query = query.where('event_type', '=', event_type)
  const columns = { id: 'delivery_id', from: 'delivery', at: 'created_at' } as const
  return listed(query, columns, page, (row) => ({
    delivery_id: row.delivery_id,
    endpoint_id: row.endpoint_id,
    event_id: row.event_id,
    event_type: row.event_type,
    org_id: row.org_id,
    status: row.status,
    attempt_count: row.attempts,
    next_attempt_at: row.status === 'pending' ? timestamp(row.due_at) : null,
    created_at: timestamp(row.created_at),
    finished_at: row.finished_at === null || row.status === 'held' ? null : timestamp(row.finished_at),
  }))
}
