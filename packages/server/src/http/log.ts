import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** Logs each request when it has been answered, without headers, query and body, which can contain secrets. */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    if (!logger.isLevelEnabled('info')) return next()
    const started = performance.now()
    const { method } = req
    const [path] = req.originalUrl.split('?', 1)
    res.on('finish', () => {
      logger.info({
        request_id: res.locals.requestId,
        trace_id: res.locals.trace.traceId,
        method,
        path,
        status: res.statusCode,
        duration_ms: Math.round(performance.now() - started),
      })
    })
    next()
  }
}
