import { abortable } from './abortable.ts'
import { CallError, ConnectionError, TimeoutError } from './errors.ts'
import type { Layer, Outgoing, Ready, Send } from './layer.ts'
import { answerOf } from './network.ts'

/** Beyond it, `setTimeout` fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Gives a call its time in all: for its token, its attempts and the waiting between them. */
export const totalTimeout: Layer = (next) => (request) => {
  const until = Date.now() + request.totalTimeout
  return within(request.totalTimeout, request, 'in all', (limited) => next({ ...limited, until }))
}

/**
 * Gives each attempt its time, from the first byte out to the last byte in, and names its failures.
 *
 * @throws TimeoutError, ConnectionError, or the reason of the caller's signal
 */
export function attemptTimeout(send: (request: Ready) => Promise<Response>): Send {
  return (request) =>
    within(request.timeout, request, 'in one attempt', async (limited) => {
      // What makes it may fail, which is no failure of the network.
      const body = typeof request.body === 'function' ? await request.body() : request.body
      return send({ ...limited, body })
        .then((response) => answerOf(limited, response))
        .catch((cause) => {
          limited.signal?.throwIfAborted()
          // A `fetch` for tests says so what was wrong with the call.
          if (cause instanceof CallError) throw cause
          throw new ConnectionError(request, `no answer: ${reasonOf(cause)}`, undefined, { cause })
        })
    })
}

/** Not `AbortSignal.timeout`, which cannot be cleared: a busy client would hold a timer for every call of the last 30 seconds. */
async function within<Value>(
  ms: number,
  request: Outgoing,
  where: string,
  work: (limited: Outgoing) => Promise<Value>,
): Promise<Value> {
  const { signal: outer } = request
  outer?.throwIfAborted()
  const limit = new AbortController()
  const follow = () => limit.abort(outer?.reason)
  outer?.addEventListener('abort', follow)
  const expire = () => limit.abort(new TimeoutError(request, `no answer within ${ms} ms ${where}`))
  const timer = setTimeout(expire, Math.min(ms, LONGEST_TIMER))
  try {
    return await abortable(work({ ...request, signal: limit.signal }), limit.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', follow)
  }
}

/** Node says no more than "fetch failed" and puts the reason, as ECONNREFUSED, into the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
