import { type RequestHandler, Router } from 'express'
import { METHODS } from '../tokens/oauth-paths.ts'
import { refuseMethod } from './refuse-method.ts'

/** Refuses the methods that an endpoint of the authorization server does not take; the library says of them that nothing is there. */
export function createOAuthMethods(): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const [path, methods] of Object.entries(METHODS)) {
    const refuse = refuseMethod(methods)
    const check: RequestHandler = (req, res, next) => {
      // A preflight is the library's to answer (CORS).
      const taken = req.method === 'OPTIONS' || methods.includes(req.method === 'HEAD' ? 'GET' : req.method)
      return taken ? next() : refuse(req, res, next)
    }
    router.all(path, check)
  }
  return router
}
