import { newSpan, readTraceparent } from '../trace.ts'
import type { Preparation } from './prepare.ts'

/** Gives every request a span, in the caller's trace if there is one (W3C Trace Context). */
export const traceRequests: Preparation = (req, res) => {
  res.locals.trace = newSpan(readTraceparent(req.get('traceparent')))
}
