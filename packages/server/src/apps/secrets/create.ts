import type { CallOf, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { listSecrets, lockApp, lockAsAppManager } from '../app.ts'
import { recordController } from '../controllers.ts'
import { requireMayGive } from '../may-give.ts'
import { addAppSecret } from './add.ts'

/** An app may have two secrets, so that one can be exchanged without a gap. */
const MOST = 2

/**
 * Adds a secret to an app of the organisation.
 *
 * @returns the secret, which can't be read later
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`, `scope_missing` for a scope of the app that the
 * token lacks, `app_uses_no_secret`, `too_many_secrets`
 */
export async function createSecret(
  work: Work,
  actor: OrganizationActor,
  { app_id: appId }: CallOf<'apps.createSecret'>,
): Promise<Schemas['CreatedSecret']> {
  const manager = await lockAsAppManager(work.db, actor)
  const app = await lockApp(work.db, actor, appId)
  if (app.auth_method !== 'client_secret_basic') throw new Refusal('app_uses_no_secret')
  requireMayGive(actor, JSON.parse(app.scopes))
  const live = await listSecrets(work.db, [appId])
  if (live.length >= MOST) throw new Refusal('too_many_secrets')
  await recordController(work, appId, manager)
  const { secretId, secret } = await addAppSecret(work, appId)
  const after = { secret_id: secretId }
  await audit(work, actor, { orgId: actor.orgId, action: 'apps.createSecret', target: appId, after })
  return { secret_id: secretId, client_secret: secret, created_at: timestamp(work.now) }
}
