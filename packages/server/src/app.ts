import type { RequestListener } from 'node:http'
import { parse as parseQuery } from 'node:querystring'
import express from 'express'
import type { Logger } from 'pino'
import { createDocsRoutes } from './docs/routes.ts'
import { answerErrors, internalError } from './http/errors.ts'
import { createHealthRoutes } from './http/health.ts'
import { logRequests } from './http/log.ts'
import { countRequests, createMetricsRoute, type MetricsAccess } from './http/metrics.ts'
import { requestId } from './http/request-id.ts'
import { securityHeaders } from './http/security-headers.ts'
import { shortenWishes } from './http/short-headers.ts'
import { traceRequests } from './http/trace-requests.ts'
import { warnOfProxy } from './http/warn-of-proxy.ts'
import { createLastResort } from './last-resort.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { AuthorizationServer } from './oauth/provider/authorization-server.ts'
import { isOAuthPath } from './oauth/provider/endpoints.ts'
import { Refusal } from './refusal.ts'
import type { Store } from './store/store.ts'

type Parts = {
  base: string
  logger: Logger
  store: Store
  router: express.Router
  signIn: express.Router
  /** The one of now: another takes its place when the keys change. */
  authorizationServer: () => AuthorizationServer
  /** Resolves when the keys are known to be of now. */
  freshKeys: () => Promise<void>
  keySets: express.Router
  isStopping: () => boolean
  trustedProxies: string[]
  metrics: Metrics
  metricsAccess: MetricsAccess
}

/** Puts the HTTP server's parts together, in the order in which a request meets them. */
export function createHttpApp({
  base,
  logger,
  store,
  router,
  signIn,
  authorizationServer,
  freshKeys,
  keySets,
  isStopping,
  trustedProxies,
  metrics,
  metricsAccess,
}: Parts): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  // Every parameter is looked at: those beyond a thousand would be dropped, whatever they say.
  app.set('query parser', (text: string | undefined) => parseQuery(text ?? '', '&', '=', { maxKeys: 0 }))
  app.set('etag', false)
  app.set('trust proxy', trustedProxies)
  app.use(
    requestId,
    shortenWishes,
    traceRequests,
    countRequests(metrics),
    logRequests(logger),
    securityHeaders(base),
    (_req, res, next) => {
      res.set('Cache-Control', 'no-store')
      next()
    },
  )
  // The sandbox trusts no proxy and can't be told to.
  if (metricsAccess !== 'loopback') {
    const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean
    app.use(warnOfProxy(logger, (address) => trusts(address, 0)))
  }
  app.use(async (req, res, next) => {
    if (!isOAuthPath(req.path)) return next()
    res.locals.operation = 'oauth'
    await freshKeys()
    authorizationServer().handle(req, res)
  })
  app.use('/sign-in', signIn)
  app.use(
    keySets,
    createHealthRoutes(store, isStopping),
    createDocsRoutes(),
    createMetricsRoute(metrics, metricsAccess),
  )
  app.use(router)
  app.use(() => {
    throw new Refusal('not_found')
  })
  app.use(answerErrors(base, logger))
  const fail = createLastResort(logger, internalError(base))
  // Without it, Express would answer an error that nothing else answers, with its stack.
  return (req, res) => app(req as express.Request, res as express.Response, (error: unknown) => fail(error, res))
}
