import { type RequestHandler, Router } from 'express'
import type { KeyPurpose } from '../keys/key.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { refuseMethod } from '../web/refuse-method.ts'

/**
 * Serves the public keys (RFC 7517): of access tokens at `/oauth2/jwks`, of webhooks at `/webhooks/jwks`. Keys of another process are
 * included as soon as it has committed.
 *
 * @param maxAge the time for which they may be cached, in seconds
 */
export function createKeySetRoutes(ring: KeyRing, maxAge: number): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/oauth2/jwks', answer('access_token'))
  router.get('/webhooks/jwks', answer('webhook'))
  router.all(['/oauth2/jwks', '/webhooks/jwks'], refuseMethod(['GET']))
  return router

  function answer(purpose: KeyPurpose): RequestHandler {
    return async (_req, res) => {
      await ring.refresh()
      res.set('Cache-Control', `public, max-age=${maxAge}`)
      res.type('application/jwk-set+json').send(JSON.stringify(ring.published(purpose)))
    }
  }
}
