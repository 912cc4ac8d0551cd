import type { CallOf } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { lockApp, lockAsAppManager } from '../app.ts'

/**
 * Deletes a secret of an app of the organisation, which is refused from the next token request on. Tokens issued for it
 * stay valid until they expire, because they belong to the app and not to the secret.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`, `secret_not_found`
 */
export async function deleteSecret(
  work: Work,
  actor: OrganizationActor,
  { app_id, secret_id }: CallOf<'apps.deleteSecret'>,
): Promise<void> {
  await lockAsAppManager(work.db, actor)
  await lockApp(work.db, actor, app_id)
  const deleted = await work.db
    .deleteFrom('app_secret')
    .where('app_id', '=', app_id)
    .where('secret_id', '=', secret_id)
    .executeTakeFirst()
  if (deleted.numDeletedRows === 0n) throw new Refusal('secret_not_found')
  const before = { secret_id }
  await audit(work, actor, { orgId: actor.orgId, action: 'apps.deleteSecret', target: app_id, before })
}
