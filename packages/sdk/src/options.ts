import type { Scope } from '@sendoff/api'
import type { Credentials, NoCredentials } from './tokens/settings.ts'
import type { Hooks } from './transport/hooks.ts'
import type { Fetch } from './transport/layer.ts'

export interface Settings<Scopes extends readonly Scope[]> extends Hooks {
  /** The address of Sendoff, for example `https://api.example`. `http:` is accepted for loopback only. */
  readonly baseUrl: string
  /**
   * The name by which the platform knows itself, for example `https://api.example`, where it is not its address: behind a gateway, or
   * reached by an internal name. @default baseUrl
   */
  readonly issuer?: string | undefined
  /** The scopes of the token. An app's token is requested with them, and the client has the operations that they allow. */
  readonly scopes: Scopes
  /** Used in place of `globalThis.fetch`. */
  readonly fetch?: Fetch | undefined
  /** The time limit of one attempt, including its body, in milliseconds. @default 30_000 */
  readonly timeout?: number | undefined
  /** The time limit of a whole call, including its token and the waits between attempts, in milliseconds. @default 120_000 */
  readonly totalTimeout?: number | undefined
  /** The number of retries after a failure that may be temporary. @default 2 */
  readonly maxRetries?: number | undefined
  /** Called once for each deprecated operation that is used. @default console.warn */
  readonly warn?: ((message: string) => void) | undefined
}

export type ClientOptions<Scopes extends readonly Scope[]> = Settings<Scopes> &
  (Credentials | (Scopes extends readonly [] ? NoCredentials : never))

/** The options of a single call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. To be able to repeat an aborted write, give it an `idempotencyKey`. */
  readonly signal?: AbortSignal | undefined
  /** The time limit of one attempt, including its body, in milliseconds. */
  readonly timeout?: number | undefined
  /** The time limit of the whole call, in milliseconds. */
  readonly totalTimeout?: number | undefined
  readonly maxRetries?: number | undefined
}

export interface WriteOptions extends CallOptions {
  /** Makes it safe to repeat the call for 24 hours, from other processes too. Generated for each call by default. */
  readonly idempotencyKey?: string | undefined
}
