import { appScopes, type Scope } from '@sendoff/api'
import { type Client, errors } from 'oidc-provider'
import { apiAudience, organizationAudience } from '../../authentication/access-token.ts'
import { gidOfApp } from '../../authentication/gid.ts'
import type { Store } from '../../store/store.ts'
import { type Consent, common } from './consent.ts'

/** What a token that a client asks for may be: for whom, with which scopes, tied to which state. */
export type TokenTarget = {
  audience: string
  orgId: string | null
  /** Whose token it is; null where the app acts itself. */
  accountId: string | null
  scopes: Scope[]
  gid: string
}

/** What a third-party app may do that acts for no organisation. */
const APP_LEVEL: readonly Scope[] = ['webhook:read', 'webhook:write', 'event:read']

/**
 * Decides for what a client may have a token of its own. An internal app acts for its organisation; a third-party app for the
 * organisation that `resource` names, if that has authorised it, and otherwise for itself.
 *
 * @param resource the resource indicator (RFC 8707)
 * @throws {errors.InvalidTarget} for a resource that is not ours, or an organisation that did not authorise the app
 */
export async function targetOfApp(
  store: Store,
  issuer: string,
  client: Client,
  resource: string,
): Promise<TokenTarget> {
  const scopes = common(client.app_scopes as Scope[], appScopes)
  const generation = client.generation as string
  const held = { audience: resource, accountId: null, gid: gidOfApp(generation) }
  const internal = client.app_kind === 'internal'
  const own = client.owner_org_id as string
  const orgId = organizationOf(issuer, resource)
  if (orgId === null) {
    return internal ? { ...held, orgId: own, scopes } : { ...held, orgId: null, scopes: common(scopes, APP_LEVEL) }
  }
  if (internal) {
    if (orgId !== own) throw new errors.InvalidTarget('an internal app acts for its own organisation only')
    return { ...held, orgId, scopes }
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
  const both = common(JSON.parse(granted.scopes), scopes)
  return { ...held, orgId, scopes: both, gid: gidOfApp(generation, granted.grant_id) }
}

/**
 * Decides what a token of a person's consent may be now: the app's for their organisation, or their own.
 *
 * @throws {errors.InvalidTarget} for a resource that is not ours, or another organisation than the one consented for
 */
export function targetOfConsent(issuer: string, consent: Consent, resource: string): TokenTarget {
  const named = organizationOf(issuer, resource)
  if (named !== null && named !== consent.orgId)
    throw new errors.InvalidTarget('the consent is for another organisation')
  const { orgId, scopes, gid } = consent
  return { audience: resource, orgId, accountId: consent.for === 'person' ? consent.accountId : null, scopes, gid }
}

/**
 * Lists what an app may ask a person for, before anybody has signed in.
 *
 * @throws {errors.InvalidTarget} for a resource that is not ours
 */
export function askableScopes(issuer: string, client: Client, resource: string): Scope[] {
  organizationOf(issuer, resource)
  return client.app_scopes as Scope[]
}

/**
 * @returns the organisation that a resource names; null when it is the API as a whole
 * @throws {errors.InvalidTarget} for a resource that is not ours
 */
function organizationOf(issuer: string, resource: string): string | null {
  if (resource === apiAudience(issuer)) return null
  const prefix = organizationAudience(issuer, '')
  const orgId = resource.startsWith(prefix) ? resource.slice(prefix.length) : ''
  if (!/^org_\w{1,60}$/.test(orgId)) throw new errors.InvalidTarget('there is no such resource')
  return orgId
}
