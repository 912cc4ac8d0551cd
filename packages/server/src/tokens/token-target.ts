import type { Scope } from '@sendoff/api'
import { type Client, errors } from 'oidc-provider'
import type { Store } from '../store/store.ts'
import { apiAudience, organizationAudience } from './access-token.ts'
import { gidOfApp } from './gid.ts'

/** What a token that a client asks for may be: for which organisation, with which scopes, tied to which state. */
export type TokenTarget = { audience: string; orgId: string | null; scopes: Scope[]; gid: string }

/** What a third-party app may do that acts for no organisation. */
const APP_LEVEL: readonly Scope[] = ['webhook:read', 'webhook:write', 'event:read']

/**
 * Decides for what a client may have a token of its own. An internal app acts for its organisation; a third-party app for the
 * organisation that `resource` names, if that has authorised it, and otherwise for itself.
 *
 * @param resource the resource indicator (RFC 8707)
 * @throws {errors.InvalidTarget} for a resource that is not ours, or an organisation that did not authorise the app
 */
export async function tokenTarget(
  store: Store,
  issuer: string,
  client: Client,
  resource: string,
): Promise<TokenTarget> {
  const scopes = client.app_scopes as Scope[]
  const generation = client.generation as string
  const gid = gidOfApp(generation)
  const internal = client.app_kind === 'internal'
  const own = client.owner_org_id as string
  if (resource === apiAudience(issuer)) {
    return internal
      ? { audience: resource, orgId: own, scopes, gid }
      : { audience: resource, orgId: null, scopes: scopes.filter((scope) => APP_LEVEL.includes(scope)), gid }
  }
  const prefix = organizationAudience(issuer, '')
  const orgId = resource.startsWith(prefix) ? resource.slice(prefix.length) : ''
  if (internal) {
    if (orgId !== own) throw new errors.InvalidTarget('an internal app acts for its own organisation only')
    return { audience: resource, orgId, scopes, gid }
  }
  const granted = await store.db
    .selectFrom('authorization')
    .innerJoin('organization', 'organization.org_id', 'authorization.org_id')
    .select(['authorization.scopes', 'authorization.grant_id'])
    .where('authorization.org_id', '=', orgId)
    .where('authorization.app_id', '=', client.clientId)
    .where('authorization.status', '=', 'active')
    .where('organization.status', '!=', 'dissolved')
    .executeTakeFirst()
  if (!granted) throw new errors.InvalidTarget('the organisation has not authorised the app')
  // Of what the organisation granted, what the app still has: an app that gave a scope up gets it for nobody.
  const both = (JSON.parse(granted.scopes) as Scope[]).filter((scope) => scopes.includes(scope))
  return { audience: resource, orgId, scopes: both, gid: gidOfApp(generation, granted.grant_id) }
}
