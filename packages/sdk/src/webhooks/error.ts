import { KindError } from '../kind-error.ts'
/**
 * The fault of a delivery, by its prefix: the request (`header_…`), the key (`secret_…`, `jwks_…`), the time (`timestamp_…`), the bytes
 * (`body_…`), or key or bytes, when they cannot be told apart (`signature_mismatch`).
 */
export type WebhookErrorCode =
  | 'body_already_parsed'
  | 'body_changed'
  | 'body_invalid'
  | 'body_too_large'
  | 'challenge_unexpected'
  | 'header_missing'
  | 'header_repeated'
  | 'header_too_long'
  | 'jwks_unavailable'
  | 'organization_unexpected'
  | 'secret_invalid'
  | 'signature_mismatch'
  | 'signature_unsupported'
  | 'timestamp_invalid'
  | 'timestamp_too_new'
  | 'timestamp_too_old'

/** A delivery that must not be trusted, or a receiver that is not set up to verify it. */
export class WebhookVerificationError extends KindError {
  static override readonly kind = 'WebhookVerificationError'
  declare readonly name: 'WebhookVerificationError'
  declare readonly code: WebhookErrorCode
  /** The seconds by which this clock is ahead of the timestamp: positive for `timestamp_too_old`, negative for `timestamp_too_new`. */
  declare readonly skew: number | undefined

  constructor(code: WebhookErrorCode, message: string, { skew, ...options }: ErrorOptions & { skew?: number } = {}) {
    super(message, options)
    this.code = code
    this.skew = skew
  }
}

/** A handler exceeded its time limit. From then on, its transaction refuses writes. */
export class HandlerTimeoutError extends KindError {
  static override readonly kind = 'HandlerTimeoutError'
  declare readonly name: 'HandlerTimeoutError'
  /** The handler's own promise, which cannot be cancelled. */
  declare readonly work: Promise<unknown>

  constructor(type: string, timeout: number, work: Promise<unknown>) {
    super(`The handler of ${type} did not end within ${timeout} ms`)
    Object.defineProperty(this, 'work', { value: work })
  }
}

/** Thrown by a handler for an event that it can never handle. The event is given up and not sent again. */
export class PermanentError extends KindError {
  static override readonly kind: string = 'PermanentError'
}
