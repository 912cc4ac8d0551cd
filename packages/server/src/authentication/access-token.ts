import { createLocalJWKSet, errors, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { digestOf } from '../crypto/digest.ts'
import { newId } from '../ids.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ACCESS_TOKEN_TTL } from '../keys/times.ts'
import { Recent } from '../recent.ts'
import { Refusal } from '../refusal.ts'
import { type AccessTokenClaims, accessTokenClaims, apiAudience, organizationAudience } from './claims.ts'

/** Verifies an access token and returns its claims; throws {@link Refusal} `token_invalid` or `token_expired`. */
export type AccessTokenVerifier = (token: string) => Promise<AccessTokenClaims>

/** The number of verified tokens that are remembered. */
const MOST_REMEMBERED = 10_000
/** The shortest time between two reads of the keys that unknown keys in tokens cause, in milliseconds. */
const READ_AGAIN = 100

/**
 * Creates the check of access tokens: signature, type, issuer, audience and time (RFC 9068 section 4). A verified signature is
 * remembered until the keys change; expiry is checked every time. The state of app, account and authorization is not checked
 * here. An unknown key may be one that another process has just made, so the keys are read again for it.
 */
export function createVerifier(issuer: string, ring: KeyRing): AccessTokenVerifier {
  let keySet = createLocalJWKSet(ring.published('access_token'))
  let remembered = new Recent<string, AccessTokenClaims>(MOST_REMEMBERED)
  ring.onChange(() => {
    keySet = createLocalJWKSet(ring.published('access_token'))
    remembered = new Recent(MOST_REMEMBERED)
  })
  return async (token) => {
    // A token that is verified with the keys from before a change must not be remembered after it.
    const verified = remembered
    const digest = digestOf(token)
    let found = verified.get(digest)
    if (!found) {
      found = await verify(token)
      verified.set(digest, found)
    }
    if (found.exp * 1000 <= Date.now()) throw new Refusal('token_expired')
    return found
  }

  async function verify(token: string): Promise<AccessTokenClaims> {
    const { payload } = await withKnownKey(() =>
      jwtVerify(token, keySet, {
        issuer,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['exp', 'iat', 'jti', 'sub', 'aud', 'client_id'],
      }),
    ).catch((error: unknown) => {
      throw new Refusal(error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid')
    })
    const read = accessTokenClaims.safeParse(payload)
    if (!read.success || !isForUs(read.data)) throw new Refusal('token_invalid')
    return read.data
  }

  async function withKnownKey<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await ring.refreshAfter(READ_AGAIN)
      return work()
    }
  }

  function isForUs({ aud, org_id }: AccessTokenClaims): boolean {
    return aud === apiAudience(issuer) || (org_id !== undefined && aud === organizationAudience(issuer, org_id))
  }
}

/**
 * Signs an access token for a person without a sign-in; for the sandbox.
 *
 * @param payload the claims besides issuer, audience, times and id
 */
export async function signAccessToken(issuer: string, ring: KeyRing, payload: JWTPayload): Promise<string> {
  const [active] = ring.keys('access_token')
  if (!active) throw new Error('There is no signing key')
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: active.kid })
    .setIssuer(issuer)
    .setAudience(apiAudience(issuer))
    .setJti(newId('jti'))
    .setIssuedAt()
    .setExpirationTime(`${ACCESS_TOKEN_TTL}s`)
    .sign(await importJWK(active, 'ES256'))
}
