import type { Scope } from '@sendoff/api'
import type { Limits } from '../transport/limits.ts'
import type { Token } from './cache.ts'
import type { Grant } from './grant.ts'
import type { ClientAssertion } from './private-key-jwt.ts'

interface App {
  readonly clientId: string
  readonly clientSecret: string
  /** The organisation (`org_…`) that authorised a third-party app; sent as `resource` (RFC 8707). */
  readonly organization: string
  /** Says who the app is, in place of a secret; made by `privateKeyJwt`. */
  readonly clientAssertion: ClientAssertion
  /** How tokens are got; made by `refreshToken` for those of a person. Without it, by the client credentials grant. */
  readonly grant: Grant
  /**
   * A token, or a function that gets one. What it gets as text is not kept: it is asked before each call. What it gets with a time
   * (milliseconds since the epoch) is kept until shortly before. It is told the token that was refused last.
   */
  readonly token: string | ((refused?: string) => string | Token | Promise<string | Token>)
}

type Only<Names extends keyof App, Optional extends keyof App = never> = Pick<App, Names> &
  Partial<Pick<App, Optional>> & { readonly [Name in Exclude<keyof App, Names | Optional>]?: never }

/** How the client gets its tokens: for the app, by its secret or its key; for a person; or from the caller. */
export type Credentials =
  | Only<'clientId' | 'clientSecret', 'organization'>
  | Only<'clientId' | 'clientAssertion', 'organization'>
  | Only<'clientId' | 'grant', 'clientSecret'>
  | Only<'clientId' | 'grant' | 'clientAssertion'>
  | Only<'token'>

/** What takes no token needs no credentials. */
export type NoCredentials = Only<never>

export type TokenSettings = (Credentials | NoCredentials) & {
  readonly baseUrl: string
  readonly scopes: readonly Scope[]
  readonly limits: Limits
}
