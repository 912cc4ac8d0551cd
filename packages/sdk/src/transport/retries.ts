import { ConnectionError } from '../errors.ts'
import { sleep } from './abortable.ts'
import { problemCode } from './json.ts'
import type { Layer } from './layer.ts'
import { retryAfter } from './retry-after.ts'

/** 500 is among them because the contract says of it: nothing was changed, and the answer is not kept. */
const PASSING = [408, 429, 500, 502, 503, 504]

const FIRST_DELAY = 500
const LONGEST_DELAY = 8_000

/** Sends again after failures that may pass, if that cannot do anything twice. */
export const retries: Layer = (next) => async (request) => {
  for (let attempt = 0; ; attempt++) {
    const isLast = !(attempt < request.maxRetries && request.safeToRepeat)
    const response = await next(request).catch((error: unknown) => {
      if (isLast || !(error instanceof ConnectionError)) throw error
    })
    if (response && (isLast || !(await mayPass(response)))) return response
    const wait = retryAfter(response?.headers.get('retry-after'))
    await sleep(wait ?? backOff(attempt), request.signal)
  }
}

async function mayPass(response: Response): Promise<boolean> {
  if (response.status === 409) return (await problemCode(response)) === 'idempotency_in_progress'
  return PASSING.includes(response.status)
}

/** Full jitter: clients that failed together must not come back together. */
function backOff(attempt: number): number {
  return Math.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt)
}
