import { answerText } from '../transport/answer-text.ts'
import { isObject } from '../transport/json.ts'
import type { Bytes } from '../transport/pieces.ts'
import { isSignedWith } from './ed25519.ts'
import { WebhookVerificationError } from './error.ts'
import type { Key } from './hmac.ts'

/** A set of public keys (RFC 7517). */
export interface Jwks {
  readonly keys: readonly object[]
}

/** The public keys of the platform, for `v1a`. */
export interface KeySet {
  /**
   * Tells whether one of `signatures` is a `v1a,…` by one of the keys.
   *
   * @throws WebhookVerificationError `jwks_unavailable`
   */
  signed(signatures: readonly string[], content: Bytes): Promise<boolean>
}

const MINUTE = 60_000
const DAY = 86_400_000
const PATIENCE = 5_000

/** The most keys of a set that are used. The platform has two or three, and each costs a verification for every signature. */
const MOST_KEYS = 10
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Makes a set of the platform's keys. Make it once: fetched keys are kept as long as the answer allows, and longer when they cannot be
 * fetched again. They are fetched again for a signature by an unknown key, at most once a minute.
 *
 * @param jwks the URL of the platform's keys, for example `https://api.example/webhooks/jwks`, or the keys themselves
 * @throws TypeError for a URL that is neither `https:` nor loopback: whoever can change the keys can sign
 */
export function createKeySet(jwks: string | URL | Jwks): KeySet {
  if (typeof jwks === 'string' || jwks instanceof URL) return fetchedKeySet(checkedUrl(jwks))
  let keys: Promise<readonly Key[]> | undefined
  return {
    async signed(signatures, content) {
      keys ??= importAll(jwks)
      return isSignedWith(await keys, signatures, content)
    },
  }
}

function checkedUrl(jwks: string | URL): string {
  const { protocol, hostname, href } = new URL(jwks)
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return href
  throw new TypeError(`Keys must come by https: (http: is for loopback only), or they could be replaced: ${href}`)
}

function fetchedKeySet(url: string): KeySet {
  let known: readonly Key[] | undefined
  let freshUntil = 0
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<readonly Key[]> | undefined

  const ask = () => {
    askedAt = Date.now()
    asking ??= fetchKeys(url)
      .then(({ keys, maxAge }) => {
        known = keys
        freshUntil = Date.now() + maxAge
        return keys
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }
  const wasAskedWithin = (ms: number) => !asking && Date.now() - askedAt < ms
  const unavailable = (cause: unknown) =>
    new WebhookVerificationError('jwks_unavailable', `No keys could be fetched from ${url}`, { cause })

  const current = async () => {
    if (known && (Date.now() < freshUntil || wasAskedWithin(MINUTE))) return known
    if (!known && wasAskedWithin(PATIENCE)) throw unavailable('the last attempt is too recent')
    return ask().catch((cause) => {
      if (known) return known
      throw unavailable(cause)
    })
  }
  return {
    async signed(signatures, content) {
      if (!signatures.some((signature) => signature.startsWith('v1a,'))) return false
      const keys = await current()
      if (await isSignedWith(keys, signatures, content)) return true
      if (wasAskedWithin(MINUTE)) return false
      const renewed = await ask().catch(() => keys)
      return isSignedWith(renewed, signatures, content)
    },
  }
}

async function fetchKeys(url: string): Promise<{ keys: readonly Key[]; maxAge: number }> {
  // With `manual` a redirect is a failure like any other. workerd does not support `error`.
  const signal = AbortSignal.timeout(PATIENCE)
  const response = await fetch(url, { redirect: 'manual', signal })
  const { text, isCut } = await answerText(response, signal)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  if (isCut) throw new Error(`The key set at ${url} is too large`)
  const keys = await importAll(JSON.parse(text))
  const seconds = /max-age=(\d{1,9})/.exec(response.headers.get('cache-control') ?? '')?.[1]
  const maxAge = Math.min(Math.max(Number(seconds ?? 600) * 1000, MINUTE), DAY)
  return { keys, maxAge }
}

/**
 * Imports the first ten keys for `v1a` in a set.
 *
 * @throws WebhookVerificationError `jwks_unavailable` when there are none
 */
async function importAll(set: unknown): Promise<readonly Key[]> {
  const keys: readonly unknown[] = isObject(set) && Array.isArray(set.keys) ? set.keys : []
  const imports = keys
    .filter((key) => isObject(key) && key.crv === 'Ed25519' && typeof key.x === 'string')
    .slice(0, MOST_KEYS)
    .map((key) => crypto.subtle.importKey('jwk', publicPart(key as { x: string }), 'Ed25519', false, ['verify']))
  const usable = (await Promise.allSettled(imports)).flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  if (usable.length > 0) return usable
  throw new WebhookVerificationError('jwks_unavailable', 'There is no Ed25519 key in the key set')
}

/** Leaves out `use`, `alg` and `key_ops`, of which runtimes accept different values. */
function publicPart({ x }: { x: string }) {
  return { kty: 'OKP', crv: 'Ed25519', x }
}
