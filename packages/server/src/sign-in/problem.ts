import type { Request, Response } from 'express'
import type { RenderedPage } from '../web/html.ts'
import { pageHeaders } from './headers.ts'
import { textsFor } from './language.ts'
import { type ProblemName, problemPage } from './views/problem.ts'

const statuses: Record<ProblemName, number> = {
  expired: 410,
  link_expired: 410,
  foreign: 403,
  finished: 410,
  forged: 403,
  unknown_client: 400,
  invalid_request: 400,
  too_many_attempts: 429,
  too_many_requests: 429,
  unavailable: 503,
  failed: 500,
  not_found: 404,
  unreadable: 400,
}

/** A problem that ends a visit with a page that says so. */
export class SignInProblem extends Error {
  override name = 'SignInProblem'
  readonly problem: ProblemName

  constructor(problem: ProblemName) {
    super(problem)
    this.problem = problem
  }
}

/** The problems that may be over when the page is loaded again. */
const PASSING: ProblemName[] = ['unavailable', 'failed', 'forged', 'too_many_attempts', 'too_many_requests']

/** The longest address that a page repeats as a link, in characters; a longer one is in the browser's own bar. */
const LONGEST_ADDRESS = 4000

/** The problems that a person may report. */
const OURS: ProblemName[] = ['unavailable', 'failed']

/**
 * Renders the page of a problem.
 *
 * @param problem its name, and the seconds until it is worth trying again
 */
export function renderProblem(
  req: Request,
  res: Response,
  { name, retryAfter, sandbox }: { name: ProblemName; retryAfter?: number | undefined; sandbox: boolean },
): RenderedPage {
  const page = problemPage({
    texts: textsFor(req),
    sandbox,
    name,
    requestId: OURS.includes(name) ? String(res.locals.requestId) : undefined,
    retryAfter,
    retryAt: PASSING.includes(name) && req.originalUrl.length <= LONGEST_ADDRESS ? req.originalUrl : undefined,
  })
  return {
    status: statuses[name],
    headers: {
      ...pageHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
    html: String(page),
  }
}
