import type { CallOf } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { lockEndpoint } from './endpoint.ts'
import { isLiveAt } from './secret.ts'

/**
 * Revokes a secret of an endpoint: deliveries that are claimed from now on are not signed with it, on any server. When the newest is revoked,
 * the previous one no longer expires.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `secret_not_found`, `last_secret` if there is no other
 */
export async function deleteEndpointSecret(
  work: Work,
  actor: Actor,
  { endpoint_id, secret_id }: CallOf<'webhookEndpoints.deleteSecret'>,
): Promise<void> {
  const { app } = await lockEndpoint(work.db, actor, endpoint_id)
  const { org_id: orgId } = app
  const live = await work.db
    .selectFrom('webhook_secret')
    .select(['secret_id', 'expires_at'])
    .where('endpoint_id', '=', endpoint_id)
    .where(isLiveAt(work.now))
    .execute()
  const secret = live.find((one) => one.secret_id === secret_id)
  if (!secret) throw new Refusal('secret_not_found')
  if (live.length === 1) throw new Refusal('last_secret')
  const all = work.db.updateTable('webhook_secret').where('endpoint_id', '=', endpoint_id)
  if (secret.expires_at === null) await all.set({ expires_at: null }).where('expires_at', '>', work.now).execute()
  await work.db
    .deleteFrom('webhook_secret')
    .where('endpoint_id', '=', endpoint_id)
    .where('secret_id', '=', secret_id)
    .execute()
  const before = { secret_id }
  await audit(work, actor, { orgId, action: 'webhookEndpoints.deleteSecret', target: endpoint_id, before })
}
