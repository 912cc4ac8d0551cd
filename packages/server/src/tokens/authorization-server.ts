import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { appScopes } from '@sendoff/api'
import Provider, { type Client, type Configuration, errors } from 'oidc-provider'
import type { Logger } from 'pino'
import { hashSecret } from '../apps/secret.ts'
import { newId } from '../ids.ts'
import type { PrivateKey } from '../keys/key.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { ACCESS_TOKEN_TTL, apiAudience } from './access-token.ts'
import { clientMetadata, createClientAdapter } from './client-adapter.ts'
import { type TokenTarget, tokenTarget } from './token-target.ts'

type Parts = {
  issuer: string
  store: Store
  /** The keys of access tokens, the active one first. */
  keys: readonly PrivateKey[]
  cookieKeys: string[]
  logger: Logger
}

/**
 * Makes the OAuth 2.0 authorization server (RFC 6749) under `/oauth2`: today the token endpoint for `client_credentials`, the
 * key set and the metadata (RFC 8414).
 *
 * @returns a listener for requests to it
 */
export function createAuthorizationServer(parts: Parts): (req: IncomingMessage, res: ServerResponse) => void {
  const provider = new Provider(parts.issuer, configuration(parts))
  const { host, protocol } = new URL(parts.issuer)
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = compareSecret
  const unavailable = new WeakSet<object>()
  provider.on('server_error', (ctx, error) => {
    if (error instanceof StoreUnavailable) unavailable.add(ctx)
    else parts.logger.error({ err: error }, 'the authorization server failed')
  })
  provider.use(async (ctx, next) => {
    await next()
    if (!unavailable.has(ctx)) return
    ctx.status = 503
    ctx.set('Retry-After', '1')
    ctx.body = { error: 'temporarily_unavailable' }
  })
  provider.use(tellOnlyWhatThereIs)
  const callback = provider.callback()
  return (req, res) => {
    // The library builds URLs and the accepted audience of assertions from these headers, and a caller can write anything there.
    req.headers.host = host
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete req.headers['x-forwarded-host']
    void callback(req, res)
  }
}

const PATHS = ['/oauth2/token', '/.well-known/oauth-authorization-server']

/** Whether a path is the authorization server's. */
export const isOAuthPath = (path: string) => PATHS.includes(path)

/** The library's metadata name endpoints and grants that are not offered here (RFC 8414). */
const tellOnlyWhatThereIs: Parameters<Provider['use']>[0] = async (ctx, next) => {
  await next()
  if (!ctx.path.startsWith('/.well-known/') || typeof ctx.body !== 'object') return
  const { issuer, token_endpoint, jwks_uri, token_endpoint_auth_methods_supported } = ctx.body as Record<
    string,
    unknown
  >
  ctx.body = {
    issuer,
    token_endpoint,
    jwks_uri,
    token_endpoint_auth_methods_supported,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    scopes_supported: appScopes,
  }
}

/** Compares the hash of a presented secret with those of the app's live secrets, each in constant time. */
async function compareSecret(this: Client, presented: string): Promise<boolean> {
  const actual = Buffer.from(hashSecret(presented))
  let equal = false
  for (const hash of this.secret_hashes as string[]) {
    if (timingSafeEqual(actual, Buffer.from(hash))) equal = true
  }
  return equal
}

function configuration({ issuer, store, keys, cookieKeys }: Parts): Configuration {
  const audience = apiAudience(issuer)
  const targets = new WeakMap<object, TokenTarget>()
  return {
    adapter: createClientAdapter(store),
    jwks: { keys } as NonNullable<Configuration['jwks']>,
    cookies: { keys: cookieKeys },
    // A stored hash must never be usable as a key, so client_secret_jwt is not among them.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: [],
    claims: {},
    extraClientMetadata: { properties: [...clientMetadata] },
    routes: {
      token: '/oauth2/token',
      jwks: '/oauth2/jwks',
      authorization: '/oauth2/authorize',
    },
    ttl: { ClientCredentials: ACCESS_TOKEN_TTL },
    clientBasedCORS: () => false,
    formats: { customizers: { jwt: (_ctx, _token, jwt) => void Object.assign(jwt.payload, { jti: newId('jti') }) } },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      dPoP: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: async (ctx, resource, client) => {
          const target = await tokenTarget(store, issuer, client, resource)
          refuseOtherScopes(ctx.oidc.requestParamScopes, target.scopes)
          targets.set(ctx, target)
          return {
            audience: target.audience,
            scope: target.scopes.join(' '),
            accessTokenTTL: ACCESS_TOKEN_TTL,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'ES256' } },
          }
        },
      },
    },
    extraTokenClaims: (ctx) => {
      const target = targets.get(ctx)
      if (!target) return undefined
      return { gid: target.gid, ...(target.orgId === null ? {} : { org_id: target.orgId }) }
    },
    renderError: (ctx, out) => {
      ctx.type = 'json'
      ctx.body = out
    },
  }
}

/** The library would silently leave out what an app may not have; here it is refused (RFC 6749 section 3.3). */
function refuseOtherScopes(asked: ReadonlySet<string>, allowed: readonly string[]): void {
  for (const scope of asked) {
    if (!allowed.includes(scope)) throw new errors.InvalidScope('the app may not have this scope', scope)
  }
}
