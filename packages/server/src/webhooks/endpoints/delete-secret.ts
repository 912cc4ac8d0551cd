import type { Actor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { lockOwnerOf } from '../../locks/app-owner.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { lockEndpoint } from './endpoint.ts'
import { isLiveAt } from './secret.ts'

/**
 * Revokes a secret of an endpoint: what is claimed from now on is not signed with it, on any server. Without the newest, the one
 * before is good without end again.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `secret_not_found`, `last_secret` when there is no other
 */
export async function deleteEndpointSecret(
  tx: Tx,
  app: Actor,
  { endpoint_id, secret_id }: { endpoint_id: string; secret_id: string },
  now: number,
): Promise<void> {
  const orgId = await lockOwnerOf(tx, app.id)
  await lockEndpoint(tx, app, endpoint_id)
  const live = await tx
    .selectFrom('webhook_secret')
    .select(['secret_id', 'expires_at'])
    .where('endpoint_id', '=', endpoint_id)
    .where(isLiveAt(now))
    .execute()
  const secret = live.find((one) => one.secret_id === secret_id)
  if (!secret) throw new Refusal('secret_not_found')
  if (live.length === 1) throw new Refusal('last_secret')
  const all = tx.updateTable('webhook_secret').where('endpoint_id', '=', endpoint_id)
  if (secret.expires_at === null) await all.set({ expires_at: null }).where('expires_at', '>', now).execute()
  await tx
    .deleteFrom('webhook_secret')
    .where('endpoint_id', '=', endpoint_id)
    .where('secret_id', '=', secret_id)
    .execute()
  const before = { secret_id }
  await audit(tx, app, { orgId, action: 'webhookEndpoints.deleteSecret', target: endpoint_id, before }, now)
}
