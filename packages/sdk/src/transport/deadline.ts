import { ConnectionError, TimeoutError } from '../errors.ts'
import { abortable } from './abortable.ts'
import type { Layer } from './layer.ts'

/** Beyond it, `setTimeout` fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** The statuses with which a `Response` must have no body (Fetch, 2.2.3). */
const NULL_BODY = [204, 205, 304]

/**
 * Gives each attempt its time, from the first byte out to the last byte in, and names its failures.
 *
 * @throws TimeoutError, ConnectionError, or the reason of the caller's signal
 */
export const deadline: Layer = (next) => async (request) => {
  const expiry = new AbortController()
  // Not AbortSignal.timeout, which cannot be cleared: a busy client would hold a timer for every call of the last 30 seconds.
  const timer = setTimeout(() => expiry.abort(), Math.min(request.timeout, LONGEST_TIMER))
  const signal = request.signal ? AbortSignal.any([request.signal, expiry.signal]) : expiry.signal
  try {
    return await abortable(wholeAnswer(next({ ...request, signal })), signal)
  } catch (cause) {
    request.signal?.throwIfAborted()
    if (expiry.signal.aborted) throw new TimeoutError(request, `no answer within ${request.timeout} ms`, { cause })
    throw new ConnectionError(request, `no answer: ${reasonOf(cause)}`, { cause })
  } finally {
    clearTimeout(timer)
  }
}

async function wholeAnswer(answer: Promise<Response>): Promise<Response> {
  const response = await answer
  const text = await response.text()
  const { status, headers } = response
  return new Response(NULL_BODY.includes(status) ? null : text, { status, headers })
}

/** Node says no more than "fetch failed" and puts the reason, as ECONNREFUSED, into the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
