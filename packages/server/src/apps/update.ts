import { type EventType, eventTypes, type Schemas, type Scope } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { withdrawDeliveries } from '../events/outbox/withdraw.ts'
import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'
import { refuseOwnName } from '../values/name.ts'
import { scheduleEndedOf } from '../webhooks/receipts/ended.ts'
import { checkAllowedOrigins, indexOrigins } from './allowed-origins.ts'
import { type AppRow, getApp, lockApp, lockAsAppManager } from './app.ts'
import { checkAuthentication } from './check-authentication.ts'
import { checkRedirectUris } from './check-redirect-uris.ts'
import { checkScopes } from './check-scopes.ts'
import { recordController } from './controllers.ts'
import { requireMayGive } from './may-give.ts'

/**
 * Changes an app of the organisation. When its status or scopes change, earlier tokens are refused from the next call
 * on; authorizations stay as they were given. Pending deliveries of event types that it can no longer read are given
 * up.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `app_not_found`, `invalid_request` for invalid scopes, redirect
 * URIs or keys, `scope_missing` if the token lacks an added scope, or any scope of the app when it gets redirect URIs
 * or keys or is reactivated
 */
export async function updateApp(
  work: Work,
  actor: OrganizationActor,
  { app_id, ...command }: Schemas['UpdateAppRequest'] & { app_id: string },
): Promise<Schemas['App']> {
  const manager = await lockAsAppManager(work.db, actor)
  const app = await lockApp(work.db, actor, app_id)
  if (command.name !== undefined) refuseOwnName(command.name)
  const before = settingsOf(app)
  const redirect_uris = command.redirect_uris
    ? checkRedirectUris(command.redirect_uris, app.auth_method)
    : before.redirect_uris
  const signsMembersIn = app.kind === 'internal' && redirect_uris.length > 0
  const after = {
    name: command.name ?? before.name,
    status: command.status ?? before.status,
    scopes: checkScopes(command.scopes ?? before.scopes, signsMembersIn),
    redirect_uris,
    allowed_origins: command.allowed_origins ? checkAllowedOrigins(command.allowed_origins) : before.allowed_origins,
    jwks: checkAuthentication(app.auth_method, command.jwks ?? before.jwks, redirect_uris),
  }
  const opens = command.jwks !== undefined || redirect_uris.some((uri) => !before.redirect_uris.includes(uri))
  const revives = after.status === 'active' && before.status !== 'active'
  const granted = after.scopes.filter((scope) => opens || revives || !before.scopes.includes(scope))
  requireMayGive(actor, granted)
  if (granted.length > 0) await recordController(work, app_id, manager)
  const ends = after.status !== before.status || !areSame(after.scopes, before.scopes)
  await work.db
    .updateTable('app')
    .set({
      ...after,
      scopes: JSON.stringify(after.scopes),
      redirect_uris: JSON.stringify(redirect_uris),
      allowed_origins: JSON.stringify(after.allowed_origins),
      jwks: after.jwks ? JSON.stringify(after.jwks) : null,
      ...(ends && { generation: newId('gen') }),
    })
    .where('app_id', '=', app_id)
    .execute()
  await indexOrigins(work.db, app_id, after.allowed_origins)
  const types = typesLost(before.scopes, after.scopes)
  if (types.length > 0) {
    await withdrawDeliveries(work, { appId: app_id, types })
    await scheduleEndedOf(work, actor.orgId, [app_id])
  }
  await audit(work, actor, { orgId: actor.orgId, action: 'apps.update', target: app_id, before, after })
  return getApp(work, actor, { app_id })
}

/** The changeable settings of an app. */
export function settingsOf(app: AppRow) {
  return {
    name: app.name,
    status: app.status,
    scopes: JSON.parse(app.scopes) as Scope[],
    redirect_uris: JSON.parse(app.redirect_uris) as string[],
    allowed_origins: JSON.parse(app.allowed_origins) as string[],
    jwks: app.jwks === null ? undefined : (JSON.parse(app.jwks) as Schemas['Jwks']),
  }
}

/** Lists the event types that can be read with the scopes `before` and not with the scopes `after`. */
export function typesLost(before: Scope[], after: Scope[]): EventType[] {
  const types = Object.keys(eventTypes) as EventType[]
  return types.filter((type) => {
    const { readScope } = eventTypes[type]
    return before.includes(readScope) && !after.includes(readScope)
  })
}

function areSame(one: Scope[], other: Scope[]): boolean {
  return one.length === other.length && one.every((scope) => other.includes(scope))
}
