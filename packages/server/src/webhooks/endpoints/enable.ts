import type { Schemas } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { lockOwnerOf } from '../../locks/app-owner.ts'
import type { Tx } from '../../store/schema.ts'
import { challengeEndpoint } from '../challenge/schedule.ts'
import { resetHealth } from '../delivery/pace/health.ts'
import { scheduleRelease } from '../recovery/release-held.ts'
import { getEndpoint, lockEndpoint } from './endpoint.ts'
import { tellOthers } from './tell-others.ts'

/**
 * Enables an endpoint again and delivers what was held for it; one that was never verified is challenged first. One that is not
 * disabled stays as it is.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`
 */
export async function enableEndpoint(
  tx: Tx,
  app: Actor,
  endpointId: string,
  now: number,
): Promise<Schemas['WebhookEndpoint']> {
  const orgId = await lockOwnerOf(tx, app.id)
  const { status, disabled_reason, verified_at, url, app_id } = await lockEndpoint(tx, app, endpointId)
  if (status === 'disabled') {
    const verified = verified_at !== null
    const after = { status: verified ? ('enabled' as const) : ('unverified' as const) }
    await tx
      .updateTable('webhook_endpoint')
      .set({ ...after, disabled_reason: null })
      .where('endpoint_id', '=', endpointId)
      .execute()
    await resetHealth(tx, endpointId)
    if (verified) await scheduleRelease(tx, endpointId, now)
    else await challengeEndpoint(tx, endpointId, now)
    const change = { before: { status, disabled_reason }, after }
    await audit(tx, app, { orgId, action: 'webhookEndpoints.enable', target: endpointId, ...change }, now)
    const data = { endpoint_id: endpointId, app_id, url }
    await tellOthers(tx, { type: 'webhook_endpoint.enabled', actor: app, data }, now)
  }
  return getEndpoint(tx, app, endpointId, now)
}
