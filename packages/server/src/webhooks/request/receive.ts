import { type Client, type Dispatcher, errors } from 'undici'
import { BodyStart } from './answer.ts'

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

/** What has come of an answer, which may break off anywhere. */
export class Received {
  status: number | null = null
  headers: Headers = {}
  /** When the headers had come, in milliseconds of `performance.now()`. */
  headersAt: number | null = null
  readonly body = new BodyStart()
}

/**
 * Send a request and receive the answer to its end, or to the limit of what is read of a body.
 *
 * By undici's `dispatch` and not its `request`: a stream for a body that mostly is empty costs as much as the rest of the request.
 *
 * @param client a connection with nothing else under way
 * @param request what to send
 * @param received is filled in as the answer comes
 * @param signal ends it at once
 * @throws the signal's reason, or what undici fails with; what came before is kept in `received`
 */
export function receive(
  client: Client,
  request: Dispatcher.DispatchOptions,
  received: Received,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let abort = (_reason: Error): void => {}
    const onAbort = () => {
      abort(signal.reason)
      fail(signal.reason)
    }
    const succeed = () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    }
    const fail = (cause: unknown) => {
      signal.removeEventListener('abort', onAbort)
      reject(cause)
    }
    signal.addEventListener('abort', onAbort)
    client.dispatch(request, {
      onRequestStart(controller) {
        abort = (reason) => controller.abort(reason)
        if (signal.aborted) abort(signal.reason)
      },
      onResponseStart(_, status, headers) {
        // Informational ones precede the answer.
        if (status < 200) return
        received.status = status
        received.headers = headers
        received.headersAt = performance.now()
      },
      onResponseData(_, chunk) {
        received.body.add(chunk)
        // Whoever lent the connection closes it, because the body did not end.
        if (received.body.isFull) succeed()
      },
      onResponseEnd() {
        received.body.ended = true
        succeed()
      },
      onResponseError(_, cause) {
        if (!isWhole(received, cause)) return fail(cause)
        received.body.ended = true
        succeed()
      },
    })
  })
}

/** Tells whether undici misses bytes that have come: spaces after a length, which RFC 9110 section 5.5 allows, make it read another one. */
function isWhole({ headers, body }: Received, cause: unknown): boolean {
  return (
    cause instanceof errors.ResponseContentLengthMismatchError &&
    Number(headers['content-length'] ?? '-') === body.length
  )
}
