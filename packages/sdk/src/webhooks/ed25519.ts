import type { Bytes } from '../transport/pieces.ts'
import { bytesOf, type Key } from './hmac.ts'

/** The most signatures that are checked. The platform signs with one key, or two during a rotation; each costs a verification per key. */
const MOST_SIGNATURES = 4

/** The length of `v1a,` with 64 bytes in base64. Some runtimes throw for a signature of another length. */
const LENGTH = 92
const SIGNATURE_BYTES = 64

/** Tells whether one of `signatures` is a `v1a,…` by one of `keys` (Ed25519, RFC 8032). */
export async function isSignedWith(
  keys: readonly Key[],
  signatures: readonly string[],
  content: Bytes,
): Promise<boolean> {
  const verdicts = signatures
    .filter((signature) => signature.startsWith('v1a,') && signature.length === LENGTH)
    .slice(0, MOST_SIGNATURES)
    .flatMap((signature) => bytesOf(signature.slice(4)) ?? [])
    .filter(({ length }) => length === SIGNATURE_BYTES)
    .flatMap((signature) => keys.map((key) => crypto.subtle.verify('Ed25519', key, signature, content)))
  return (await Promise.all(verdicts)).includes(true)
}
