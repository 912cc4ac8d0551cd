import { createHash } from 'node:crypto'
import { createLocalJWKSet, errors, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import { newId } from '../ids.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { ACCESS_TOKEN_TTL } from '../keys/times.ts'
import { Refusal } from '../refusal.ts'

const claims = z.object({
  sub: z.string(),
  client_id: z.string(),
  aud: z.string(),
  scope: z.string().default(''),
  org_id: z.string().optional(),
  account_id: z.string().optional(),
  gid: z.string(),
  grant_id: z.string().optional(),
  cnf: z.object({ jkt: z.string() }).optional(),
  jti: z.string(),
  iss: z.string(),
  iat: z.number(),
  exp: z.number(),
})

/**
 * The claims of an access token (RFC 9068). `gid` ties it to the state in which it was issued, `grant_id` to the consent of which
 * it was made, `cnf` to a key that has to be proved (RFC 9449).
 */
export type AccessTokenClaims = z.output<typeof claims>

/** The audience of every token for the API as a whole. */
export const apiAudience = (issuer: string) => `${issuer}/v1.0`

/** The audience of a token for one organisation (RFC 8707). */
export const organizationAudience = (issuer: string, orgId: string) => `${issuer}/v1.0/organizations/${orgId}`

export type AccessTokenVerifier = (token: string) => Promise<AccessTokenClaims>

const MOST_CACHED = 10_000
/** How often, in milliseconds, tokens that name unknown keys may make the keys be read again. */
const READ_AGAIN = 100

/**
 * Makes the check of access tokens: signature, type, issuer, audience and time (RFC 9068 section 4). A verified signature is
 * remembered until the keys change; expiry is looked at every time, and the state of app, account and authorization is not
 * looked at here. A key that is not known may be one that another process just made, so the keys are read again then.
 *
 * @throws from the returned function: {Refusal} `token_invalid` or `token_expired`
 */
export function createVerifier(issuer: string, ring: KeyRing): AccessTokenVerifier {
  let keySet = createLocalJWKSet(ring.published('access_token'))
  let remembered = new Map<string, AccessTokenClaims>()
  ring.onChange(() => {
    keySet = createLocalJWKSet(ring.published('access_token'))
    remembered = new Map()
  })
  return async (token) => {
    // What is verified with the keys of before a change is not remembered after it.
    const verified = remembered
    const digest = createHash('sha256').update(token).digest('base64')
    let found = verified.get(digest)
    if (!found) {
      found = await verify(token)
      const oldest = verified.size >= MOST_CACHED ? verified.keys().next().value : undefined
      if (oldest !== undefined) verified.delete(oldest)
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
    const read = claims.safeParse(payload)
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
 * @param payload the claims beside issuer, audience, times and id
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
