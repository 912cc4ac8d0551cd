import cors from 'cors'
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express'
import { isAllowedOrigin } from '../apps/allowed-origins.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'

/** The time for which a browser may remember a preflight, in seconds. */
const MAX_AGE = 600

/** The headers of answers that a page may read, beside those that it always may. */
const EXPOSED = ['Allow', 'Deprecation', 'Idempotency-Replayed', 'RateLimit', 'Retry-After', 'Sunset']
const exposedHeaders = [...EXPOSED, 'WWW-Authenticate', 'X-Request-Id', 'traceparent']

/** Public texts and keys, which every page may read. The authorization server's metadata have their headers from the library. */
const PUBLIC = ['/openapi.yaml', '/openapi.json', '/docs', '/problems', '/oauth2/jwks', '/webhooks/jwks']

type Parts = { base: string; store: Store }

/** Lets pages of all origins read public texts. */
export function publicTexts(): RequestHandler {
  const router = Router()
  const open = cors({ origin: '*', methods: ['GET', 'HEAD'], maxAge: MAX_AGE, exposedHeaders })
  router.use(PUBLIC, (req, res, next) => (isPlainOptions(req) ? next() : open(req, res, next)))
  return router
}

/**
 * Answers for pages of other origins (the CORS protocol of the Fetch standard) that call operations. Their origin must be one that an
 * active app allows; {@link requireAllowedOrigin} then holds it against the app of the token. Cookies are never accepted.
 */
export function operationsFromPages(parts: Parts): RequestHandler {
  return (req, res, next) => {
    if (!OPERATION.test(req.url)) return next()
    res.setHeader('Vary', 'Origin')
    const origin = foreignOrigin(req, parts.base)
    return origin === undefined || isPlainOptions(req) ? next() : answerPage(origin, req, res, next)
  }

  async function answerPage(origin: string, req: Request, res: Response, next: NextFunction): Promise<void> {
    const isAllowed = await isAllowedOrigin(parts.store.db, origin)
    if (!isAllowed && req.method === 'OPTIONS') throw new Refusal('origin_not_allowed')
    cors({ origin: isAllowed && origin, maxAge: MAX_AGE, exposedHeaders })(req, res, next)
  }
}

const OPERATION = /^\/v1\.0(?![^/?])/i

/**
 * Requires that the app of a token allows the page that sent it.
 *
 * @throws {Refusal} `origin_not_allowed`
 */
export async function requireAllowedOrigin(req: Request, { base, store }: Parts, appId: string): Promise<void> {
  const origin = foreignOrigin(req, base)
  if (origin === undefined) return
  if (!(await isAllowedOrigin(store.db, origin, appId))) throw new Refusal('origin_not_allowed')
}

/** The origin of the page that sent a request; undefined for programs, and for the server's own pages. */
function foreignOrigin(req: Request, base: string): string | undefined {
  const { origin } = req.headers
  return origin === undefined || origin === new URL(base).origin ? undefined : origin
}

/** True for an OPTIONS request that is no preflight: it is answered like any unknown method. */
const isPlainOptions = (req: Request): boolean =>
  req.method === 'OPTIONS' && req.get('access-control-request-method') === undefined
