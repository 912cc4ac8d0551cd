import { UnexpectedAnswerError } from '../errors.ts'
import { answerText } from './answer-text.ts'
import { jsonOf } from './json.ts'
import type { Limits } from './limits.ts'

/** A request on its way through the layers: plain data, so that it can be sent again. */
export interface Outgoing extends Limits {
  /** As `organization.unlink`; names the request in errors and logs. */
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Headers
  /** A function makes it anew for each attempt. */
  readonly body?: string | (() => Promise<string>) | undefined
  readonly signal?: AbortSignal | undefined
  /** When the total timeout is over, in milliseconds since the epoch. */
  readonly until?: number
  /** How many attempts went before. */
  readonly attempt?: number
  readonly safeToRepeat: boolean
}

/** A request whose body is made. */
export interface Ready extends Outgoing {
  readonly body?: string | undefined
}

/** An answer that was read. */
export interface Answer {
  readonly response: Response
  readonly text: string
  /** The JSON in it; the text where it is none. */
  readonly body: unknown
  /** How many attempts went before the one that was answered. */
  readonly attempt?: number
}

export type Send = (request: Outgoing) => Promise<Answer>

/** Adds one thing to sending, and leaves the rest to the next. */
export type Layer = (next: Send) => Send

/** What the client needs of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The headers of every request. The server takes the id for its own, so a request has one even when no answer comes. */
export function headersOf(contentType?: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'x-request-id': crypto.randomUUID() })
  if (contentType) headers.set('content-type', contentType)
  return headers
}

/** Sends. `globalThis.fetch` is looked up at each call, so that what replaces it later (a mock, a tracer) is used. */
export function network(fetch?: Fetch): (request: Ready) => Promise<Response> {
  return async ({ url, method, headers, body, signal }) =>
    (fetch ?? globalThis.fetch)(url, {
      method,
      headers,
      body: body ?? null,
      signal: signal ?? null,
      // The API has no redirects, and a followed one could carry credentials elsewhere.
      redirect: 'manual',
    })
}

/**
 * Reads an answer.
 *
 * @throws UnexpectedAnswerError for a success beyond 4 MiB; a refusal is cut, because its status says what to do
 */
export async function answerOf(request: Outgoing, response: Response): Promise<Answer> {
  const { text, isCut } = await answerText(response, request.signal)
  if (isCut && response.ok)
    throw new UnexpectedAnswerError(request, { response, text, body: undefined }, 'is too large')
  return { response, text, body: jsonOf(text) }
}
