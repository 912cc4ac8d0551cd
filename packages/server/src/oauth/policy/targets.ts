import { appScopes, type Scope } from '@sendoff/api'
import { apiAudience, gidOfApp, organizationAudience } from '../../authentication/claims.ts'
import { grantedScopes } from '../../scopes.ts'
import type { Reader } from '../../store/schema.ts'
import type { Consent } from './consent.ts'
import { APP_LEVEL, common } from './scopes.ts'

/** Everything that is particular to a token: its audience and organisation, its account, its scopes, and the state it is tied to. */
export type TokenTarget = {
  audience: string
  orgId: string | null
  /** Null where the app acts itself. */
  accountId: string | null
  scopes: Scope[]
  gid: string
}

/** The refusal of a resource (RFC 8707 section 2, `invalid_target`); its message is for the app's developer. */
export class TargetRefused extends Error {
  override name = 'TargetRefused'
}

/** An app that asks for a token of its own. */
export type AskingApp = {
  id: string
  kind: 'internal' | 'third_party'
  /** The organisation that owns it; null for the platform's own app. */
  orgId: string | null
  scopes: Scope[]
  generation: string
}

/**
 * Decides the target of an app's own token. An internal app acts for its organisation; a third-party app for the organisation that
 * `resource` names, if that has authorised it, and otherwise for itself.
 *
 * @param resource the resource indicator (RFC 8707)
 * @throws {TargetRefused} for a resource that is not ours, or an organisation that has not authorised the app
 */
export async function targetOfApp(db: Reader, issuer: string, app: AskingApp, resource: string): Promise<TokenTarget> {
  const scopes = common(app.scopes, appScopes)
  const held = { audience: resource, accountId: null, gid: gidOfApp(app.generation) }
  const isInternal = app.kind === 'internal'
  const orgId = organizationOf(issuer, resource)
  if (orgId === null) {
    return isInternal
      ? { ...held, orgId: app.orgId, scopes }
      : { ...held, orgId: null, scopes: common(scopes, APP_LEVEL) }
  }
  if (isInternal) {
    if (orgId !== app.orgId) throw new TargetRefused('an internal app acts for its own organisation only')
    return { ...held, orgId, scopes }
  }
  const granted = await db
    .selectFrom('authorization')
    .innerJoin('organization', 'organization.org_id', 'authorization.org_id')
    .select(['authorization.scopes', 'authorization.grant_id'])
    .where('authorization.org_id', '=', orgId)
    .where('authorization.app_id', '=', app.id)
    .where('authorization.status', '=', 'active')
    .where('organization.status', '!=', 'dissolved')
    .executeTakeFirst()
  if (!granted) throw new TargetRefused('the organisation has not authorised the app')
  return {
    ...held,
    orgId,
    scopes: grantedScopes(scopes, granted.scopes),
    gid: gidOfApp(app.generation, granted.grant_id),
  }
}

/**
 * Decides the target of a token that comes from a person's consent: the app's for their organisation, or their own.
 *
 * @throws {TargetRefused} for a resource that is not ours, or another organisation than the one consented for
 */
export function targetOfConsent(issuer: string, consent: Consent, resource: string): TokenTarget {
  const named = organizationOf(issuer, resource)
  if (named !== null && named !== consent.orgId) throw new TargetRefused('the consent is for another organisation')
  const { orgId, scopes, gid } = consent
  return { audience: resource, orgId, accountId: consent.for === 'person' ? consent.accountId : null, scopes, gid }
}

/**
 * Reads the organisation that a resource names.
 *
 * @returns null for the API as a whole
 * @throws {TargetRefused} for a resource that is not ours
 */
export function organizationOf(issuer: string, resource: string): string | null {
  if (resource === apiAudience(issuer)) return null
  const prefix = organizationAudience(issuer, '')
  const orgId = resource.startsWith(prefix) ? resource.slice(prefix.length) : ''
  if (!/^org_\w{1,60}$/.test(orgId)) throw new TargetRefused('there is no such resource')
  return orgId
}
