import { sql } from 'kysely'
import { system } from '../../events/append.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Tx } from '../../store/schema.ts'
import { leave } from '../../store/store.ts'
import { stopDelivering } from '../endpoints/disable.ts'
import { type Health, healthAfter, isFailing } from './health.ts'
import { isReceived, type Outcome } from './outcome.ts'
import type { RecordOptions, Result } from './record.ts'
import { followed, retryAfter } from './schedule.ts'

/**
 * Records what attempts say of their endpoints, and what follows: one that is back is sent everything at once, one that failed
 * for too long is disabled.
 *
 * @returns the endpoints whose health was recorded
 */
export async function recordHealth(tx: Tx, results: Result[], options: RecordOptions): Promise<string[]> {
  const failed = results.filter(({ made }) => !isReceived(made.answer)).map(({ made }) => made.claimed.endpointId)
  const ids = [...new Set([...failed, ...options.healthOf])]
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('endpoint_health')
    .selectAll()
    .where(isOneOf(tx, 'endpoint_id', ids))
    .orderBy('endpoint_id')
    .forUpdate()
    .execute()
  const byEndpoint = Map.groupBy(results, ({ made }) => made.claimed.endpointId)
  for (const before of rows) await recordOne(tx, before, byEndpoint.get(before.endpoint_id) ?? [], options)
  return rows.map(({ endpoint_id }) => endpoint_id)
}

async function recordOne(tx: Tx, before: Health, results: Result[], options: RecordOptions): Promise<void> {
  let health = before
  let disable: Outcome['disable'] | 'failing'
  for (const { made, outcome } of results) {
    const hint = isReceived(made.answer) ? null : followed(retryAfter(made.answer.headers.retryAfter, options.realNow))
    const sign = { received: isReceived(made.answer), probe: made.claimed.probe !== false, retryAfter: hint }
    health = healthAfter(health, sign, made.endedAt)
    disable ??= outcome.disable ?? (isFailing(health, made.endedAt) ? 'failing' : undefined)
  }
  const now = results.at(-1)?.made.endedAt
  const { endpoint_id, ...columns } = { ...health, concurrency: options.concurrencyOf(before.endpoint_id) }
  await tx.updateTable('endpoint_health').set(columns).where('endpoint_id', '=', endpoint_id).execute()
  if (now === undefined) return
  if (before.breaker !== 'closed' && health.breaker === 'closed') await sendAllNow(tx, endpoint_id, now)
  if (disable) await stopDelivering(tx, endpoint_id, { reason: disable, actor: system }, now)
}

/** The endpoint is back: what waits for its next attempt waits no longer. */
async function sendAllNow(tx: Tx, endpointId: string, now: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ due_at: now })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', sql.lit('pending'))
    .where('lease_id', 'is', null)
    .where('due_at', '>', now)
    .execute()
  leave(tx, 'deliveries', endpointId)
}
