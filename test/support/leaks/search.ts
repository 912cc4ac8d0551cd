/** The number of bytes of each text that are compared by hash; no text may be shorter. */
export const SHORTEST = 8

const BASE = 257
/** The factor of the byte that leaves the window: BASE to the power of SHORTEST - 1, modulo 2^32. */
const LEAVING = Array.from({ length: SHORTEST - 1 }).reduce((power: number) => Math.imul(power, BASE), 1)

/** The texts to search for, each with the name in the report. */
export type Needles = { byHash: Map<number, { bytes: Buffer; name: string }[]>; seen: Uint8Array }

export const noNeedles = (): Needles => ({ byHash: new Map(), seen: new Uint8Array(1 << 20) })

/** Adds a text of at least {@link SHORTEST} bytes. */
export function addNeedle({ byHash, seen }: Needles, name: string, text: string): void {
  const bytes = Buffer.from(text)
  if (bytes.length < SHORTEST) throw new Error(`${name} is too short to be looked for`)
  let hash = 0
  for (let i = 0; i < SHORTEST; i++) hash = (Math.imul(hash, BASE) + (bytes[i] ?? 0)) | 0
  seen[hash >>> 12] = 1
  const same = byHash.get(hash)
  if (same) same.push({ bytes, name })
  else byHash.set(hash, [{ bytes, name }])
}

/**
 * Names which of many texts stand in a large one, wherever they begin (Rabin and Karp): one pass, however many are looked for.
 */
export function findNeedles(haystack: Buffer, { byHash, seen }: Needles): Set<string> {
  const found = new Set<string>()
  let hash = 0
  for (let end = 0; end < haystack.length; end++) {
    if (end >= SHORTEST) hash = (hash - Math.imul(haystack[end - SHORTEST] ?? 0, LEAVING)) | 0
    hash = (Math.imul(hash, BASE) + (haystack[end] ?? 0)) | 0
    if (end < SHORTEST - 1 || !seen[hash >>> 12]) continue
    const start = end - SHORTEST + 1
    for (const { bytes, name } of byHash.get(hash) ?? []) {
      // A partial text at the end has a shorter slice, which is not equal.
      if (haystack.subarray(start, start + bytes.length).equals(bytes)) found.add(name)
    }
  }
  return found
}
