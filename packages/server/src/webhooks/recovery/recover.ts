import type { Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { schedule } from '../../due-work/due-work.ts'
import { newId } from '../../ids.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { type EndpointRow, lockEndpoint, requireEnabled } from '../endpoints/endpoint.ts'
import { readMissed, type Span } from './missed.ts'
import { findReadableEvents, type ReadableEvents } from './readable-events.ts'
import { getRecovery } from './recovery.ts'
import { type Since, spansSince } from './spans.ts'

type Recover = Since & { endpoint_id: string; dry_run: boolean }
type Count = Schemas['WebhookRecoveryCount']

/** The number of events that one query looks at. */
const PAGE = 5000

/**
 * Begins to send the events that an endpoint missed, or only counts them.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`, `webhook_endpoint_unverified`, `invalid_request` for
 *   an event that the app may not read
 */
export async function recoverEndpoint(
  work: Work,
  actor: Actor,
  command: Recover,
): Promise<Count | Schemas['WebhookRecovery']> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, command.endpoint_id)
  const { app_id, org_id: orgId } = app
  requireEnabled(endpoint)
  const spans = await spansSince(work.db, await findReadableEvents(work.db, app_id), command)
  const count = await countMissed(work.db, endpoint, spans)
  if (command.dry_run) return count
  const recovery_id = newId('rcv')
  await work.db
    .insertInto('recovery')
    .values({
      org_id: orgId,
      recovery_id,
      endpoint_id: endpoint.endpoint_id,
      status: 'running',
      spans: JSON.stringify(spans),
      total: count.total,
      queued: 0,
      created_at: work.now,
      completed_at: null,
    })
    .execute()
  await schedule(work, { orgId, kind: 'recovery', subjectId: recovery_id, dueAt: work.now })
  const after = { recovery_id, total: count.total }
  await audit(work, actor, { orgId, action: 'webhookEndpoints.recover', target: endpoint.endpoint_id, after })
  return getRecovery(work, actor, { endpoint_id: endpoint.endpoint_id, recovery_id })
}

/** Finds the events that an endpoint should have received, by its own filters. */
export function readableEventsOf(db: Reader, { app_id, event_types }: EndpointRow): Promise<ReadableEvents[]> {
  return findReadableEvents(db, app_id, event_types && JSON.parse(event_types))
}

async function countMissed(db: Reader, endpoint: EndpointRow, spans: Span[]): Promise<Count> {
  const count = { missing: 0, failed: 0, held: 0 }
  const readable = await readableEventsOf(db, endpoint)
  for (const span of spans) {
    const types = readable.find(({ orgId }) => orgId === span.orgId)?.types ?? []
    let { after } = span
    while (after < span.upTo) {
      const page = await readMissed(db, endpoint.endpoint_id, { ...span, after }, { types, page: PAGE })
      for (const { why } of page.missed) count[why]++
      after = page.reached
    }
  }
  return { dry_run: true, total: count.missing + count.failed + count.held, ...count }
}
