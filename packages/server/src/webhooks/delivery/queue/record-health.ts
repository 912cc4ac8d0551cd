import { sql } from 'kysely'
import { timestamp } from '../../../clock.ts'
import { system } from '../../../events/event.ts'
import { isOneOf, recordset } from '../../../store/recordset.ts'
import type { Tx } from '../../../store/schema.ts'
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
  const changes: Change[] = []
  for (const before of rows)
    changes.push(await changeOf(work, before, byEndpoint.get(before.endpoint_id) ?? [], options))
  await write(
    work.db,
    changes.map(({ after }) => after),
  )
  for (const { before, after, disable } of changes) {
    const { endpoint_id } = before
    // Held deliveries are due already. The others keep their own schedule, or each recovery would use up one of their attempts.
    if (before.breaker !== 'closed' && after.breaker === 'closed') work.wake('deliveries', endpoint_id)
    if (disable) await stopDelivering(work, endpoint_id, { reason: disable, actor: system })
  }
  return rows.map(({ endpoint_id }) => endpoint_id)
}

/** The health of an endpoint before and after some attempts, and the reason to disable it, if there is one. */
type Change = { before: Health; after: Health; disable: Outcome['disable'] | 'failing' }

async function changeOf(work: Work, before: Health, results: Result[], options: RecordOptions): Promise<Change> {
  let after: Health = { ...before, concurrency: options.concurrencyOf(before.endpoint_id) }
  let disable: Change['disable']
  for (const { made, outcome } of results) {
    const { answer, claimed, endedAt } = made
    const sign = { answer, isProbe: claimed.probe !== false, marks: claimed }
    after = healthAfter(after, sign, endedAt, options.real)
    disable ??= outcome.disable ?? (isToBeDisabled(after, endedAt) ? 'failing' : undefined)
  }
  const now = results.at(-1)?.made.endedAt
  if (now !== undefined && !disable) after = await notify(work, after, results, now)
  return { before, after, disable }
}

/** Writes all healths with one statement: every endpoint that is sent something has its own written once a second. */
async function write(tx: Tx, healths: Health[]): Promise<void> {
  const table = recordset(tx, 'made', COLUMNS, healths)
  const columns = Object.keys(COLUMNS).filter((column) => column !== 'endpoint_id')
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`made.${column}`)}`))
  await sql`update endpoint_health set ${set} from ${table}
    where endpoint_health.endpoint_id = made.endpoint_id`.execute(tx)
}

const COLUMNS = {
  endpoint_id: 'text',
  breaker: 'text',
  consecutive_failures: 'bigint',
  unexplained_failures: 'bigint',
  refused_marks: 'text',
  first_failure_at: 'bigint',
  last_success_at: 'bigint',
  opened_at: 'bigint',
  probes: 'bigint',
  probe_at: 'bigint',
  probe_lease_until: 'bigint',
  retry_after_until: 'bigint',
  concurrency: 'bigint',
  warned_at: 'bigint',
  given_up_told_at: 'bigint',
} as const satisfies Record<keyof Health, 'text' | 'bigint'>

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
