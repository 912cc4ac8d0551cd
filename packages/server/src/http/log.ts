import type { Logger } from 'pino'
import type { Preparation } from './prepare.ts'

/** Logs each request when it has been answered, without headers, query and body, which can contain secrets. */
export function logRequests(logger: Logger): Preparation {
  return (req, res) => {
    if (!logger.isLevelEnabled('info')) return
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
  }
}
