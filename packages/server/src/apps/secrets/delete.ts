import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { lockApp, lockAsAppManager } from '../app.ts'

/**
 * Deletes a secret of an app of the organisation; it is refused from the next request for a token on. Tokens that it got stay
 * good until they expire: they are of the app, and not of the secret.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`, `secret_not_found`
 */
export async function deleteSecret(
  tx: Tx,
  actor: OrganizationActor,
  { app_id, secret_id }: { app_id: string; secret_id: string },
  now: number,
): Promise<void> {
  await lockAsAppManager(tx, actor)
  await lockApp(tx, actor, app_id)
  const deleted = await tx
    .deleteFrom('app_secret')
    .where('app_id', '=', app_id)
    .where('secret_id', '=', secret_id)
    .executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw new Refusal('secret_not_found')
  const before = { secret_id }
  await audit(tx, actor, { orgId: actor.orgId, action: 'apps.deleteSecret', target: app_id, before }, now)
}
