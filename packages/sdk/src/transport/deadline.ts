import { abortable } from './abortable.ts'
import { CallError, ConnectionError, TimeoutError } from './errors.ts'
import type { FetchResponse, Layer, Outgoing, Ready, Send } from './layer.ts'
import { answerOf } from './network.ts'

/** With a longer time, `setTimeout` fires immediately. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Limits the time of a whole call: its token, its attempts and the waits between them. */
export const totalTimeout: Layer = (next) => (request) => {
  const until = Date.now() + request.totalTimeout
  return within(request.totalTimeout, request, 'in all', (limited) => next({ ...limited, until }))
}

/**
 * Limits the time of each attempt, from the first byte sent to the last byte received, and classifies its failures.
 *
 * @throws TimeoutError, ConnectionError, or the reason of the caller's signal
 */
export function attemptTimeout(send: (request: Ready) => Promise<FetchResponse>): Send {
  return (request) =>
    within(request.timeout, request, 'in one attempt', async (limited) => {
      // A failure to make the body is not a failure of the network.
      const body = typeof request.body === 'function' ? await request.body() : request.body
      return send({ ...limited, body })
        .then((response) => answerOf(limited, response))
        .catch((cause) => {
          limited.signal?.throwIfAborted()
          // The double of `fetch` for tests reports mistakes of the call in this way.
          if (cause instanceof CallError) throw cause
          throw new ConnectionError(request, `no answer: ${reasonOf(cause)}`, undefined, { cause })
        })
    })
}

/** Runs work with a time limit. `AbortSignal.timeout` cannot be cleared: a busy client would hold a timer for each recent call. */
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

/** The reason of a failed `fetch`. Node's message is only "fetch failed"; the reason, for example ECONNREFUSED, is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
