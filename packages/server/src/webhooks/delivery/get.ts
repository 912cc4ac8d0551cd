import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { appsOf } from '../../locks/app-owner.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'

/** @throws {Refusal} `app_required`, `admin_required`; `delivery_not_found` for an endpoint that the actor does not handle */
export async function getDelivery(
  { db }: View,
  actor: Actor,
  { delivery_id: deliveryId }: CallOf<'deliveries.get'>,
): Promise<Schemas['Delivery']> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.endpoint_id', 'delivery.endpoint_id')
    .selectAll('delivery')
    .where('delivery.delivery_id', '=', deliveryId)
    .where('endpoint.app_id', 'in', appsOf(db, actor))
    .executeTakeFirst()
  if (!row) throw new Refusal('delivery_not_found')
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('org_id', '=', row.org_id)
    .where('delivery_id', '=', row.delivery_id)
    .orderBy('number')
    .execute()
  return {
    delivery_id: row.delivery_id,
    endpoint_id: row.endpoint_id,
    event_id: row.event_id,
    event_type: row.event_type,
    org_id: row.org_id,
    status: row.status,
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      started_at: timestamp(attempt.started_at),
      duration_ms: attempt.duration_ms,
      timings: {
        dns_ms: attempt.dns_ms,
        connect_ms: attempt.connect_ms,
        tls_ms: attempt.tls_ms,
        first_byte_ms: attempt.first_byte_ms,
      },
      response_status: attempt.response_status,
      response_body: attempt.response_body,
      location: attempt.location,
      error: attempt.error,
      counted: attempt.counted === 1,
    })),
    next_attempt_at: row.status === 'pending' ? timestamp(row.due_at) : null,
    created_at: timestamp(row.created_at),
  }
}
