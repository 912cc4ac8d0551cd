import type { RequestListener } from 'node:http'
import { parse as parseQuery } from 'node:querystring'
import express from 'express'
import type { Logger } from 'pino'
import { createDocsRoutes } from './docs/routes.ts'
import { operationsFromPages, publicTexts } from './http/cross-origin.ts'
import { answerErrors, internalError } from './http/errors.ts'
import { createHealthRoutes } from './http/health.ts'
import { logRequests } from './http/log.ts'
import type { Messages } from './http/messages.ts'
import { countRequests, createMetricsRoute, type MetricsAccess } from './http/metrics.ts'
import { prepare } from './http/prepare.ts'
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
import type { Tracer } from './trace.ts'

type Parts = {
  /** The classes of its requests and responses, if it is the application of a whole server. */
  messages?: Messages
  base: string
  logger: Logger
  store: Store
  /** Answers operations, and passes on everything else. */
  router: express.RequestHandler
  signIn: express.Router
  console: express.Router
  /** Returns the current authorization server, which is replaced when the keys change. */
  authorizationServer: () => AuthorizationServer
  /** Resolves when the keys are up to date. */
  freshKeys: () => Promise<void>
  keySets: express.Router
  isStopping: () => boolean
  trustedProxies: string[]
  metrics: Metrics
  metricsAccess: MetricsAccess
  tracer: Tracer | undefined
}

/** Assembles the HTTP server, in the order in which a request passes its parts. */
export function createHttpApp({
  messages,
  base,
  logger,
  store,
  router,
  signIn,
  console,
  authorizationServer,
  freshKeys,
  keySets,
  isStopping,
  trustedProxies,
  metrics,
  metricsAccess,
  tracer,
}: Parts): RequestListener {
  const app = express()
  messages?.adopt(app)
  app.disable('x-powered-by')
  // Without it, the parser would silently drop parameters beyond a thousand.
  app.set('query parser', (text: string | undefined) => parseQuery(text ?? '', '&', '=', { maxKeys: 0 }))
  app.set('etag', false)
  app.set('trust proxy', trustedProxies)
  const trusts = app.get('trust proxy fn') as (address: string, hop: number) => boolean
  app.use(
    prepare(
      requestId,
      shortenWishes,
      traceRequests(tracer),
      countRequests(metrics),
      logRequests(logger),
      securityHeaders(base),
      // The sandbox trusts no proxy and has no setting for it.
      ...(metricsAccess === 'loopback' ? [] : [warnOfProxy(logger, (address) => trusts(address, 0))]),
    ),
  )
  app.use(operationsFromPages({ base, store }), router)
  app.use(async (req, res, next) => {
    if (!isOAuthPath(req.path)) return next()
    res.locals.operation = 'oauth'
    await freshKeys()
    authorizationServer().handle(req, res)
  })
  app.use('/sign-in', signIn)
  app.use('/console', console)
  app.use(publicTexts())
  app.use(
    keySets,
    createHealthRoutes(store, isStopping),
    createDocsRoutes(base),
    createMetricsRoute(metrics, metricsAccess),
  )
  app.use(() => {
    throw new Refusal('not_found')
  })
  app.use(answerErrors(base, logger))
  const fail = createLastResort(logger, internalError(base))
  // Without it, Express would answer any remaining error with its stack.
  return (req, res) => app(req as express.Request, res as express.Response, (error: unknown) => fail(error, res))
}
