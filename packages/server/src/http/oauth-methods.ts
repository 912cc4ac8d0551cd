import { type RequestHandler, Router } from 'express'
import { isOAuthPath } from '../tokens/authorization-server.ts'
import { refuseMethod } from './refuse-method.ts'

/** What the endpoints of the authorization server take (RFC 6749 section 3, RFC 7009, RFC 7662, RFC 8414). */
const METHODS: Record<string, string[]> = {
  '/oauth2/authorize': ['GET', 'POST'],
  '/oauth2/token': ['POST'],
  '/oauth2/revoke': ['POST'],
  '/oauth2/introspect': ['POST'],
  '/oauth2/jwks': ['GET'],
  '/.well-known/oauth-authorization-server': ['GET'],
}

/** Refuses the methods that an endpoint of the authorization server does not take; the library says of them that nothing is there. */
export function createOAuthMethods(): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const [path, methods] of Object.entries(METHODS)) {
    const refuse = refuseMethod(methods)
    const check: RequestHandler = (req, res, next) => {
      // A preflight is the library's to answer (CORS).
      const taken = req.method === 'OPTIONS' || methods.includes(req.method === 'HEAD' ? 'GET' : req.method)
      return taken || !isOAuthPath(req.path) ? next() : refuse(req, res, next)
    }
    router.all(path, check)
  }
  return router
}
