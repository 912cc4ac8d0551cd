import { timestamp } from '../../../clock.ts'
import { system } from '../../../events/event.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Work } from '../../../store/work.ts'
import { stopDelivering } from '../../endpoints/disable.ts'
import { tellAdministrators } from '../../endpoints/tell-administrators.ts'
import { type Health, healthAfter, isFailing, isGivingUpTold, isToBeWarned } from '../pace/health.ts'
import type { RecordOptions, Result } from '../pace/made.ts'
import { isReceived, type Outcome } from '../pace/outcome.ts'
import { followed, retryAfter } from '../pace/schedule.ts'

/**
 * Records the attempts in the health of their endpoints, and acts on it: an endpoint that is back gets what was held, one that
 * failed for too long is disabled.
 *
 * @returns the endpoints whose health was recorded
 */
export async function recordHealth(work: Work, results: Result[], options: RecordOptions): Promise<string[]> {
  const failed = results.filter(({ made }) => !isReceived(made.answer)).map(({ made }) => made.claimed.endpointId)
  const ids = [...new Set([...failed, ...options.healthOf])]
  if (ids.length === 0) return []
  const rows = await work.db
    .selectFrom('endpoint_health')
    .selectAll()
    .where(isOneOf(work.db, 'endpoint_id', ids))
    .orderBy('endpoint_id')
    .forUpdate()
    .execute()
  const byEndpoint = Map.groupBy(results, ({ made }) => made.claimed.endpointId)
  for (const before of rows) await recordOne(work, before, byEndpoint.get(before.endpoint_id) ?? [], options)
  return rows.map(({ endpoint_id }) => endpoint_id)
}

async function recordOne(work: Work, before: Health, results: Result[], options: RecordOptions): Promise<void> {
  let health = before
  let disable: Outcome['disable'] | 'failing'
  for (const { made, outcome } of results) {
    const hint = isReceived(made.answer) ? null : followed(retryAfter(made.answer.headers.retryAfter, options.realNow))
    const { answer, claimed } = made
    const sign = {
      answer,
      received: isReceived(answer),
      probe: claimed.probe !== false,
      retryAfter: hint,
      marks: claimed,
    }
    health = healthAfter(health, sign, made.endedAt)
    disable ??= outcome.disable ?? (isFailing(health, made.endedAt) ? 'failing' : undefined)
  }
  const now = results.at(-1)?.made.endedAt
  if (now !== undefined && !disable) health = await tell(work, health, results, now)
  const { endpoint_id, ...columns } = { ...health, concurrency: options.concurrencyOf(before.endpoint_id) }
  await work.db.updateTable('endpoint_health').set(columns).where('endpoint_id', '=', endpoint_id).execute()
  if (now === undefined) return
  // Held deliveries are due already. Those that wait by their own schedule keep it, or they would use up their attempts each time.
  if (before.breaker !== 'closed' && health.breaker === 'closed') work.wake('deliveries', endpoint_id)
  if (disable) await stopDelivering(work, endpoint_id, { reason: disable, actor: system })
}

/** Notifies the administrators of an endpoint that has failed for a day, and of deliveries that were given up. */
async function tell(work: Work, health: Health, results: Result[], now: number): Promise<Health> {
  const { endpoint_id } = health
  const told = { ...health }
  if (isToBeWarned(health, now)) {
    const since = timestamp(health.first_failure_at ?? now)
    await tellAdministrators(work, endpoint_id, 'webhook_endpoint.failing', { failing_since: since })
    told.warned_at = now
  }
  const givenUp = results.find(({ outcome }) => outcome.delivery === 'failed')?.made.claimed
  if (givenUp && isGivingUpTold(health, now)) {
    const details = { delivery_id: givenUp.deliveryId, event_id: givenUp.eventId, event_type: givenUp.type }
    await tellAdministrators(work, endpoint_id, 'webhook_delivery.failed', details)
    told.given_up_told_at = now
  }
  return told
}
