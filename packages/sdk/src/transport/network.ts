import { answerText } from './answer-text.ts'
import { UnexpectedAnswerError } from './errors.ts'
import { jsonOf } from './json.ts'
import type { Answer, Fetch, FetchResponse, Outgoing, Ready } from './layer.ts'
import { plain } from './plain.ts'

/** The headers of every request. The server keeps the request id, so that a call without an answer has one too. */
export function headersOf(contentType?: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'x-request-id': crypto.randomUUID() })
  if (contentType) headers.set('content-type', contentType)
  return headers
}

/** Sends a request. `globalThis.fetch` is looked up for each call, so that a later replacement (a mock, a tracer) is used. */
export function network(fetch?: Fetch): (request: Ready) => Promise<FetchResponse> {
  return async ({ url, method, headers, body, signal }) =>
    (fetch ?? globalThis.fetch)(url, {
      method,
      // An object: the `fetch` of another copy of undici does not take an instance of the global class.
      headers: plain(headers),
      body: body ?? null,
      signal: signal ?? null,
      // The API has no redirects, and following one could leak credentials.
      redirect: 'manual',
    })
}

/**
 * Reads an answer.
 *
 * @throws UnexpectedAnswerError for a success of more than 4 MiB; a refusal is truncated, because its status is enough
 */
export async function answerOf(request: Outgoing, response: FetchResponse): Promise<Answer> {
  const { text, isCut } = await answerText(response, request.signal)
  if (isCut && response.ok) throw new UnexpectedAnswerError(request, { response, text, body: {} }, 'is too large')
  return { response, text, body: jsonOf(text) }
}
