import type { Send } from '../transport/layer.ts'
import { type Mint, type TokenSource, tokenCache } from './cache.ts'
import type { Credentials, TokenSettings } from './settings.ts'
import { isToken, tokenEndpoint } from './token-endpoint.ts'

/**
 * Chooses the source of tokens.
 *
 * @param send has its own time limit: a token is requested on behalf of all calls that wait for it
 * @returns `undefined` when there are neither credentials nor scopes that would need any
 * @throws TypeError when the credentials are incomplete or unusable
 */
export function tokenSource(settings: TokenSettings, send: Send): TokenSource | undefined {
  const { clientId, clientSecret, clientAssertion, grant, token, scopes } = settings
  if (token !== undefined) return tokenCache(given(token))
  if (clientId && (clientSecret || clientAssertion || grant)) {
    const ask = tokenEndpoint(settings, send)
    return tokenCache(grant ? grant(ask) : () => ask(clientCredentials(settings)))
  }
  if (scopes.length > 0 || clientId !== undefined) {
    throw new TypeError('createClient needs clientId with clientSecret, clientAssertion or grant, or token')
  }
  return undefined
}

/** The form of the client credentials grant (RFC 6749, section 4.4), for an organisation (RFC 8707) if one is given. */
function clientCredentials({ issuer, organization, scopes }: TokenSettings): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    ...(organization && { resource: `${issuer}/v1.0/organizations/${encodeURIComponent(organization)}` }),
  }
}

/** A string is not cached, because its lifetime is unknown: a function is called before each call, once for all that wait. */
function given(token: NonNullable<Credentials['token']>): Mint {
  if (typeof token === 'string') checked(token)
  return async (refused) => {
    const got = typeof token === 'function' ? await token(refused) : token
    const { value, expiresAt } = typeof got === 'object' && got ? got : { value: got, expiresAt: 0 }
    return { value: checked(value), expiresAt }
  }
}

function checked(token: unknown): string {
  if (!isToken(token)) throw new TypeError('token must be, or return, a bearer token')
  return token
}
