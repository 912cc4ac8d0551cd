import type { Selectable } from 'kysely'
import { type Actor, requireAppOrAdministrator } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import { lockAsAdministrator } from './members.ts'

/**
 * Finds the organisation that owns an app, and prevents its deletion until the transaction ends.
 *
 * @throws {Refusal} `token_revoked` if the app is deleted, `org_not_authorized` if no organisation owns it
 */
export async function lockOwnerOf(tx: Tx, appId: string): Promise<string> {
  const app = await tx.selectFrom('app').select('org_id').where('app_id', '=', appId).forUpdate().executeTakeFirst()
  if (!app) throw new Refusal('token_revoked')
  if (app.org_id === null) throw new Refusal('org_not_authorized')
  return app.org_id
}

/**
 * Selects the apps for which an actor acts: an app for itself, and an administrator for the organisation's internal apps (S114). An app that
 * other organisations authorise is not theirs, although its endpoints are: its deliveries are about the others.
 *
 * @throws {Refusal} `app_required`, `admin_required` for a person who acts for none
 */
export function appsOf(db: Reader, actor: Actor) {
  const apps = db.selectFrom('app').select('app.app_id')
  requireAppOrAdministrator(actor)
  if (actor.type === 'app') return apps.where('app.app_id', '=', actor.id)
  return apps.where('app.org_id', '=', actor.orgId).where('app.kind', '=', 'internal')
}

/** An app with the organisation that owns it. */
export type OwnedApp = Pick<Selectable<Schema['app']>, 'app_id' | 'scopes'> & { org_id: string }

/**
 * Locks one of the apps for which an actor acts, after the account of a person, and prevents its deletion until the transaction ends.
 *
 * @param find the id of the app, which is asked for once the person is known to be an administrator still
 * @throws {Refusal} like {@link appsOf}; `token_revoked` if the app is deleted; `otherwise` for an app that is not the organisation's own
 */
export async function lockAppOf(
  tx: Tx,
  actor: Actor,
  find: () => Promise<string>,
  otherwise: 'app_not_found' | 'webhook_endpoint_not_found' | 'delivery_not_found',
): Promise<OwnedApp> {
  requireAppOrAdministrator(actor)
  if (actor.type === 'user' && actor.orgId !== null) await lockAsAdministrator(tx, { ...actor, orgId: actor.orgId })
  const app = await appsOf(tx, actor)
    .select(['app.org_id', 'app.scopes'])
    .where('app.app_id', '=', await find())
    .forUpdate()
    .executeTakeFirst()
  if (!app) throw new Refusal(actor.type === 'app' ? 'token_revoked' : otherwise)
  const { org_id } = app
  if (org_id === null) throw new Refusal('org_not_authorized')
  return { ...app, org_id }
}
