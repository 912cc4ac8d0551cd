import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { invalid, Refusal } from '../refusal.ts'
import { StoreUnavailable } from '../store/store.ts'
import { texts } from '../texts/texts.ts'
import { renderProblem, send } from './problem.ts'

/**
 * Answers errors: a refusal as its problem, any other error without internal details. Errors after an answer has begun, and errors in
 * this handler, go to the last resort.
 */
export function answerErrors(base: string, logger: Logger): ErrorRequestHandler {
  let warnedAt = 0
  return (error, req, res, next) => {
    if (res.headersSent) return next(error)
    send(res, renderProblem(req, res, base, asRefusal(error, String(res.locals.requestId))))
  }

  function asRefusal(error: unknown, requestId: string): Refusal {
    if (error instanceof Refusal) return error
    if (error instanceof URIError) {
      return invalid({ in: 'path', pointer: '' }, 'request.percent_encoding')
    }
    if (error instanceof StoreUnavailable) {
      warnOnceASecond(requestId, error)
      return new Refusal('unavailable', { retry_after: 1 })
    }
    logger.error({ err: error, request_id: requestId }, 'a request failed')
    return new Refusal('internal_error')
  }

  /** In an outage every request fails in the same way; a line for each would bury the rest of the log. */
  function warnOnceASecond(requestId: string, error: StoreUnavailable): void {
    if (Date.now() - warnedAt < 1000) return
    warnedAt = Date.now()
    logger.warn({ request_id: requestId, reason: error.message }, 'the store is unavailable')
  }
}

/** The problem for the last resort, which knows only the id of a request. */
export const internalError = (base: string) => ({
  mediaType: 'application/problem+json; charset=utf-8',
  bodyOf: (request_id: string) => ({
    type: `${base}/problems/internal_error`,
    title: texts.en.problems.internal_error.title,
    status: 500,
    detail: 'The answer could not be written. Quote the request_id when you report it.',
    code: 'internal_error',
    request_id,
  }),
})
