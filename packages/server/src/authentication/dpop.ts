import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose'
import * as z from 'zod'
import { ASYMMETRIC } from '../crypto/algorithms.ts'
import { digestOf } from '../crypto/digest.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import { useOnce } from './use-once.ts'

const proofClaims = z.object({
  jti: z.string().min(1).max(255),
  iat: z.number(),
  htm: z.string(),
  htu: z.string(),
  ath: z.string(),
})

/** The age up to which a proof is valid, and the difference of clocks that is accepted, in seconds. */
const FRESH = 60

/** The facts that a proof must state. */
export type Proven = {
  /** The access token, as it was sent. */
  token: string
  /** The thumbprint of the key to which the token is bound (RFC 9449 section 6.1). */
  jkt: string
  method: string
  /** The URL of the request, without query. */
  url: string
}

/**
 * Checks that the caller has the key to which its token is bound: signature, key, method, URL, token and age of the proof, and
 * that no server has seen it before (RFC 9449 section 4.3).
 *
 * @param proof the `DPoP` header
 * @throws {Refusal} `token_invalid`
 */
export async function checkProof(store: Store, proof: string | undefined, proven: Proven): Promise<void> {
  const invalid = () => new Refusal('token_invalid')
  if (proof === undefined) throw invalid()
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: [...ASYMMETRIC],
  }).catch(() => {
    throw invalid()
  })
  const { data: claims } = proofClaims.safeParse(payload)
  const { jwk } = protectedHeader
  if (!claims || !jwk || (await calculateJwkThumbprint(jwk)) !== proven.jkt) throw invalid()
  if (claims.htm !== proven.method || !isSameUrl(claims.htu, proven.url)) throw invalid()
  if (claims.ath !== digestOf(proven.token)) throw invalid()
  if (Math.abs(Date.now() / 1000 - claims.iat) > FRESH) throw invalid()
  // Remembered until it is too old to be used again, whichever clock is ahead.
  if (!(await useOnce(store, `dpop ${proven.jkt}`, claims.jti, claims.iat + 2 * FRESH))) throw invalid()
}

function isSameUrl(htu: string, url: string): boolean {
  const named = URL.parse(htu)
  if (!named) return false
  named.hash = ''
  named.search = ''
  return named.href === new URL(url).href
}
