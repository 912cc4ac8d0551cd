/** A request on its way through the layers: plain data, so that it can be sent again. */
export interface Outgoing {
  /** As `organization.unlink`; names the request in errors and logs. */
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one attempt. */
  readonly timeout: number
  readonly maxRetries: number
  readonly safeToRepeat: boolean
}

export type Send = (request: Outgoing) => Promise<Response>

/** Adds one thing to sending, and leaves the rest to the next. */
export type Layer = (next: Send) => Send

/** What the client needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The innermost layer. `globalThis.fetch` is looked up at each call, so that what replaces it later (a mock, a tracer) is used. */
export function network(fetch?: Fetch): Send {
  return ({ url, method, headers, body, signal }) =>
    (fetch ?? globalThis.fetch)(url, {
      method,
      headers,
      body: body ?? null,
      signal: signal ?? null,
      // The API has no redirects, and a followed one could carry credentials elsewhere.
      redirect: 'manual',
    })
}
