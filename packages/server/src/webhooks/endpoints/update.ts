import type { CallOf, EventTypeFilter, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { DestinationPolicy } from '../../net/url.ts'
import { invalid } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { challengeEndpoint, isChallenged } from '../challenge/schedule.ts'
import { resetHealth } from '../delivery/queue/health-row.ts'
import { sealHeaders } from '../message/custom-headers.ts'
import { scheduleEnded } from '../receipts/ended.ts'
import { checkMarks } from '../receipts/marks.ts'
import { checkUrl } from './destination.ts'
import { auditedEndpoint, type EndpointRow, getEndpoint, lockEndpoint } from './endpoint.ts'
import { requireMayRead } from './may-read.ts'

/**
 * Changes an endpoint. With another URL it must answer a challenge again before anything is delivered there. Its custom headers are not
 * kept for another origin: a person who may change the URL need not know their values.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `scope_missing`, `invalid_request` for a URL to which nothing may be sent, for another origin
 *   without headers, for a header that may not be set, or for receipts that it can't owe
 */
export async function updateEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id, ...command }: CallOf<'webhookEndpoints.update'>,
  { sealer, policy }: { sealer: Sealer; policy: DestinationPolicy },
): Promise<Schemas['WebhookEndpoint']> {
  const url = command.url === undefined ? undefined : checkUrl(command.url, policy)
  const headers = command.headers && { headers: sealHeaders(command.headers, sealer) }
  const { endpoint: before, app } = await lockEndpoint(work.db, actor, endpoint_id)
  const { org_id: orgId } = app
  const receives = command.event_types === undefined ? typesOf(before) : command.event_types
  if (url !== undefined || command.event_types !== undefined) requireMayRead(actor, app, receives)
  const leaves = url !== undefined && url.origin !== new URL(before.url).origin
  if (leaves && before.headers !== null && headers === undefined) throw invalid('/headers', 'webhook.headers')
  const moved = url !== undefined && url.href !== before.url
  const challenged = moved && isChallenged(url, policy)
  const { event_types, description, format, ordering } = command
  const after: EndpointRow = {
    ...before,
    ...(url && { url: url.href }),
    ...(event_types !== undefined && { event_types: event_types && JSON.stringify([...new Set(event_types)]) }),
    ...(description !== undefined && { description }),
    ...(format && { format }),
    ...(ordering && { ordering }),
    ...headers,
    ...checkMarks(command, before, receives),
    ...(challenged && { verified_at: null, ...(before.status === 'enabled' && { status: 'unverified' }) }),
  }
  await work.db.updateTable('webhook_endpoint').set(after).where('endpoint_id', '=', endpoint_id).execute()
  const isFreed = before.deprovisions === 1 && after.receipt_types !== before.receipt_types
  if (isFreed || after.deprovisions < before.deprovisions) await scheduleEnded(work, orgId, [endpoint_id])
  if (moved) await resetHealth(work.db, endpoint_id)
  if (challenged) await challengeEndpoint(work, endpoint_id)
  const change = { before: auditedEndpoint(before), after: auditedEndpoint(after) }
  await audit(work, actor, { orgId, action: 'webhookEndpoints.update', target: endpoint_id, ...change })
  return getEndpoint(work, actor, { endpoint_id })
}

const typesOf = ({ event_types }: EndpointRow): EventTypeFilter[] | null => event_types && JSON.parse(event_types)
