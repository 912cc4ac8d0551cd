export type WebhookErrorCode =
  | 'body_already_parsed'
  | 'body_invalid'
  | 'header_missing'
  | 'secret_invalid'
  | 'signature_mismatch'
  | 'timestamp_invalid'
  | 'timestamp_too_new'
  | 'timestamp_too_old'

/** A delivery that is not to be trusted, or a receiver that is not set up to tell. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly code: WebhookErrorCode

  constructor(code: WebhookErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
