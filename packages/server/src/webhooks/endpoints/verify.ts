import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { challengeEndpoint } from '../challenge/schedule.ts'
import { getEndpoint, lockEndpoint } from './endpoint.ts'

/**
 * Challenges an endpoint again, at the earliest a minute after the previous challenge.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `webhook_endpoint_disabled`
 */
export async function verifyEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.verify'>,
): Promise<Schemas['WebhookEndpoint']> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, endpointId)
  const { org_id: orgId } = app
  const { status } = endpoint
  if (status === 'disabled') throw new Refusal('webhook_endpoint_disabled')
  if (status === 'unverified') {
    await challengeEndpoint(work, endpointId)
    const change = { before: { status }, after: { challenged_at: timestamp(work.now) } }
    await audit(work, actor, { orgId, action: 'webhookEndpoints.verify', target: endpointId, ...change })
  }
  return getEndpoint(work, actor, { endpoint_id: endpointId })
}
