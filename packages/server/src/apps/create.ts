import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'
import { refuseOwnName } from '../values/name.ts'
import { addApp } from './add-app.ts'
import { checkAllowedOrigins } from './allowed-origins.ts'
import { getApp, lockAsAppManager } from './app.ts'
import { checkAuthentication } from './check-authentication.ts'
import { checkRedirectUris } from './check-redirect-uris.ts'
import { checkScopes } from './check-scopes.ts'
import { recordController } from './controllers.ts'
import { requireMayGive } from './may-give.ts'
import { requireRoomForApp } from './most.ts'
import { addAppSecret } from './secrets/add.ts'

/**
 * Creates an app of the organisation, with its first secret if it authenticates with one.
 *
 * @returns the app with its secret, which can't be read later
 * @throws {Refusal} `user_required`, `admin_required`, `invalid_request` for invalid scopes, redirect URIs, origins or keys,
 * `scope_missing` for a scope that the token lacks, `too_many_apps`
 */
export async function createApp(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['CreateAppRequest'],
): Promise<Schemas['CreatedApp']> {
  const manager = await lockAsAppManager(work.db, actor)
  const { name, kind, token_endpoint_auth_method: auth_method = 'client_secret_basic' } = command
  refuseOwnName(name)
  const redirect_uris = checkRedirectUris(command.redirect_uris ?? [], auth_method)
  const allowed_origins = checkAllowedOrigins(command.allowed_origins ?? [])
  const scopes = checkScopes(command.scopes, kind === 'internal' && redirect_uris.length > 0)
  const jwks = checkAuthentication(auth_method, command.jwks, redirect_uris)
  requireMayGive(actor, scopes)
  await requireRoomForApp(work.db, actor.orgId)
  const app_id = newId('app')
  const org_id = actor.orgId
  await addApp(work, { app_id, org_id, kind, name, scopes, redirect_uris, allowed_origins, auth_method, jwks })
  await recordController(work, app_id, manager)
  const added = auth_method === 'client_secret_basic' ? await addAppSecret(work, app_id) : undefined
  const settings = { scopes, redirect_uris, allowed_origins, token_endpoint_auth_method: auth_method, jwks }
  const after = { name, kind, status: 'active', ...settings }
  await audit(work, actor, { orgId: org_id, action: 'apps.create', target: app_id, after })
  return { ...(await getApp(work, actor, { app_id })), ...(added && { client_secret: added.secret }) }
}
