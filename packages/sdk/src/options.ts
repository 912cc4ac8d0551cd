import type { Scope } from '@sendoff/api'
import type { Hooks } from './transport/hooks.ts'
import type { Fetch } from './transport/layer.ts'

/** How the client gets its tokens: from the app's credentials, or from the caller. */
export type Credentials =
  | {
      readonly clientId: string
      readonly clientSecret: string
      /** The organisation (`org_…`) that authorised a third-party app; sent as `resource` (RFC 8707). */
      readonly organization?: string
      readonly token?: never
    }
  | {
      /** A token, or a function that is asked for one before each call and keeps it itself. */
      readonly token: string | (() => string | Promise<string>)
      readonly clientId?: never
      readonly clientSecret?: never
      readonly organization?: never
    }

export interface Settings<Scopes extends readonly Scope[]> extends Hooks {
  /** Where Sendoff is, as `https://api.example`; `http:` is taken for loopback only. */
  readonly baseUrl: string
  /** What the token may do. It is asked for these, and the client has the operations they allow. */
  readonly scopes: Scopes
  /** Used in place of `globalThis.fetch`. */
  readonly fetch?: Fetch
  /** Milliseconds that one attempt may take, its body included. @default 30_000 */
  readonly timeout?: number
  /** How often a call is repeated after a failure that may pass. @default 2 */
  readonly maxRetries?: number
}

export type ClientOptions<Scopes extends readonly Scope[]> = Settings<Scopes> & Credentials

/** What may be said about a single call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Milliseconds that one attempt may take, its body included. */
  readonly timeout?: number
  readonly maxRetries?: number
}

export interface WriteOptions extends CallOptions {
  /** Makes repeating the call safe, for 24 hours, across processes too. One is made for each call without it. */
  readonly idempotencyKey?: string
}
