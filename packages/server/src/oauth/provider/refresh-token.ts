import { randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'
import type { Sealer } from '../../crypto/seal.ts'

/**
 * Makes the value of a refresh token. What takes the place of another is derived from it under the master key: a client that asks
 * again, because the answer was lost, gets the same one, and a family of tokens never branches.
 */
export function successorOf(sealer: Sealer): () => string {
  return () => {
    const former = Provider.ctx?.oidc.entities.RotatedRefreshToken
    return former ? sealer.digest(former.jti, 'refresh token') : randomBytes(32).toString('base64url')
  }
}
