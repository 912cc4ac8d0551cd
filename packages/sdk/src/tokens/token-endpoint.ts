import { TokenError, UnexpectedAnswerError } from '../transport/errors.ts'
import { isObject } from '../transport/json.ts'
import type { Answer, Outgoing, Send } from '../transport/layer.ts'
import { headersOf } from '../transport/network.ts'
import { authentication } from './authentication.ts'
import type { Ask, Issued } from './grant.ts'
import type { TokenSettings } from './settings.ts'

/** The longest life of a token in seconds. With a huge `expires_in` its end would not be a valid date. */
const LONGEST_LIFE = 86_400 * 365

/**
 * Makes a function that requests tokens from the token endpoint (RFC 6749, section 3.2) as the app. The function throws a TokenError
 * for a refusal or an unusable answer, and an UnexpectedAnswerError when the answer is not a token endpoint's.
 */
export function tokenEndpoint(settings: TokenSettings, send: Send): Ask {
  const { header, form } = authentication(settings)
  return async (grant) => {
    const headers = headersOf('application/x-www-form-urlencoded')
    if (header) headers.set('authorization', header)
    const request: Outgoing = {
      ...settings.limits,
      operation: 'oauth2.token',
      url: `${settings.baseUrl}/oauth2/token`,
      method: 'POST',
      headers,
      body: async () => new URLSearchParams({ ...grant, ...(await form()) }).toString(),
      safeToRepeat: true,
    }
    const askedAt = Date.now()
    return issued(request, await send(request), askedAt)
  }
}

function issued(request: Outgoing, answer: Answer, askedAt: number): Issued {
  const body = isObject(answer.body) ? answer.body : {}
  if (!answer.response.ok) {
    const { error, error_description } = body
    if (typeof error !== 'string') throw new UnexpectedAnswerError(request, answer)
    throw new TokenError(request, answer, error, error_description)
  }
  const { access_token, token_type, expires_in, refresh_token } = body
  const isBearer = isToken(access_token) && typeof token_type === 'string' && token_type.toLowerCase() === 'bearer'
  // The error does not repeat the answer, which may hold a token.
  if (!isBearer || typeof expires_in !== 'number' || !(expires_in > 0)) throw new TokenError(request, answer)
  const refreshToken = typeof refresh_token === 'string' ? refresh_token : undefined
  return { value: access_token, expiresAt: askedAt + Math.min(expires_in, LONGEST_LIFE) * 1000, refreshToken }
}

/** Checks the syntax of RFC 6750, section 2.1; other text could break out of its header. No server accepts a header of 16 KiB. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length < 16_384 && /^[\w.~+/-]+=*$/.test(value)
}
