import { createHmac, createSecretKey, type KeyObject, randomBytes, sign as signAsymmetrically } from 'node:crypto'
import { Recent } from '../../recent.ts'

const SECRET_PREFIX = 'whsec_'

/** A message to sign, and the keys. */
export type Signing = {
  /** The message's id, sent as `webhook-id`; the same on every attempt. */
  id: string
  /** The time of this attempt in whole seconds since 1970, sent as `webhook-timestamp`. */
  timestamp: number
  /** The bytes to send, or a string that is sent as UTF-8. */
  body: string | Uint8Array
  /** The endpoint's secrets, newest first; more than one while they are rotated. */
  secrets: readonly string[]
  /** The platform's Ed25519 key (RFC 8032), whose public half consumers can read. */
  platformKey: KeyObject
}

/**
 * Signs a webhook by Standard Webhooks 1.0.0, over `id.timestamp.body`: with HMAC-SHA256 (RFC 2104) for anyone who has a secret, and
 * with Ed25519 (RFC 8032) for everyone else.
 *
 * @returns the `webhook-signature` header: `v1,<base64>` for each secret and `v1a,<base64>`, separated by spaces
 * @throws {TypeError} for an id that is empty or contains `.` (the signed text would be ambiguous), a timestamp that is not a whole
 *   number of seconds, no secret, or a malformed secret; the message never repeats a secret
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
 * Makes a new signing secret.
 *
 * @returns `whsec_` and 32 random bytes in base64
 */
export function generateSecret(): string {
  return SECRET_PREFIX + randomBytes(32).toString('base64')
}

/** Keys by their secrets: making a key takes longer than signing with it, and the same secrets sign all the time. */
const known = new Recent<string, KeyObject>(4096)

/** Makes the key of a secret, of 24 to 64 bytes. Buffer skips characters that are not base64, so the bytes must encode back to the same text. */
function keyOf(secret: string): KeyObject {
  const before = known.get(secret)
  if (before) return before
  const encoded = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : ''
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length < 24 || bytes.length > 64 || bytes.toString('base64') !== encoded) {
    throw new TypeError('A webhook secret must be "whsec_" and 24 to 64 bytes in base64')
  }
  const key = createSecretKey(bytes)
  known.set(secret, key)
  return key
}
