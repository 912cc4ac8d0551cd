import type { EventType } from '@sendoff/api'
import type { Step } from '../../due-work/due-work.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import type { EndpointRow } from '../endpoints/endpoint.ts'
import { type Missed, readMissed, type Span } from './missed.ts'
import { readableEventsOf } from './recover.ts'
import { releaseDeliveries } from './release-held.ts'

/** The number of events that one transaction looks at. */
const PAGE = 500

/**
 * Sends the next page of the events that an endpoint missed. The progress is written in the transaction that makes the deliveries, so that
 * none is made twice, whenever the server is killed.
 */
export const recoveryStep: Step = async (work, { orgId, subjectId: recovery_id }) => {
  const recovery = await work.db
    .selectFrom('recovery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('recovery_id', '=', recovery_id)
    .executeTakeFirst()
  if (recovery?.status !== 'running') return 'done'
  const endpoint = await lockLivingEndpoint(work.db, recovery.endpoint_id)
  const [span, ...others] = JSON.parse(recovery.spans) as Span[]
  const done = endpoint && span ? await sendPage(work, endpoint, span) : undefined
  const left = done && span && done.reached < span.upTo ? [{ ...span, after: done.reached }, ...others] : others
  const ended = !endpoint ? 'canceled' : left.length === 0 ? 'completed' : undefined
  await work.db
    .updateTable('recovery')
    .set({
      spans: JSON.stringify(left),
      queued: recovery.queued + (done?.queued ?? 0),
      ...(ended && { status: ended, completed_at: work.now }),
    })
    .where('org_id', '=', orgId)
    .where('recovery_id', '=', recovery_id)
    .execute()
  return ended ? 'done' : 'again'
}

/** Locks the endpoint: two recoveries at the same time would both make the deliveries that both find. */
function lockLivingEndpoint(tx: Tx, endpointId: string): Promise<EndpointRow | undefined> {
  return tx
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .where('status', '!=', 'deleted')
    .forUpdate()
    .executeTakeFirst()
}

async function sendPage(work: Work, endpoint: EndpointRow, span: Span) {
  // The current scopes and filters count: the app may have lost some since the recovery began.
  const types = (await readableEventsOf(work.db, endpoint)).find(({ orgId }) => orgId === span.orgId)?.types ?? []
  const { missed, reached } = await readMissed(work.db, endpoint.endpoint_id, span, { types, page: PAGE })
  const enabled = endpoint.status === 'enabled'
  const held = missed.flatMap(({ heldDeliveryId }) => heldDeliveryId ?? [])
  if (enabled && held.length > 0) await releaseDeliveries(work, endpoint.endpoint_id, held)
  await deliverAgain(
    work,
    endpoint,
    span,
    missed.filter(({ why }) => why !== 'held'),
  )
  return { reached, queued: missed.length }
}

async function deliverAgain(work: Work, endpoint: EndpointRow, { orgId }: Span, missed: Missed[]) {
  if (missed.length === 0) return
  const sequences = missed.map(({ sequence }) => sequence)
  const events = await work.db
    .selectFrom('event')
    .select(['event_id', 'org_id', 'sequence', 'type', 'body', 'subject'])
    .where('org_id', '=', orgId)
    .where('sequence', 'in', sequences)
    .orderBy('sequence')
    .execute()
  const to = { endpointId: endpoint.endpoint_id, enabled: endpoint.status === 'enabled', ordering: endpoint.ordering }
  const deliveries = events.map((event) => newDelivery(work, { ...event, type: event.type as EventType }, to))
  await insertDeliveries(work, deliveries)
}
