import type { Scope } from '@sendoff/api'
import type { Limits } from '../transport/limits.ts'
import type { Token } from './cache.ts'
import type { Grant } from './grant.ts'
import type { ClientAssertion } from './private-key-jwt.ts'

interface App {
  readonly clientId: string
  readonly clientSecret: string
  /** The organisation (`org_…`) that authorised the third-party app; sent as `resource` (RFC 8707). */
  readonly organization: string
  /** Authenticates the app instead of a secret; see `privateKeyJwt`. */
  readonly clientAssertion: ClientAssertion
  /** Gets a person's tokens; see `refreshToken`. The default is the client credentials grant, for the app's own tokens. */
  readonly grant: Grant
  /**
   * A token, or a function that returns one. A string is used for one call and asked for again; a `Token` is cached until shortly
   * before its `expiresAt`. The function receives the token that was last refused.
   */
  readonly token: string | ((refused?: string) => string | Token | Promise<string | Token>)
}

type Only<Names extends keyof App, Optional extends keyof App = never> = Pick<App, Names> & {
  readonly [Name in Optional]?: App[Name] | undefined
} & {
  readonly [Name in Exclude<keyof App, Names | Optional>]?: undefined
}

/** The way in which the client gets its tokens: for the app, by its secret or key; for a person; or from the caller. */
export type Credentials =
  | Only<'clientId' | 'clientSecret', 'organization'>
  | Only<'clientId' | 'clientAssertion', 'organization'>
  | Only<'clientId' | 'grant', 'clientSecret'>
  | Only<'clientId' | 'grant' | 'clientAssertion'>
  | Only<'token'>

/** Operations that take no token need no credentials. */
export type NoCredentials = Only<never>

export type TokenSettings = (Credentials | NoCredentials) & {
  readonly baseUrl: string
  readonly issuer: string
  readonly scopes: readonly Scope[]
  readonly limits: Limits
}
