import type { Configuration } from 'oidc-provider'
import type { Logger } from 'pino'
import type { AccessTokenVerifier } from '../../authentication/access-token.ts'
import type { Clock } from '../../clock.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { PrivateKey } from '../../keys/key.ts'
import { ACCESS_TOKEN_TTL } from '../../keys/times.ts'
import type { Store } from '../../store/store.ts'
import { cookieName } from '../../web/cookies.ts'
import { createModelAdapter } from './adapter.ts'
import { clientConfiguration } from './client.ts'
import { consentConfiguration, interactionPath } from './consent-hooks.ts'
import { routes } from './endpoints.ts'
import { type RenderAuthorizationError, renderErrorWith } from './error-page.ts'
import type { Middleware } from './request-state.ts'
import { SigningKey } from './signing-key.ts'
import { extraTokenClaims, formats, resourceIndicators } from './token-hooks.ts'

/** The parts that an authorization server is made of. */
export type AuthorizationServerParts = {
  issuer: string
  store: Store
  clock: Clock
  sealer: Sealer
  /** The keys of access tokens, the active one first. */
  keys: readonly PrivateKey[]
  verify: AccessTokenVerifier
  /** The secrets that sign the cookies, the newest first. */
  cookieKeys: string[]
  /** Limits the requests of clients; shared by successive servers, because it remembers what was taken. */
  limits: Middleware
  logger: Logger
  /** Shows a person an error that can't be sent to an app. */
  errorPage: RenderAuthorizationError
}

const DAY = 24 * 60 * 60

/** The lifetimes of what is issued, in seconds. */
const ttl = {
  AccessToken: ACCESS_TOKEN_TTL,
  ClientCredentials: ACCESS_TOKEN_TTL,
  AuthorizationCode: 60,
  Interaction: 3600,
  Session: 3600,
  RefreshToken: 30 * DAY,
  Grant: 365 * DAY,
}

/** Composes the configuration of the library. Its differences from the defaults are listed in deviations.ts. */
export function providerConfiguration(parts: AuthorizationServerParts): Configuration {
  const { issuer, store, sealer, keys, cookieKeys, errorPage } = parts
  return {
    ...clientConfiguration(issuer),
    ...consentConfiguration(store),
    adapter: createModelAdapter(store, sealer),
    jwks: { keys: keys.map((key) => new SigningKey(key)) },
    cookies: { keys: cookieKeys, names: providerCookies(issuer) },
    responseTypes: ['code'],
    scopes: [],
    claims: {},
    pkce: { required: () => true },
    routes,
    ttl,
    formats,
    features: features(issuer, store),
    extraTokenClaims,
    renderError: renderErrorWith(errorPage),
  }
}

function features(issuer: string, store: Store): NonNullable<Configuration['features']> {
  return {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    pushedAuthorizationRequests: { enabled: true },
    revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => client.clientId === token.clientId },
    introspection: { enabled: true, allowedPolicy: async (_ctx, client, token) => client.clientId === token.clientId },
    dPoP: { enabled: true },
    resourceIndicators: resourceIndicators(issuer, store),
    externalSigningSupport: { enabled: true, ack: 'experimental-01' },
  }
}

/** The names of the library's cookies. The session's path is `/`; those of an interaction are for its own paths. */
export function providerCookies(issuer: string): { session: string; interaction: string; resume: string } {
  const server = { base: issuer }
  return {
    session: cookieName('_session', server, '/'),
    interaction: cookieName('_interaction', server, interactionPath('')),
    resume: cookieName('_interaction_resume', server, routes.authorization),
  }
}
