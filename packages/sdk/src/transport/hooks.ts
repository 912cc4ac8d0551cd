import type { FetchResponse, Layer, Outgoing } from './layer.ts'
import { plain } from './plain.ts'

/** An attempt in a form that is safe to log: without credentials, and without bodies, which hold passwords and secrets. */
export interface RequestLog {
  /** The operation, for example `organization.unlink`; `oauth2.token` for the client's own token requests. */
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The same for all attempts of a call; also in the server's logs. */
  readonly requestId: string
  /** The number of earlier attempts of the call. */
  readonly attempt: number
}

export interface ResponseLog extends RequestLog {
  readonly status: number
  /** The headers of the response. */
  readonly headers: Readonly<Record<string, string>>
  /** The time until the whole body had arrived, in milliseconds. */
  readonly duration: number
}

export interface FailureLog extends RequestLog {
  /** A `ConnectionError`, or the reason of the caller's signal. */
  readonly error: unknown
  /** The time until the failure, in milliseconds. */
  readonly duration: number
}

export interface Hooks {
  /** Called and awaited before each attempt. An error that it throws ends the call. */
  readonly onRequest?: ((request: RequestLog) => void) | undefined
  /** Called and awaited after each attempt that was answered. An error that it throws ends the call. */
  readonly onResponse?: ((response: ResponseLog) => void) | undefined
  /** Called and awaited after each attempt that was not answered. An error that it throws ends the call. */
  readonly onFailure?: ((failure: FailureLog) => void) | undefined
}

const SECRET = ['authorization', 'set-cookie']

/** Calls the hooks for each attempt. */
export function hooks({ onRequest, onResponse, onFailure }: Hooks): Layer {
  return (next) => async (request) => {
    await onRequest?.(logOf(request, request.headers))
    const start = performance.now()
    const duration = () => performance.now() - start
    const answer = await next(request).catch(async (error: unknown) => {
      await onFailure?.({ ...logOf(request, request.headers), error, duration: duration() })
      throw error
    })
    const { status, headers } = answer.response
    await onResponse?.({ ...logOf(request, headers), status, duration: duration() })
    return answer
  }
}

function logOf(
  { operation, method, url, headers: sent, attempt = 0 }: Outgoing,
  headers: FetchResponse['headers'],
): RequestLog {
  const requestId = headers.get('x-request-id') ?? sent.get('x-request-id') ?? ''
  return { operation, method, url, headers: plain(headers, SECRET), requestId, attempt }
}
