import type { Layer, Outgoing } from './layer.ts'

/** An attempt as a log may show it: no bodies, for they hold passwords and secrets, and no credentials. */
export interface RequestLog {
  /** As `organization.unlink`; `oauth2.token` for the client's own request of a token. */
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface ResponseLog extends RequestLog {
  readonly status: number
  /** The headers of the response. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds until the whole body had arrived. */
  readonly duration: number
}

export interface Hooks {
  /** Called before each attempt. What it throws ends the call. */
  readonly onRequest?: (request: RequestLog) => void
  /** Called after each attempt that was answered. What it throws ends the call. */
  readonly onResponse?: (response: ResponseLog) => void
}

const SECRET = ['authorization', 'set-cookie']

/** Tells the hooks of each attempt. */
export function hooks({ onRequest, onResponse }: Hooks): Layer {
  return (next) => async (request) => {
    onRequest?.(logOf(request, request.headers))
    const start = performance.now()
    const response = await next(request)
    const duration = performance.now() - start
    onResponse?.({ ...logOf(request, response.headers), status: response.status, duration })
    return response
  }
}

function logOf({ operation, method, url }: Outgoing, headers: Headers): RequestLog {
  const shown: Record<string, string> = {}
  headers.forEach((value, name) => {
    shown[name] = SECRET.includes(name) ? '[redacted]' : value
  })
  return { operation, method, url, headers: shown }
}
