import type { Request, Response } from 'express'
import {
  type ClientAuthMethod,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import { apiAudience } from '../../authentication/access-token.ts'
import { ASYMMETRIC } from '../../crypto/algorithms.ts'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import type { PrivateKey } from '../../keys/key.ts'
import { ACCESS_TOKEN_TTL } from '../../keys/times.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import { type Consent, findConsent } from '../policy/consent.ts'
import { askableScopes, type TokenTarget, targetOfApp, targetOfConsent } from '../policy/targets.ts'
import { createModelAdapter } from './adapter.ts'
import { askedScopes, refuseOtherScopes } from './asked-scopes.ts'
import { clientMetadata } from './client.ts'
import { providerCookies } from './cookie-names.ts'
import type { RenderAuthorizationError } from './error-page.ts'
import { interactionPath } from './interactions.ts'
import { checkState } from './long-state.ts'

type Parts = {
  issuer: string
  store: Store
  sealer: Sealer
  keys: readonly PrivateKey[]
  cookieKeys: string[]
  /** What a person sees of an error that no app can be told of. */
  errorPage: RenderAuthorizationError
}

/** How long an assertion of a client may be good, in seconds (RFC 7523 section 3). */
const LONGEST_ASSERTION = 300

const DAY = 24 * 60 * 60

/** The configuration of the library. Where it departs from the defaults, an attack worked on them. */
export function providerConfiguration({ issuer, store, sealer, keys, cookieKeys, errorPage }: Parts): Configuration {
  const audience = apiAudience(issuer)
  const targets = new WeakMap<object, TokenTarget>()
  return {
    adapter: createModelAdapter(store, sealer),
    jwks: { keys } as NonNullable<Configuration['jwks']>,
    cookies: { keys: cookieKeys, names: providerCookies(issuer) },
    // A stored hash must never be usable as a key, so client_secret_jwt is not among them.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as ClientAuthMethod[],
    enabledJWA: { clientAuthSigningAlgValues: [...ASYMMETRIC], dPoPSigningAlgValues: [...ASYMMETRIC] },
    responseTypes: ['code'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: [],
    claims: {},
    extraClientMetadata: { properties: [...clientMetadata] },
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    routes: {
      token: '/oauth2/token',
      jwks: '/oauth2/jwks',
      authorization: '/oauth2/authorize',
      pushed_authorization_request: '/oauth2/par',
      revocation: '/oauth2/revoke',
      introspection: '/oauth2/introspect',
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_TTL,
      ClientCredentials: ACCESS_TOKEN_TTL,
      AuthorizationCode: 60,
      Interaction: 3600,
      Session: 3600,
      RefreshToken: 30 * DAY,
      Grant: 365 * DAY,
    },
    interactions: { policy: askEveryTime(), url: (_ctx, { uid }) => interactionPath(uid) },
    // The grant of another consent of the same browser could be another organisation's.
    loadExistingGrant: async (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId
      return grantId ? ctx.oidc.provider.Grant.find(grantId) : undefined
    },
    expiresWithSession: async () => false,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    findAccount: async (ctx, subject) => {
      const consent = await findConsent(store.db, ctx.oidc.client?.clientId ?? '', subject)
      return consent && { accountId: subject, claims: async () => ({ sub: subject }), consent }
    },
    assertJwtClientAuthClaimsAndHeader: async (_ctx, { aud, exp }) => {
      if (aud !== issuer) throw new errors.InvalidClientAuth('the audience has to be the issuer')
      if (Number(exp) > Date.now() / 1000 + LONGEST_ASSERTION)
        throw new errors.InvalidClientAuth('the assertion is good for too long')
    },
    clientBasedCORS: () => false,
    formats: {
      bitsOfOpaqueRandomness: 256,
      customizers: {
        jwt: (ctx, token, { payload }) => {
          const target = targets.get(ctx)
          // The library would name the consent; a token is the app's or the account's.
          Object.assign(payload, { jti: newId('jti'), sub: target?.accountId ?? token.clientId })
        },
      },
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => client.clientId === token.clientId },
      introspection: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => client.clientId === token.clientId,
      },
      dPoP: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_ctx, _client, oneOf) => (Array.isArray(oneOf) ? (oneOf[0] ?? audience) : audience),
        useGrantedResource: () => true,
        getResourceServerInfo: async (ctx, resource, client) => {
          if (Array.isArray(ctx.oidc.params?.resource))
            throw new errors.InvalidTarget('a token is for one resource; ask for each by itself')
          const info = {
            accessTokenTTL: ACCESS_TOKEN_TTL,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          } as const
          if (!isForToken(ctx)) {
            checkState(ctx)
            const scopes = askableScopes(issuer, client, resource)
            refuseOtherScopes(askedScopes(ctx), scopes)
            if (ctx.oidc.requestParamScopes.size === 0) throw new errors.InvalidScope('a scope is needed', '')
            return { ...info, audience: resource, scope: scopes.join(' ') }
          }
          const consent = consentOf(ctx)
          const target = consent
            ? targetOfConsent(issuer, consent, resource)
            : await targetOfApp(store, issuer, client, resource)
          refuseOtherScopes(askedScopes(ctx), target.scopes, target.orgId === null && !consent)
          targets.set(ctx, target)
          return { ...info, audience: target.audience, scope: target.scopes.join(' ') }
        },
      },
    },
    extraTokenClaims: (ctx, token) => {
      const target = targets.get(ctx)
      if (!target) return undefined
      const grantId = 'grantId' in token ? token.grantId : undefined
      return {
        gid: target.gid,
        ...(target.orgId !== null && { org_id: target.orgId }),
        ...(target.accountId !== null && { account_id: target.accountId }),
        ...(grantId && { grant_id: grantId }),
      }
    },
    renderError: (ctx, out, error) => {
      const name = error instanceof StoreUnavailable ? 'temporarily_unavailable' : out.error
      const page = errorPage(ctx.req as Request, ctx.res as Response, name)
      if (page) {
        ctx.status = page.status
        ctx.set(page.headers)
      } else ctx.type = 'json'
      ctx.body = page?.html ?? out
    },
  }
}

const isForToken = (ctx: KoaContextWithOIDC) => ctx.oidc.route === 'token'

/** The consent of the code or refresh token that is being exchanged. */
function consentOf(ctx: KoaContextWithOIDC): Consent | undefined {
  return ctx.oidc.entities.Account?.consent as Consent | undefined
}

/** Each request for authorization asks who is there and for which account: a person can have several. */
function askEveryTime() {
  const policy = interactionPolicy.base()
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('account_needed', 'the account has to be chosen', (ctx) => !ctx.oidc.result?.login),
    )
  return policy
}
