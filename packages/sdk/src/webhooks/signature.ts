import { WebhookVerificationError } from './error.ts'

/** `CryptoKey`, which is no global type in Node's. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const HMAC = { name: 'HMAC', hash: 'SHA-256' }
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/

/**
 * Reads a secret: `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks 1.0).
 *
 * @throws WebhookVerificationError `secret_invalid`; the message does not hold the secret
 */
export async function keyOf(secret: string): Promise<Key> {
  const key = bytesOf(SECRET.exec(secret)?.[1] ?? '')
  if (!key || key.length < 24 || key.length > 64) {
    const hint = /\s/.test(secret) ? '; there is white space in it' : ''
    throw new WebhookVerificationError('secret_invalid', `A secret must be whsec_ and 24 to 64 bytes in base64${hint}`)
  }
  return crypto.subtle.importKey('raw', key, HMAC, false, ['sign', 'verify'])
}

/**
 * Reads one secret or several.
 *
 * @throws WebhookVerificationError `secret_invalid`
 */
export async function keysOf(secrets: string | readonly string[]): Promise<Key[]> {
  const list = [secrets].flat()
  if (list.length === 0) throw new WebhookVerificationError('secret_invalid', 'There is no secret to verify with')
  return Promise.all(list.map(keyOf))
}

/** What is signed: id, timestamp and the bytes of the body, as they are. */
export function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(head.length + body.length)
  content.set(head)
  content.set(body, head.length)
  return content
}

/** Signs, as `v1,…`. */
export async function signatureOf(key: Key, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign(HMAC, key, content))
  return `v1,${btoa(String.fromCharCode(...signature))}`
}

/** Compares in constant time, which `crypto.subtle.verify` does. */
export async function matches(key: Key, signature: string, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const bytes = bytesOf(signature)
  return bytes !== undefined && crypto.subtle.verify(HMAC, key, bytes, content)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  // atob is forgiving, and would skip white space.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
