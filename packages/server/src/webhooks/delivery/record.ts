import { system } from '../../events/append.ts'
import type { Tx } from '../../store/schema.ts'
import { stopDelivering } from '../endpoints/disable.ts'
import type { Attempt } from './attempt.ts'
import type { Claimed } from './claim.ts'
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
  if (outcome.disable) await stopDelivering(tx, claimed.endpointId, { reason: outcome.disable, actor: system }, now)
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
