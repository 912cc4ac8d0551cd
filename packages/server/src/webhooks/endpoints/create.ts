import type { EventType, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { lockOwnerOf } from '../../apps/owner.ts'
import { audit } from '../../audit/audit.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import { invalid } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { createHealth } from '../delivery/health.ts'
import { checkDestination, type DestinationPolicy, DestinationRefused } from '../destination/url.ts'
import { generateSecret } from '../signature/standard-webhooks.ts'
import { auditedEndpoint, presentEndpoint } from './endpoint.ts'

/** What a webhook secret is sealed as. */
export const SECRET_PURPOSE = 'webhook secret'

type CreateEndpoint = { url: string; event_types?: EventType[]; description?: string; ordering?: 'none' | 'subject' }

/**
 * Creates an endpoint of an app, with a new signing secret.
 *
 * @returns the endpoint with its secret, which can't be read again
 * @throws {Refusal} `invalid_request` for a URL to which nothing may be sent
 */
export async function createEndpoint(
  tx: Tx,
  app: Actor,
  command: CreateEndpoint,
  now: number,
  { sealer, policy }: { sealer: Sealer; policy: DestinationPolicy },
): Promise<Schemas['CreatedWebhookEndpoint']> {
  const url = allowed(command.url, policy)
  const orgId = await lockOwnerOf(tx, app.id)
  const secret = generateSecret()
  const endpoint = {
    endpoint_id: newId('whe'),
    app_id: app.id,
    url: url.href,
    event_types: command.event_types ? JSON.stringify([...new Set(command.event_types)]) : null,
    description: command.description ?? null,
    status: 'enabled' as const,
    disabled_reason: null,
    ordering: command.ordering ?? ('none' as const),
    created_at: now,
  }
  await tx.insertInto('webhook_endpoint').values(endpoint).execute()
  await createHealth(tx, endpoint.endpoint_id)
  await tx
    .insertInto('webhook_secret')
    .values({
      endpoint_id: endpoint.endpoint_id,
      secret_id: newId('whs'),
      sealed: sealer.seal(secret, SECRET_PURPOSE),
      created_at: now,
      expires_at: null,
    })
    .execute()
  const after = auditedEndpoint(endpoint)
  const change = { action: 'webhookEndpoints.create' as const, target: endpoint.endpoint_id, after }
  await audit(tx, app, { orgId, ...change }, now)
  return { ...presentEndpoint(endpoint), secret }
}

function allowed(url: string, policy: DestinationPolicy): URL {
  try {
    return checkDestination(url, policy)
  } catch (error) {
    if (error instanceof DestinationRefused) throw invalid('/url', error.message)
    throw error
  }
}
