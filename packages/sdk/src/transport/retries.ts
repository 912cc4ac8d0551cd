import { sleep } from './abortable.ts'
import { ConnectionError } from './errors.ts'
import type { Layer } from './layer.ts'
import { mayPass } from './may-pass.ts'
import { retryAfter } from './retry-after.ts'

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

/** The wait before a retry, with full jitter, so that clients that failed together do not return together. */
function backOff(attempt: number): number {
  return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt)
}
