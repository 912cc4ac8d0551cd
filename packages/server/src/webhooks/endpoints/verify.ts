import type { Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { lockOwnerOf } from '../../locks/app-owner.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { challengeEndpoint } from '../challenge/schedule.ts'
import { getEndpoint, lockEndpoint } from './endpoint.ts'

/**
 * Has an endpoint challenged again, a minute after the challenge before at the earliest.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`
 */
export async function verifyEndpoint(
  tx: Tx,
  app: Actor,
  endpointId: string,
  now: number,
): Promise<Schemas['WebhookEndpoint']> {
  const orgId = await lockOwnerOf(tx, app.id)
  const { status } = await lockEndpoint(tx, app, endpointId)
  if (status === 'disabled') throw new Refusal('webhook_endpoint_disabled')
  if (status === 'unverified') {
    await challengeEndpoint(tx, endpointId, now)
    const change = { before: { status }, after: { challenged_at: timestamp(now) } }
    await audit(tx, app, { orgId, action: 'webhookEndpoints.verify', target: endpointId, ...change }, now)
  }
  return getEndpoint(tx, app, endpointId, now)
}
