import { bytesOfBody } from './body.ts'
import { keyOf, signatureOf, signedContent } from './signature.ts'

export interface SignOptions {
  readonly id: string
  /** Seconds since the epoch. */
  readonly timestamp: number
  /** `whsec_…` */
  readonly secret: string
}

/**
 * Signs a body as the platform does, for tests of a receiver (Standard Webhooks 1.0, `v1`).
 *
 * @returns the headers of the delivery
 * @throws WebhookVerificationError `secret_invalid`, `body_already_parsed`
 */
export async function sign(body: Uint8Array | string, { id, timestamp, secret }: SignOptions) {
  const content = signedContent(id, String(timestamp), bytesOfBody(body))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': await signatureOf(await keyOf(secret), content),
  }
}
