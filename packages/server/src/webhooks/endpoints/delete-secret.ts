import type { Actor } from '../../actor.ts'
import { lockOwnerOf } from '../../apps/owner.ts'
import { audit } from '../../audit/audit.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { lockEndpoint } from './endpoint.ts'

/**
 * Revokes a secret of an endpoint: what is claimed from now on is not signed with it, on any server.
 *
 * @throws {Refusal} `webhook_endpoint_not_found`, `secret_not_found`, `last_secret` for the one that does not expire
 */
export async function deleteEndpointSecret(
  tx: Tx,
  app: Actor,
  { endpoint_id, secret_id }: { endpoint_id: string; secret_id: string },
  now: number,
): Promise<void> {
  const orgId = await lockOwnerOf(tx, app.id)
  await lockEndpoint(tx, app, endpoint_id)
  const secret = await tx
    .selectFrom('webhook_secret')
    .select('expires_at')
    .where('endpoint_id', '=', endpoint_id)
    .where('secret_id', '=', secret_id)
    .executeTakeFirst()
  if (!secret || (secret.expires_at !== null && secret.expires_at <= now)) throw new Refusal('secret_not_found')
  if (secret.expires_at === null) throw new Refusal('last_secret')
  await tx
    .deleteFrom('webhook_secret')
    .where('endpoint_id', '=', endpoint_id)
    .where('secret_id', '=', secret_id)
    .execute()
  const before = { secret_id }
  await audit(tx, app, { orgId, action: 'webhookEndpoints.deleteSecret', target: endpoint_id, before }, now)
}
