import { type AnyRawBody, bytesOfBody, signedContent } from './body.ts'
import { base64Of, type Key, keysOf, type Secrets, signatureOf } from './hmac.ts'

export interface SignOptions {
  readonly id: string
  /** Seconds since the epoch. */
  readonly timestamp: number
  /** The secret, `whsec_…`; several give several signatures, as during a rotation. */
  readonly secret?: Secrets | undefined
  /** An Ed25519 private key, for `v1a`. */
  readonly privateKey?: Key | undefined
}

/**
 * Signs a body as the platform does, for tests of a receiver (Standard Webhooks 1.0, `v1` and `v1a`).
 *
 * @returns the headers of the delivery
 * @throws WebhookVerificationError `secret_invalid`, `body_already_parsed`
 */
export async function sign(body: AnyRawBody, { id, timestamp, secret, privateKey }: SignOptions) {
  const content = signedContent(id, String(timestamp), await bytesOfBody(body, Infinity))
  const keys = secret === undefined && privateKey ? [] : await keysOf(secret ?? [])
  const signatures = await Promise.all(keys.map((key) => signatureOf(key, content)))
  if (privateKey) signatures.push(`v1a,${base64Of(await crypto.subtle.sign('Ed25519', privateKey, content))}`)
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}
