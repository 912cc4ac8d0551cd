import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider'
import { apiAudience } from '../../authentication/claims.ts'
import { newId } from '../../ids.ts'
import { ACCESS_TOKEN_TTL } from '../../keys/times.ts'
import { shortened } from '../../shortened.ts'
import type { Store } from '../../store/store.ts'
import { findRefusedScope } from '../policy/scopes.ts'
import { organizationOf, TargetRefused, targetOfApp, targetOfConsent } from '../policy/targets.ts'
import { checkState } from './authorization-requests.ts'
import { appOf } from './client.ts'
import { consentOf } from './consent-hooks.ts'
import { stateOf } from './request-state.ts'

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>

/** The form of every access token. */
const FORM = { accessTokenTTL: ACCESS_TOKEN_TTL, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } } as const

/**
 * The hook by which the library asks about a resource (RFC 8707): first for a request for authorization, before anybody has signed
 * in, and then for the token. An app that names no resource gets a token for the API as a whole.
 */
export function resourceIndicators(issuer: string, store: Store): ResourceIndicators {
  const audience = apiAudience(issuer)
  return {
    enabled: true,
    defaultResource: (_ctx, _client, oneOf) => (Array.isArray(oneOf) ? (oneOf[0] ?? audience) : audience),
    useGrantedResource: () => true,
    getResourceServerInfo: async (ctx, resource, client) => {
      if (Array.isArray(ctx.oidc.params?.resource))
        throw new errors.InvalidTarget('a token is for one resource; ask for each by itself')
      if (ctx.oidc.route !== 'token') {
        const { scopes } = appOf(client)
        checkState(ctx)
        await targeted(async () => organizationOf(issuer, resource))
        refuseOtherScopes(ctx, scopes)
        if (ctx.oidc.requestParamScopes.size === 0) throw new errors.InvalidScope('a scope is needed', '')
        return { ...FORM, audience: resource, scope: scopes.join(' ') }
      }
      const consent = consentOf(ctx)
      const target = await targeted(async () =>
        consent ? targetOfConsent(issuer, consent, resource) : targetOfApp(store.db, issuer, appOf(client), resource),
      )
      refuseOtherScopes(ctx, target.scopes, target.orgId === null && !consent)
      stateOf(ctx).target = target
      return { ...FORM, audience: target.audience, scope: target.scopes.join(' ') }
    },
  }
}

/** The claims of an access token that are not the library's own. */
export const extraTokenClaims: NonNullable<Configuration['extraTokenClaims']> = (ctx, token) => {
  const { target } = stateOf(ctx)
  if (!target) return undefined
  const grantId = 'grantId' in token ? token.grantId : undefined
  return {
    gid: target.gid,
    ...(target.orgId !== null && { org_id: target.orgId }),
    ...(target.accountId !== null && { account_id: target.accountId }),
    ...(grantId && { grant_id: grantId }),
  }
}

/** The form of ids, and the subject of a token: the library would name the consent; a token is the app's or the account's. */
export const formats: NonNullable<Configuration['formats']> = {
  bitsOfOpaqueRandomness: 256,
  customizers: {
    jwt: (ctx, token, { payload }) => {
      Object.assign(payload, { jti: newId('jti'), sub: stateOf(ctx).target?.accountId ?? token.clientId })
    },
  },
}

/** Refuses scopes that the app may not have; the library would silently leave them out. */
function refuseOtherScopes(ctx: KoaContextWithOIDC, allowed: readonly string[], isForNobody = false): void {
  const refused = findRefusedScope(requestedScopes(ctx), allowed, isForNobody)
  if (refused) throw new errors.InvalidScope(refused.reason, shortened(refused.scope))
}

/** The scopes as they were written: by now the library has left out `offline_access` (OpenID Connect Core section 11). */
function requestedScopes(ctx: KoaContextWithOIDC): ReadonlySet<string> {
  const written = ctx.oidc.body?.scope ?? ctx.query.scope
  const names = String(written ?? '').split(' ')
  return new Set([...ctx.oidc.requestParamScopes, ...names.filter(Boolean)])
}

/** Passes a refusal of the policy on in the library's words. */
async function targeted<Result>(decide: () => Promise<Result>): Promise<Result> {
  return decide().catch((error: unknown) => {
    throw error instanceof TargetRefused ? new errors.InvalidTarget(error.message) : error
  })
}
