import { type Client, type Dispatcher, errors } from 'undici'
import { BodyStart } from './answer.ts'

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

/** The part of an answer that was received; it may break off anywhere. */
export class Received {
  status: number | null = null
  headers: Headers = {}
  /** The time at which the headers were complete, in milliseconds of `performance.now()`. */
  headersAt: number | null = null
  readonly body = new BodyStart()
}

/**
 * Sends a request and receives the answer, to its end or to the limit of a body. It uses undici's `dispatch` and not its `request`, because
 * a stream for a body that is mostly empty costs as much as the rest of the request.
 *
 * @param client a connection with nothing else under way
 * @param received is filled in while the answer is received
 * @param signal ends the request immediately
 * @throws the signal's reason, or undici's error; the part that was received before is in `received`
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
        // Informational answers precede the answer.
        if (status < 200) return
        received.status = status
        received.headers = headers
        received.headersAt = performance.now()
      },
      onResponseData(_, chunk) {
        received.body.add(chunk)
        // The sender closes the connection, because the body did not end.
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

/** Tells whether the body is complete though undici misses bytes: spaces after a length (RFC 9110 section 5.5) make it read another one. */
function isWhole({ headers, body }: Received, cause: unknown): boolean {
  return (
    cause instanceof errors.ResponseContentLengthMismatchError &&
    Number(headers['content-length'] ?? '-') === body.length
  )
}
