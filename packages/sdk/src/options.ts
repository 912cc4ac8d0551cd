import type { Scope } from '@sendoff/api'
import type { Token } from './tokens/cache.ts'
import type { ClientAssertion } from './tokens/private-key-jwt.ts'
import type { Grant } from './tokens/refresh-token.ts'
import type { Hooks } from './transport/hooks.ts'
import type { Fetch } from './transport/layer.ts'

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

export interface Settings<Scopes extends readonly Scope[]> extends Hooks {
  /** Where Sendoff is, as `https://api.example`; `http:` is taken for loopback only. */
  readonly baseUrl: string
  /** What the token may do. An app's is asked for with these, and the client has the operations they allow. */
  readonly scopes: Scopes
  /** Used in place of `globalThis.fetch`. */
  readonly fetch?: Fetch
  /** Milliseconds that one attempt may take, its body included. @default 30_000 */
  readonly timeout?: number
  /** Milliseconds that a call may take in all, its token and what is waited between attempts included. @default 120_000 */
  readonly totalTimeout?: number
  /** How often a call is repeated after a failure that may pass. @default 2 */
  readonly maxRetries?: number
  /** Told once of each deprecated operation that is called. @default console.warn */
  readonly warn?: (message: string) => void
}

export type ClientOptions<Scopes extends readonly Scope[]> = Settings<Scopes> &
  (Credentials | (Scopes extends readonly [] ? NoCredentials : never))

/** What may be said about a single call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. To make an aborted write again, give it an `idempotencyKey`. */
  readonly signal?: AbortSignal
  /** Milliseconds that one attempt may take, its body included. */
  readonly timeout?: number
  /** Milliseconds that the call may take in all. */
  readonly totalTimeout?: number
  readonly maxRetries?: number
}

export interface WriteOptions extends CallOptions {
  /** Makes repeating the call safe, for 24 hours, across processes too. One is made for each call without it. */
  readonly idempotencyKey?: string
}
