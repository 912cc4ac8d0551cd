import type { Scope } from '@sendoff/api'
import type { Credentials } from '../options.ts'
import type { Send } from '../transport/layer.ts'
import { tokenCache } from './cache.ts'
import { clientCredentials } from './client-credentials.ts'

/** Where tokens come from. */
export interface TokenSource {
  get(): Promise<string>
  /** Says that `token` was refused. */
  drop(token: string): void
}

export type TokenSettings = Credentials & {
  readonly baseUrl: string
  readonly scopes: readonly Scope[]
  readonly timeout: number
  readonly maxRetries: number
}

/** The syntax of RFC 6750, section 2.1; anything else could break out of its header. */
const TOKEN = /^[\w.~+/-]+=*$/

export function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value)
}

/**
 * Chooses where tokens come from.
 *
 * @throws TypeError when neither a usable token nor the app's credentials are given
 */
export function tokenSource(settings: TokenSettings, send: Send): TokenSource {
  const { clientId, clientSecret, token } = settings
  if (token === undefined) {
    if (!clientId || !clientSecret) throw new TypeError('createClient needs clientId and clientSecret, or token')
    return tokenCache(clientCredentials({ ...settings, clientId, clientSecret }, send))
  }
  const given = typeof token === 'string' ? () => token : token
  if (typeof token === 'string') checked(token)
  return { get: async () => checked(await given()), drop: () => undefined }
}

function checked(token: unknown): string {
  if (!isToken(token)) throw new TypeError('token must be, or return, a bearer token (RFC 6750, section 2.1)')
  return token
}
