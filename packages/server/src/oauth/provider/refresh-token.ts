import { randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'
import type { Sealer } from '../../crypto/seal.ts'

/**
 * The time in which a confidential client that lost the answer gets the same successor of its refresh token again, in milliseconds.
 * It authenticates anyway; a public client gets no second chance (RFC 9700 section 4.14.2).
 */
export const REFRESH_GRACE = 30_000

/** True while a confidential client makes the current request. */
export function hasGrace(): boolean {
  const method = Provider.ctx?.oidc.client?.clientAuthMethod
  return method !== undefined && method !== 'none'
}

/**
 * Creates the generator of refresh tokens. The successor of a token is derived from it under the master key: a client that asks
 * again, because the answer was lost, gets the same one, and a family of tokens never branches.
 */
export function refreshTokenIds(sealer: Sealer): () => string {
  return () => {
    const former = Provider.ctx?.oidc.entities.RotatedRefreshToken
    return former ? sealer.digest(former.jti, 'refresh token') : randomBytes(32).toString('base64url')
  }
}
