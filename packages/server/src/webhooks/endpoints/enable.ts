import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import type { Work } from '../../store/work.ts'
import { challengeEndpoint } from '../challenge/schedule.ts'
import { resetHealth } from '../delivery/queue/health-row.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { getEndpoint, lockEndpoint } from './endpoint.ts'
import { recordForOthers } from './record-for-others.ts'

/**
 * Enables an endpoint again and delivers what was held for it. An endpoint that was never verified is challenged first; one that is not
 * disabled stays as it is.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function enableEndpoint(
  work: Work,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.enable'>,
): Promise<Schemas['WebhookEndpoint']> {
  const { endpoint, app } = await lockEndpoint(work.db, actor, endpointId)
  const { org_id: orgId } = app
  const { status, disabled_reason, verified_at, url, app_id } = endpoint
  if (status === 'disabled') {
    const verified = verified_at !== null
    const after = { status: verified ? ('enabled' as const) : ('unverified' as const) }
    await work.db
      .updateTable('webhook_endpoint')
      .set({ ...after, disabled_reason: null })
      .where('endpoint_id', '=', endpointId)
      .execute()
    await resetHealth(work.db, endpointId)
    if (verified) await scheduleRelease(work, endpointId)
    else await challengeEndpoint(work, endpointId)
    const change = { before: { status, disabled_reason }, after }
    await audit(work, actor, { orgId, action: 'webhookEndpoints.enable', target: endpointId, ...change })
    const data = { endpoint_id: endpointId, app_id, url }
    await recordForOthers(work, { type: 'webhook_endpoint.enabled', actor, data })
  }
  return getEndpoint(work, actor, { endpoint_id: endpointId })
}
