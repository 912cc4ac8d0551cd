import { bytesOf, type Key } from './hmac.ts'
import type { KeySet } from './jwks.ts'

/** The platform signs with one key, two while it changes; each signature costs a verification with each key. */
const MOST_SIGNATURES = 4

/** Whether one of `signatures` is a `v1a,…` by a key of the set (Ed25519, RFC 8032). Asks for new keys when none of those known did it. */
export async function isSignedByPlatform(
  set: KeySet,
  signatures: readonly string[],
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const given = signatures
    .filter((signature) => signature.startsWith('v1a,'))
    .slice(0, MOST_SIGNATURES)
    .flatMap((signature) => bytesOf(signature.slice(4)) ?? [])
  if (given.length === 0) return false
  if (await isSigned(await set.keys(), given, content)) return true
  const renewed = await set.renewed()
  return renewed !== undefined && isSigned(renewed, given, content)
}

async function isSigned(
  keys: readonly Key[],
  signatures: readonly Uint8Array<ArrayBuffer>[],
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const verdicts = signatures.flatMap((one) => keys.map((key) => crypto.subtle.verify('Ed25519', key, one, content)))
  return (await Promise.all(verdicts)).includes(true)
}
