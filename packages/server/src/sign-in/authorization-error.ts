import type { Request } from 'express'
import type { RenderAuthorizationError } from '../oauth/provider/error-page.ts'
import { renderProblem } from './problem.ts'
import type { ProblemName } from './views/problem.ts'

/** @param sandbox true if the pages say that they are the sandbox’s */
export function createAuthorizationErrorPages(sandbox: boolean): RenderAuthorizationError {
  return (req, res, error, seconds) => {
    if (!req.path.startsWith('/oauth2/authorize') || req.accepts(['json', 'html']) !== 'html') return undefined
    const retryAfter = error === 'temporarily_unavailable' ? 1 : seconds
    return renderProblem(req, res, { name: nameOf(req, error), retryAfter, sandbox })
  }
}

function nameOf(req: Request, error: string): ProblemName {
  if (error === 'temporarily_unavailable') return 'unavailable'
  if (error === 'server_error') return 'failed'
  if (error === 'too_many_requests') return 'too_many_requests'
  if (error === 'invalid_client' || error === 'invalid_redirect_uri') return 'unknown_client'
  return req.path === '/oauth2/authorize' ? 'invalid_request' : 'expired'
}
