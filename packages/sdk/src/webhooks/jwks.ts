import { WebhookVerificationError } from './error.ts'
import type { Key } from './hmac.ts'

/** The platform's public keys (RFC 7517): the URL where it publishes them, or the set itself. */
export type Jwks = string | URL | { readonly keys: readonly object[] }

/** Where the keys for `v1a` come from. */
export interface KeySet {
  keys(): Promise<readonly Key[]>
  /** The keys as they are now, unless that was asked within the last minute. */
  renewed(): Promise<readonly Key[] | undefined>
}

const MINUTE = 60_000
const DAY = 86_400_000
const PATIENCE = 5_000
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** One for each URL, so that all verifications share what was fetched. */
const fetched = new Map<string, KeySet>()
const given = new WeakMap<object, Promise<readonly Key[]>>()

/**
 * Finds the keys.
 *
 * @throws TypeError for a URL that is neither `https:` nor loopback: who can change the keys can sign
 */
export function keySetOf(jwks: Jwks): KeySet {
  if (typeof jwks === 'string' || jwks instanceof URL) {
    const url = checkedUrl(jwks)
    const known = fetched.get(url) ?? fetchedKeySet(url)
    fetched.set(url, known)
    return known
  }
  const keys = given.get(jwks) ?? importAll(jwks)
  given.set(jwks, keys)
  return { keys: () => keys, renewed: async () => undefined }
}

function checkedUrl(jwks: string | URL): string {
  const { protocol, hostname, href } = new URL(jwks)
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return href
  throw new TypeError(
    `jwks must be https: (http: is for loopback only), or the keys could be replaced on the way: ${href}`,
  )
}

/** Keeps what was fetched for as long as it says, and longer than that when it can't be fetched again. */
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
  return {
    async keys() {
      if (known && (Date.now() < freshUntil || wasAskedWithin(MINUTE))) return known
      if (!known && wasAskedWithin(PATIENCE)) throw unavailable('that was tried just now')
      return ask().catch((cause) => {
        if (known) return known
        throw unavailable(cause)
      })
    },
    async renewed() {
      if (wasAskedWithin(MINUTE)) return undefined
      return ask().catch(() => undefined)
    },
  }
}

async function fetchKeys(url: string): Promise<{ keys: readonly Key[]; maxAge: number }> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const keys = await importAll((await response.json()) as { keys: readonly object[] })
  const seconds = /max-age=(\d{1,9})/.exec(response.headers.get('cache-control') ?? '')?.[1]
  const maxAge = Math.min(Math.max(Number(seconds ?? 600) * 1000, MINUTE), DAY)
  return { keys, maxAge }
}

/** @throws WebhookVerificationError `jwks_unavailable` when no key is one for `v1a` */
async function importAll({ keys }: { readonly keys: readonly object[] }): Promise<readonly Key[]> {
  const imports = keys
    .filter((key) => 'crv' in key && key.crv === 'Ed25519')
    .map((key) => crypto.subtle.importKey('jwk', publicPart(key), 'Ed25519', false, ['verify']))
  const usable = (await Promise.allSettled(imports)).flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  if (usable.length > 0) return usable
  throw new WebhookVerificationError('jwks_unavailable', 'There is no Ed25519 key in the key set')
}

/** `use`, `alg` and `key_ops` are left out: runtimes differ in what they take there. */
function publicPart({ x }: { x?: string }) {
  return { kty: 'OKP', crv: 'Ed25519', x: String(x) }
}
