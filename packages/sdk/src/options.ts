import type { Scope } from '@sendoff/api'
import type { Credentials, NoCredentials } from './tokens/settings.ts'
import type { Hooks } from './transport/hooks.ts'
import type { Fetch } from './transport/layer.ts'

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
