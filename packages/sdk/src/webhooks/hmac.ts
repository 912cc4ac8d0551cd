import type { Bytes } from '../transport/pieces.ts'
import { WebhookVerificationError } from './error.ts'

/** `CryptoKey`, which is not a global type in Node. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** The secret of an endpoint, `whsec_…`; several while it is being rotated. */
export type Secrets = string | readonly string[]

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/

/** The most keys in the cache. A consumer may have an endpoint, and so a secret, for each of its organisations. */
const MOST_KEYS = 500

/** A cache, because importing a key costs as much as verifying a small body. */
const imported = new Map<string, Key>()

/**
 * Imports a secret: `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks 1.0).
 *
 * @throws WebhookVerificationError `secret_invalid`; the message does not contain the secret
 */
export async function keyOf(secret: string): Promise<Key> {
  const known = imported.get(secret)
  if (known) return known
  const bytes = bytesOf(SECRET.exec(secret)?.[1] ?? '')
  if (!bytes || bytes.length < 24 || bytes.length > 64) {
    const hint = /\s/.test(secret) ? '; it has white space' : ''
    throw new WebhookVerificationError('secret_invalid', `A secret must be whsec_ and 24 to 64 bytes in base64${hint}`)
  }
  const key = await crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign'])
  const oldest = imported.size >= MOST_KEYS ? imported.keys().next().value : undefined
  if (oldest !== undefined) imported.delete(oldest)
  imported.set(secret, key)
  return key
}

/**
 * Imports one secret or several.
 *
 * @throws WebhookVerificationError `secret_invalid`
 */
export async function keysOf(secrets: Secrets): Promise<Key[]> {
  const list = [secrets].flat()
  if (list.length === 0) throw new WebhookVerificationError('secret_invalid', 'There is no secret')
  return Promise.all(list.map(keyOf))
}

/** Signs a content: `v1,…` (HMAC-SHA256). */
export async function signatureOf(key: Key, content: Bytes): Promise<string> {
  return `v1,${base64Of(await crypto.subtle.sign(HMAC, key, content))}`
}

/** The length of `v1,` with 32 bytes in base64; it is not a secret. */
const LENGTH = 47

/** Tells whether one of `signatures` is by one of `keys`. Each key signs once, and all signatures are compared in constant time. */
export async function isSignedByAny(
  keys: readonly Key[],
  signatures: readonly string[],
  content: Bytes,
): Promise<boolean> {
  const possible = signatures.filter(({ length }) => length === LENGTH)
  // No hash is computed for signatures that cannot match.
  if (possible.length === 0) return false
  const expected = await Promise.all(keys.map((key) => signatureOf(key, content)))
  let found = false
  for (const one of expected) for (const signature of possible) found = isEqual(one, signature) || found
  return found
}

/** Compares in constant time. */
function isEqual(expected: string, given: string): boolean {
  let difference = 0
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ given.charCodeAt(at)
  return difference === 0
}

export function base64Of(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

/** Decodes base64; `undefined` for other text. */
export function bytesOf(base64: string): Bytes | undefined {
  // atob would ignore white space.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
