import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import type { View } from '../../store/work.ts'
import { findEndpoint } from './endpoint.ts'

type Health = Schemas['WebhookEndpointHealth']

/** The number of deliveries in the sample, and their greatest age, in milliseconds. */
const SAMPLE = 500
const SAMPLE_AGE = 24 * 60 * 60 * 1000

/**
 * Reads the health of an endpoint.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function getHealth(
  view: View,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.getHealth'>,
): Promise<Health> {
  const { status } = await findEndpoint(view.db, actor, endpointId)
  const health = await view.db
    .selectFrom('endpoint_health')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .executeTakeFirst()
  const attempts = await readSample(view, endpointId)
  const succeeded = attempts.filter((one) => one.error === null && Math.floor((one.response_status ?? 0) / 100) === 2)
  const { backlog, dueAt } = await readBacklog(view, endpointId)
  // Nothing is sent before the end of a pause that the consumer asked for, nor before the next probe.
  const pauses = [health?.retry_after_until ?? 0, health && health.breaker !== 'closed' ? (health.probe_at ?? 0) : 0]
  return {
    endpoint_id: endpointId,
    status: status === 'deleted' ? 'disabled' : status,
    breaker: health?.breaker ?? 'closed',
    sample: { attempts: attempts.length, succeeded: succeeded.length },
    success_rate: attempts.length === 0 ? null : succeeded.length / attempts.length,
    latency_ms: latency(attempts.filter((one) => one.response_status !== null).map((one) => one.duration_ms)),
    backlog,
    consecutive_failures: health?.consecutive_failures ?? 0,
    last_success_at: health?.last_success_at ? timestamp(health.last_success_at) : null,
    next_attempt_at: dueAt === null || status !== 'enabled' ? null : timestamp(Math.max(dueAt, ...pauses)),
  }
}

function readSample(view: View, endpointId: string) {
  return view.db
    .selectFrom((from) =>
      from
        .selectFrom('delivery')
        .select(['org_id', 'delivery_id'])
        .where('endpoint_id', '=', endpointId)
        .where('created_at', '>', view.now - SAMPLE_AGE)
        .orderBy('delivery_id', 'desc')
        .limit(SAMPLE)
        .as('delivery'),
    )
    .innerJoin('attempt', (on) =>
      on.onRef('attempt.org_id', '=', 'delivery.org_id').onRef('attempt.delivery_id', '=', 'delivery.delivery_id'),
    )
    .select(['attempt.duration_ms', 'attempt.response_status', 'attempt.error'])
    .execute()
}

async function readBacklog(
  view: View,
  endpointId: string,
): Promise<{ backlog: Health['backlog']; dueAt: number | null }> {
  const rows = await view.db
    .selectFrom('delivery')
    .select((all) => [
      'status',
      all.fn.countAll<number>().as('count'),
      all.fn.min('created_at').as('oldest'),
      all.fn.min('due_at').as('due_at'),
    ])
    .where('endpoint_id', '=', endpointId)
    .where('status', 'in', ['pending', 'held'])
    .groupBy('status')
    .execute()
  const [pending, held] = [rows.find((row) => row.status === 'pending'), rows.find((row) => row.status === 'held')]
  const oldest = rows.length === 0 ? null : Math.min(...rows.map((row) => Number(row.oldest)))
  return {
    backlog: {
      pending: Number(pending?.count ?? 0),
      held: Number(held?.count ?? 0),
      oldest_at: oldest === null ? null : timestamp(oldest),
      age_seconds: oldest === null ? 0 : Math.max(0, Math.round((view.now - oldest) / 1000)),
    },
    dueAt: pending ? Number(pending.due_at) : null,
  }
}

/** The latencies at the nearest ranks; null without attempts. */
function latency(durations: number[]): Health['latency_ms'] {
  const sorted = durations.toSorted((one, other) => one - other)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return sorted.length === 0 ? null : { p50: rank(0.5), p95: rank(0.95) }
}
