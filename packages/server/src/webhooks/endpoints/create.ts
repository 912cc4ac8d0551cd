import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import { lockAppOf } from '../../locks/app-owner.ts'
import type { DestinationPolicy } from '../../net/url.ts'
import { invalid, Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { challengeEndpoint, isChallenged } from '../challenge/schedule.ts'
import { createHealth } from '../delivery/queue/health-row.ts'
import { sealHeaders } from '../message/custom-headers.ts'
import { checkMarks } from '../receipts/marks.ts'
import { checkUrl } from './destination.ts'
import { auditedEndpoint, getEndpoint } from './endpoint.ts'
import { requireMayRead } from './may-read.ts'
import { addEndpointSecret } from './secret.ts'

/**
 * Creates an endpoint of an app, with a new signing secret. Nothing is delivered to it until it has answered its challenge, except to a
 * URL on loopback in the sandbox.
 *
 * @returns the endpoint with its secret, which can't be read again
 * @throws {Refusal} `invalid_request` for a URL to which nothing may be sent, or a header that may not be set,
 *   for receipts that it can't owe, or without the app; `app_not_found`, `scope_missing`, `too_many_webhook_endpoints`
 */
export async function createEndpoint(
  work: Work,
  actor: Actor,
  command: CallOf<'webhookEndpoints.create'>,
  { sealer, policy }: { sealer: Sealer; policy: DestinationPolicy },
): Promise<Schemas['CreatedWebhookEndpoint']> {
  const url = checkUrl(command.url, policy)
  const headers = sealHeaders(command.headers ?? [], sealer)
  const marks = checkMarks(command, { deprovisions: 0, receipt_types: null }, command.event_types ?? null)
  const app = await lockAppOf(work.db, actor, async () => appIdOf(actor, command), 'app_not_found')
  const { app_id, org_id: orgId } = app
  requireMayRead(actor, app, command.event_types ?? null)
  await requireRoom(work.db, app_id, orgId)
  const challenged = command.challenge === true || isChallenged(url, policy)
  const endpoint = {
    endpoint_id: newId('whe'),
    app_id,
    url: url.href,
    event_types: command.event_types ? JSON.stringify([...new Set(command.event_types)]) : null,
    description: command.description ?? null,
    format: command.format ?? ('standard' as const),
    headers,
    status: challenged ? ('unverified' as const) : ('enabled' as const),
    disabled_reason: null,
    ordering: command.ordering ?? ('none' as const),
    ...marks,
    verified_at: challenged ? null : work.now,
    created_at: work.now,
  }
  const { endpoint_id } = endpoint
  await work.db.insertInto('webhook_endpoint').values(endpoint).execute()
  await createHealth(work.db, endpoint_id)
  const { secret } = await addEndpointSecret(work, endpoint_id, sealer)
  if (challenged) await challengeEndpoint(work, endpoint_id)
  const after = auditedEndpoint(endpoint)
  await audit(work, actor, { orgId, action: 'webhookEndpoints.create', target: endpoint_id, after })
  return { ...(await getEndpoint(work, actor, { endpoint_id })), secret }
}

/**
 * Reads the app that gets an endpoint: the one that calls, or the one that an administrator names.
 *
 * @throws {Refusal} `invalid_request` for a person who names none, `app_not_found` for an app that names another
 */
function appIdOf(actor: Actor, { app_id: appId }: CallOf<'webhookEndpoints.create'>): string {
  if (actor.type === 'user') {
    if (appId === undefined) throw invalid('/app_id', 'webhook.app')
    return appId
  }
  if (appId !== undefined && appId !== actor.id) throw new Refusal('app_not_found')
  return actor.id
}

/** The most endpoints of an app, and of an organisation's apps: each event makes a delivery for each, for which others pay. */
const MOST = { ofApp: 250, ofOrganization: 1000 }

async function requireRoom(tx: Tx, appId: string, orgId: string): Promise<void> {
  const living = tx
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('endpoint.status', '!=', 'deleted')
  const ofApp = await living.where('endpoint.app_id', '=', appId).executeTakeFirstOrThrow()
  const ofOrganization = await living.where('app.org_id', '=', orgId).executeTakeFirstOrThrow()
  if (Number(ofApp.count) >= MOST.ofApp || Number(ofOrganization.count) >= MOST.ofOrganization) {
    throw new Refusal('too_many_webhook_endpoints')
  }
}
