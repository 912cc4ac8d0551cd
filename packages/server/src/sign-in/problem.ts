import type { ProblemName } from './views/problem.ts'

/** The HTTP status with which a problem's page is answered. */
export const statusOf: Record<ProblemName, number> = {
  expired: 410,
  foreign: 403,
  finished: 410,
  forged: 403,
  unknown_client: 400,
  invalid_request: 400,
  too_many_attempts: 429,
  unavailable: 503,
  failed: 500,
  not_found: 404,
  unreadable: 400,
}

/** Something that ends a step of a sign-in with a page that says so. */
export class SignInProblem extends Error {
  override name = 'SignInProblem'
  readonly problem: ProblemName
  readonly retryAfter: number | undefined

  /** @param retryAfter seconds until it is worth trying again */
  constructor(problem: ProblemName, retryAfter?: number) {
    super(problem)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}
