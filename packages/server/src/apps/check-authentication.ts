import { createPublicKey } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import { invalid } from '../refusal.ts'
import type { AuthMethod } from '../store/schema.ts'

/** The smallest RSA key (RFC 7518 section 3.3), in bits. */
const SMALLEST_RSA = 2048

/**
 * Checks the requested authentication method of an app and its keys.
 *
 * @throws {Refusal} `invalid_request` for keys without `private_key_jwt` and the reverse, for a key that fits none of
 * its algorithms, and for a public client that nobody could sign in to
 */
export function checkAuthentication(
  method: AuthMethod,
  jwks: Schemas['Jwks'] | undefined,
  redirectUris: string[],
): Schemas['Jwks'] | undefined {
  if (method === 'none' && redirectUris.length === 0) {
    throw invalid('/redirect_uris', 'app.redirect_uris')
  }
  if (method !== 'private_key_jwt') {
    if (jwks) throw invalid('/jwks', 'app.jwks_unused')
    return undefined
  }
  if (!jwks) throw invalid('/jwks', 'app.jwks_missing')
  for (const [index, key] of jwks.keys.entries()) {
    if (!isUsable(key)) throw invalid(`/jwks/keys/${index}`, 'app.key')
    const first = jwks.keys.findIndex(({ kid }) => kid === key.kid)
    if (first !== index) throw invalid(`/jwks/keys/${index}/kid`, 'app.kid')
  }
  return jwks
}

const algorithms = { EC: ['ES256'], OKP: ['EdDSA', 'Ed25519'], RSA: ['PS256', 'RS256'] }

function isUsable(jwk: Schemas['Jwk']): boolean {
  if (jwk.alg && !algorithms[jwk.kty].includes(jwk.alg)) return false
  try {
    const key = createPublicKey({ format: 'jwk', key: { ...jwk } })
    return jwk.kty !== 'RSA' || (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA
  } catch {
    return false
  }
}
