import { eventTypes } from '@sendoff/api'
import { record, system } from '../../events/append.ts'
import type { Tx } from '../../store/schema.ts'
import { leave } from '../../store/store.ts'
import type { Attempt } from './attempt.ts'
import type { Claimed } from './claim.ts'
import { newDelivery } from './create.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/**
 * Records an attempt and what it means, unless the lease has passed to another process: then this result is refused.
 *
 * @param now business time, in milliseconds
 */
export async function recordAttempt(
  tx: Tx,
  claimed: Claimed,
  { startedAt, answer }: Attempt,
  now: number,
): Promise<void> {
  const number = claimed.attempts + 1
  const outcome = await unlessDisabled(tx, claimed.endpointId, outcomeOf(answer, number, now, Date.now()))
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({
      status: outcome.delivery,
      attempts: number,
      lease_id: null,
      lease_until: 0,
      ...(outcome.delivery === 'pending' ? { due_at: outcome.dueAt } : { finished_at: now }),
    })
    .where('org_id', '=', claimed.orgId)
    .where('delivery_id', '=', claimed.deliveryId)
    .where('lease_id', '=', claimed.leaseId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await tx
    .insertInto('attempt')
    .values({
      org_id: claimed.orgId,
      delivery_id: claimed.deliveryId,
      number,
      started_at: startedAt,
      duration_ms: Math.round(answer.timings.totalMs ?? 0),
      dns_ms: answer.timings.dnsMs,
      connect_ms: answer.timings.connectMs,
      tls_ms: answer.timings.tlsMs,
      first_byte_ms: answer.timings.firstByteMs,
      response_status: answer.status,
      // PostgreSQL can't store U+0000 in text.
      response_body: answer.body?.replaceAll('\u0000', '\uFFFD') ?? null,
      error: answer.error ? `${answer.error.code}: ${answer.error.message}` : null,
    })
    .execute()
  if (outcome.disable) await disable(tx, claimed.endpointId, outcome.disable, now)
}

/** What would be tried again is held when the endpoint was disabled meanwhile. The lock makes a disabling wait, or this for it. */
async function unlessDisabled(tx: Tx, endpointId: string, outcome: Outcome): Promise<Outcome> {
  if (outcome.delivery !== 'pending') return outcome
  const endpoint = await tx
    .selectFrom('webhook_endpoint')
    .select('status')
    .where('endpoint_id', '=', endpointId)
    .forShare()
    .executeTakeFirst()
  return endpoint?.status === 'disabled' ? { delivery: 'held' } : outcome
}

/** Disables an endpoint, holds what it is owed and tells the app's other endpoints; nothing is dropped. */
async function disable(tx: Tx, endpointId: string, reason: 'gone' | 'consumer_request', now: number): Promise<void> {
  const endpoint = await tx
    .updateTable('webhook_endpoint')
    .set({ status: 'disabled', disabled_reason: reason })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'enabled')
    .returning(['app_id', 'url'])
    .executeTakeFirst()
  if (!endpoint) return
  await tx
    .updateTable('delivery')
    .set({ status: 'held' })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .where('lease_id', 'is', null)
    .execute()
  const app = await tx
    .selectFrom('app')
    .select(['org_id', 'scopes'])
    .where('app_id', '=', endpoint.app_id)
    .executeTakeFirstOrThrow()
  if (app.org_id === null) return
  const type = 'webhook_endpoint.disabled'
  const data = { endpoint_id: endpointId, app_id: endpoint.app_id, url: endpoint.url, reason }
  const event = await record(tx, { orgId: app.org_id, type, actor: system, data }, now)
  if (!JSON.parse(app.scopes).includes(eventTypes[type].readScope)) return
  const others = await tx
    .selectFrom('webhook_endpoint')
    .select(['endpoint_id', 'event_types', 'status', 'ordering'])
    .where('app_id', '=', endpoint.app_id)
    .where('endpoint_id', '!=', endpointId)
    .where('status', '!=', 'deleted')
    .execute()
  const deliveries = others
    .filter(({ event_types }) => event_types === null || JSON.parse(event_types).includes(type))
    .map(({ endpoint_id, status, ordering }) =>
      newDelivery(event, { endpointId: endpoint_id, enabled: status === 'enabled', ordering }, now),
    )
  if (deliveries.length === 0) return
  await tx.insertInto('delivery').values(deliveries).execute()
  leave(tx, 'deliveries')
}
