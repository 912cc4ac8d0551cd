import { answerText } from './answer-text.ts'
import { UnexpectedAnswerError } from './errors.ts'
import { jsonOf } from './json.ts'
import type { Answer, Fetch, Outgoing, Ready } from './layer.ts'

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
