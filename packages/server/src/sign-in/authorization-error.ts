import type { Request, Response } from 'express'
import { type RenderedPage, renderProblem } from './problem.ts'
import type { ProblemName } from './views/problem.ts'

/**
 * Renders a page for a person whose request for authorization can't be answered by sending them back to the app: the app is
 * unknown, the address is not the app's, or the sign-in is over (RFC 6749 section 4.1.2.1).
 *
 * @param error the name that OAuth has for it, or `too_many_requests`
 * @param retryAfter the seconds until it is worth trying again, if it ever is
 * @returns undefined for a program, which gets the error as JSON
 */
export type RenderAuthorizationError = (
  req: Request,
  res: Response,
  error: string,
  retryAfter?: number,
) => RenderedPage | undefined

/** @param sandbox whether the pages say that they are the sandbox's */
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
