import { timestamp } from '../../../clock.ts'
import { system } from '../../../events/event.ts'
import { isOneOf } from '../../../store/recordset.ts'
import type { Work } from '../../../store/work.ts'
import { stopDelivering } from '../../endpoints/disable.ts'
import { notifyAppAdministrators } from '../../endpoints/notify-app-administrators.ts'
import { type Health, healthAfter, isGivingUpNotified, isToBeDisabled, isToBeWarned } from '../pace/health.ts'
import { isReceived, type Outcome } from '../pace/outcome.ts'
import type { RecordOptions, Result } from './result.ts'

/**
 * Records attempts in the health of their endpoints, and acts on it: an endpoint that recovered gets what was held, one that failed for
 * too long is disabled.
 *
 * @returns the endpoints whose health was written
 */
export async function recordHealth(work: Work, results: Result[], options: RecordOptions): Promise<string[]> {
  const failed = results.filter(({ made }) => !isReceived(made.answer)).map(({ made }) => made.claimed.endpointId)
  const ids = [...new Set([...failed, ...options.healthToWrite])]
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
    const { answer, claimed, endedAt } = made
    const sign = { answer, isProbe: claimed.probe !== false, marks: claimed }
    health = healthAfter(health, sign, endedAt, options.real)
    disable ??= outcome.disable ?? (isToBeDisabled(health, endedAt) ? 'failing' : undefined)
  }
  const now = results.at(-1)?.made.endedAt
  if (now !== undefined && !disable) health = await notify(work, health, results, now)
  const { endpoint_id, ...columns } = { ...health, concurrency: options.concurrencyOf(before.endpoint_id) }
  await work.db.updateTable('endpoint_health').set(columns).where('endpoint_id', '=', endpoint_id).execute()
  if (now === undefined) return
  // Held deliveries are due already. The others keep their own schedule, or each recovery would use up one of their attempts.
  if (before.breaker !== 'closed' && health.breaker === 'closed') work.wake('deliveries', endpoint_id)
  if (disable) await stopDelivering(work, endpoint_id, { reason: disable, actor: system })
}

/** Notifies the administrators of an endpoint that has failed for a day, and of deliveries that were given up. */
async function notify(work: Work, health: Health, results: Result[], now: number): Promise<Health> {
  const { endpoint_id } = health
  const after = { ...health }
  if (isToBeWarned(health, now)) {
    const since = timestamp(health.first_failure_at ?? now)
    await notifyAppAdministrators(work, endpoint_id, 'webhook_endpoint.failing', { failing_since: since })
    after.warned_at = now
  }
  const givenUp = results.find(({ outcome }) => outcome.delivery === 'failed')?.made.claimed
  if (givenUp && isGivingUpNotified(health, now)) {
    const details = { delivery_id: givenUp.deliveryId, event_id: givenUp.eventId, event_type: givenUp.type }
    await notifyAppAdministrators(work, endpoint_id, 'webhook_delivery.failed', details)
    after.given_up_told_at = now
  }
  return after
}
