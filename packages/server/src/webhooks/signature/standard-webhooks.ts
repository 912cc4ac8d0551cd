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

/** The `webhook-signature` header, and the bytes of the body that it covers. */
export type Signed = { signature: string; bytes: Uint8Array }

/**
 * Signs a webhook by Standard Webhooks 1.0.0, over `id.timestamp.body`: with HMAC-SHA256 (RFC 2104) for anyone who has a secret, and
 * with Ed25519 (RFC 8032) for everyone else.
 *
 * @returns the `webhook-signature` header: `v1,<base64>` for each secret and `v1a,<base64>`, separated by spaces; and the bytes to send
 * @throws {TypeError} for an id that is empty or contains `.` (the signed text would be ambiguous), a timestamp that is not a whole
 *   number of seconds, no secret, or a malformed secret; the message never repeats a secret
 */
export function signMessage({ id, timestamp, body, secrets, platformKey }: Signing): Signed {
  if (id === '' || id.includes('.')) throw new TypeError('A webhook id must not be empty or contain "."')
  if (!Number.isSafeInteger(timestamp) || timestamp < 0) throw new TypeError('A timestamp must be whole seconds')
  if (secrets.length === 0) throw new TypeError('A webhook needs at least one secret to be signed with')
  const beginning = `${id}.${timestamp}.`
  const signed =
    typeof body === 'string' ? Buffer.from(beginning + body) : Buffer.concat([Buffer.from(beginning), body])
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(signed).digest('base64')}`,
  )
  signatures.push(`v1a,${signForAll(beginning, body, signed, platformKey)}`)
  return { signature: signatures.join(' '), bytes: signed.subarray(Buffer.byteLength(beginning)) }
}

/** The `webhook-signature` header alone. See {@link signMessage}. */
export const sign = (signing: Signing): string => signMessage(signing).signature

/**
 * Signatures with the platform's key, by the beginning of the signed text. Endpoints that are sent the same bytes in the same second share
 * one: it takes ten times as long as an HMAC.
 */
const shared = new Recent<string, { body: string | Uint8Array; platformKey: KeyObject; signature: string }>(256)

function signForAll(beginning: string, body: string | Uint8Array, signed: Uint8Array, platformKey: KeyObject): string {
  const before = shared.get(beginning)
  if (before && before.body === body && before.platformKey === platformKey) return before.signature
  const signature = signAsymmetrically(null, signed, platformKey).toString('base64')
  // Bytes may be changed by their owner.
  if (typeof body === 'string') shared.set(beginning, { body, platformKey, signature })
  return signature
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
