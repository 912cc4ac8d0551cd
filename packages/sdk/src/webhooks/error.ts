/**
 * What is wrong with a delivery: the request (`header_…`), the key (`secret_…`, `jwks_…`), the time (`timestamp_…`), the bytes
 * (`body_…`), or, where that cannot be told apart, key or bytes (`signature_mismatch`).
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

/** A delivery that is not to be trusted, or a receiver that is not set up to tell. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly code: WebhookErrorCode
  /** By how many seconds this clock is ahead of the timestamp; with `timestamp_too_old` and, negative, `timestamp_too_new`. */
  readonly skew: number | undefined

  constructor(code: WebhookErrorCode, message: string, { skew, ...options }: ErrorOptions & { skew?: number } = {}) {
    super(message, options)
    this.code = code
    this.skew = skew
  }
}

/** A handler took longer than it may. What it writes through its transaction from then on is refused. */
export class HandlerTimeoutError extends Error {
  override readonly name = 'HandlerTimeoutError'
  /** The handler itself, which no one can end. */
  declare readonly work: Promise<unknown>

  constructor(type: string, timeout: number, work: Promise<unknown>) {
    super(`The handler of ${type} has not come to an end within ${timeout} ms`)
    Object.defineProperty(this, 'work', { value: work })
  }
}

/** Thrown by a handler for an event that it will never be able to handle: the event is given up, and not sent again. */
export class PermanentError extends Error {
  override readonly name: string = 'PermanentError'
}
