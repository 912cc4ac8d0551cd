import { sleep } from './abortable.ts'
import { ConnectionError } from './errors.ts'
import { isObject, problemCode } from './json.ts'
import type { Answer, Layer } from './layer.ts'
import { retryAfter } from './retry-after.ts'

/** Statuses that may be temporary. 500 is among them, because by the contract it changed nothing and the answer is not kept. */
const PASSING = [408, 429, 500, 502, 503, 504]

const FIRST_DELAY = 500
const LONGEST_DELAY = 8_000

/** Retries after failures that may be temporary, if that cannot do anything twice and there is time left. */
export const retries: Layer = (next) => async (request) => {
  const { maxRetries, safeToRepeat, until = Infinity, attempt: first = 0 } = request
  for (let attempt = first; ; attempt++) {
    let failure: unknown
    const answer = await next({ ...request, attempt }).catch((error: unknown) => {
      if (!(error instanceof ConnectionError)) throw error
      failure = error
    })
    const wait = retryAfter(answer?.response.headers.get('retry-after')) ?? backOff(attempt - first)
    const isLast = attempt - first >= maxRetries || !safeToRepeat || Date.now() + wait >= until
    if (answer && (isLast || !mayPass(answer))) return { ...answer, attempt }
    if (isLast) throw failure
    await sleep(wait, request.signal)
  }
}

/** Tells whether an answer may be temporary. A success without JSON is a proxy's page or was truncated. */
function mayPass({ response, body }: Answer): boolean {
  const { status, ok } = response
  if (ok) return status !== 204 && !isObject(body)
  return PASSING.includes(status) || (status === 409 && problemCode(body) === 'idempotency_in_progress')
}

/** The wait before a retry, with full jitter, so that clients that failed together do not return together. */
function backOff(attempt: number): number {
  return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt)
}
