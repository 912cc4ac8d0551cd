import { createHmac, createSecretKey, type KeyObject, randomBytes, sign as signAsymmetrically } from 'node:crypto'
import { Recent } from '../../recent.ts'

const secretPrefix = 'whsec_'

/** What is signed, and with which secrets. */
export interface Signing {
  /** The message's id, sent as `webhook-id`; the same on every attempt. */
  readonly id: string
  /** When this attempt is made, in whole seconds since 1970, sent as `webhook-timestamp`. */
  readonly timestamp: number
  /** The bytes sent, or the string that is sent as UTF-8. */
  readonly body: string | Uint8Array
  /** The endpoint's secrets, newest first; more than one while it is being rotated. */
  readonly secrets: readonly string[]
  /** The platform's Ed25519 key (RFC 8032), whose public half consumers can read. */
  readonly platformKey: KeyObject
}

/**
 * Sign a webhook as Standard Webhooks 1.0.0 has it, over `id.timestamp.body`: with HMAC-SHA256 (RFC 2104) for who has a secret, and
 * with Ed25519 (RFC 8032) for everybody else.
 *
 * @param signing what to sign, with one or more secrets and the platform's key
 * @returns the `webhook-signature` header: `v1,<base64>` for each secret and `v1a,<base64>`, separated by spaces
 * @throws {TypeError} for an id that is empty or contains `.` (the signed text would be ambiguous), a timestamp that is no whole
 *   number of seconds, no secret, or a malformed secret; a secret is never repeated in the message
 */
export function sign({ id, timestamp, body, secrets, platformKey }: Signing): string {
  if (id === '' || id.includes('.')) throw new TypeError('A webhook id must not be empty or contain "."')
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) throw new TypeError('A timestamp must be whole seconds')
  if (secrets.length === 0) throw new TypeError('A webhook needs at least one secret to be signed with')
  const signed =
    typeof body === 'string'
      ? Buffer.from(`${id}.${timestamp}.${body}`)
      : Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body])
  return [
    ...secrets.map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`),
    `v1a,${signAsymmetrically(null, signed, platformKey).toString('base64')}`,
  ].join(' ')
}

/**
 * Make a new signing secret.
 *
 * @returns `whsec_` and 32 random bytes in base64
 */
export function generateSecret(): string {
  return secretPrefix + randomBytes(32).toString('base64')
}

/** Making a key of bytes takes longer than signing with it, and the same sign all the time. */
const known = new Recent<string, KeyObject>(4096)

// Standard Webhooks allows keys of 24 to 64 bytes. Buffer skips what is not base64, so only what encodes back is taken.
function keyOf(secret: string): KeyObject {
  const before = known.get(secret)
  if (before) return before
  const encoded = secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : ''
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length < 24 || bytes.length > 64 || bytes.toString('base64') !== encoded) {
    throw new TypeError('A webhook secret must be "whsec_" and 24 to 64 bytes in base64')
  }
  const key = createSecretKey(bytes)
  known.set(secret, key)
  return key
}
