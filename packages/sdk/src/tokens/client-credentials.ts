import { TokenError, UnexpectedAnswerError } from '../errors.ts'
import { isObject, jsonOf } from '../transport/json.ts'
import type { Send } from '../transport/layer.ts'
import type { Token } from './cache.ts'
import { isToken, type TokenSettings } from './source.ts'

type Settings = TokenSettings & { readonly clientId: string; readonly clientSecret: string }

/**
 * Makes a function that asks for a token by the client credentials grant (RFC 6749, section 4.4), with `client_secret_basic`.
 *
 * That function throws TokenError when it is refused or given something unusable, and UnexpectedAnswerError when it was no token
 * endpoint that answered.
 */
export function clientCredentials(settings: Settings, send: Send): () => Promise<Token> {
  const { baseUrl, clientId, clientSecret, organization, scopes, timeout, maxRetries } = settings
  const form = new URLSearchParams({ grant_type: 'client_credentials' })
  if (scopes.length > 0) form.set('scope', scopes.join(' '))
  if (organization) form.set('resource', `${baseUrl}/v1.0/organizations/${encodeURIComponent(organization)}`)
  const request = {
    operation: 'oauth2.token',
    url: `${baseUrl}/oauth2/token`,
    method: 'POST',
    headers: new Headers({
      accept: 'application/json',
      authorization: `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    }),
    body: form.toString(),
    timeout,
    maxRetries,
    safeToRepeat: true,
  }
  return async () => {
    const askedAt = Date.now()
    const response = await send(request)
    return tokenOf(response, await response.text(), askedAt)
  }
}

function tokenOf(response: Response, text: string, askedAt: number): Token {
  const body = jsonOf(text)
  const { status, ok } = response
  if (!ok) {
    const { error, error_description } = isObject(body) ? body : {}
    if (typeof error !== 'string') throw new UnexpectedAnswerError('oauth2.token', response, text)
    throw new TokenError(status, error, typeof error_description === 'string' ? error_description : undefined)
  }
  const { access_token, token_type, expires_in } = isObject(body) ? body : {}
  // What was given instead is not repeated in these messages: it may be a token.
  if (!isToken(access_token)) throw new TokenError(status, undefined, 'access_token is not a bearer token')
  if (String(token_type).toLowerCase() !== 'bearer') throw new TokenError(status, undefined, 'token_type is not Bearer')
  if (typeof expires_in !== 'number' || !(expires_in > 0)) {
    throw new TokenError(status, undefined, 'expires_in is not a positive number of seconds')
  }
  return { value: access_token, expiresAt: askedAt + expires_in * 1000 }
}

/** Before base64, each half is form-encoded (RFC 6749, section 2.3.1), or a colon in an id would end it. */
function formEncoded(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}
