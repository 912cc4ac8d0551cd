import type { Layer, Outgoing } from './layer.ts'

/** An attempt as a log may show it: no bodies, for they hold passwords and secrets, and no credentials. */
export interface RequestLog {
  /** As `organization.unlink`; `oauth2.token` for the client's own request of a token. */
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The same for every attempt of a call; the server's logs have it too. */
  readonly requestId: string
  /** How many attempts of the call went before. */
  readonly attempt: number
}

export interface ResponseLog extends RequestLog {
  readonly status: number
  /** The headers of the response. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds until the whole body had arrived. */
  readonly duration: number
}

export interface FailureLog extends RequestLog {
  /** A `ConnectionError`, or the reason of the caller's signal. */
  readonly error: unknown
  /** Milliseconds. */
  readonly duration: number
}

export interface Hooks {
  /** Called before each attempt, and awaited. What it throws or rejects with ends the call. */
  readonly onRequest?: (request: RequestLog) => void
  /** Called after each attempt that was answered, and awaited. What it throws or rejects with ends the call. */
  readonly onResponse?: (response: ResponseLog) => void
  /** Called after each attempt that was not answered, and awaited. What it throws or rejects with ends the call. */
  readonly onFailure?: (failure: FailureLog) => void
}

const SECRET = ['authorization', 'set-cookie']

/** Tells the hooks of each attempt. */
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

function logOf({ operation, method, url, headers: sent, attempt = 0 }: Outgoing, headers: Headers): RequestLog {
  const shown: Record<string, string> = {}
  headers.forEach((value, name) => {
    shown[name] = SECRET.includes(name) ? '[redacted]' : value
  })
  const requestId = headers.get('x-request-id') ?? sent.get('x-request-id') ?? ''
  return { operation, method, url, headers: shown, requestId, attempt }
}
