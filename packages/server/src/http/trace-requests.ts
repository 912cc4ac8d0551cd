import type { Request, Response } from 'express'
import { isSampled, newSpan, readTraceparent, type Trace, type Tracer } from '../trace.ts'
import type { Preparation } from './prepare.ts'

/**
 * Gives every request a span, in the caller's trace if there is one (W3C Trace Context). Where traces are switched on, it is recorded when
 * the request ends.
 */
export function traceRequests(tracer: Tracer | undefined): Preparation {
  return (req, res) => {
    const parent = readTraceparent(req.get('traceparent'))
    res.locals.trace = newSpan(parent, tracer)
    if (tracer && isSampled(res.locals.trace)) record(req, res, parent, tracer)
  }
}

/** Records the request under the name of its operation: paths and queries contain ids. */
function record({ method }: Request, res: Response, parent: Trace | undefined, tracer: Tracer): void {
  const [startedAt, started] = [Date.now(), performance.now()]
  res.on('close', () => {
    const { statusCode: status, headersSent, locals } = res
    tracer.record({
      name: String(locals.operation ?? method),
      kind: 'server',
      trace: locals.trace,
      parent,
      startedAt,
      durationMs: performance.now() - started,
      attributes: {
        'http.request.method': method,
        ...(headersSent && { 'http.response.status_code': status }),
        'sendoff.request_id': String(locals.requestId),
      },
      hasFailed: !headersSent || status >= 500,
    })
  })
}
