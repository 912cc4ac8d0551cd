import type { OperationId } from '@sendoff/api'
import { SendoffError, UnexpectedAnswerError } from './transport/errors.ts'
import { isObject } from './transport/json.ts'
import type { Answer, Outgoing } from './transport/layer.ts'

/**
 * Tells an operation's result from its failures.
 *
 * @throws SendoffError for a problem (RFC 9457)
 * @throws UnexpectedAnswerError for an answer that no Sendoff server gives, for example a proxy's page
 */
export function resultOf(
  request: Outgoing & { readonly operation: OperationId },
  answer: Answer,
  isList: boolean,
): unknown {
  const { response, body } = answer
  if (response.status === 204) return undefined
  if (response.ok && isObject(body) && (!isList || isPage(body))) return body
  const isProblem = response.headers.get('content-type')?.toLowerCase().startsWith('application/problem+json')
  if (!response.ok && isProblem && isObject(body) && typeof body.code === 'string') {
    throw new SendoffError(request, answer, body)
  }
  throw new UnexpectedAnswerError(request, answer)
}

/** A cursor goes into the next request, so it has to be text. */
function isPage({ data, next_cursor }: Record<string, unknown>): boolean {
  return Array.isArray(data) && (typeof next_cursor === 'string' || next_cursor == null)
}
