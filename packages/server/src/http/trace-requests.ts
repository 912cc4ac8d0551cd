import type { RequestHandler } from 'express'
import { newSpan, readTraceparent } from '../trace.ts'

/** Gives every request a span, in the caller's trace if there is one (W3C Trace Context). */
export const traceRequests: RequestHandler = (req, res, next) => {
  res.locals.trace = newSpan(readTraceparent(req.get('traceparent')))
  next()
}
