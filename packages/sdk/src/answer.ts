import type { AnyProblem, OperationId } from '@sendoff/api'
import { type Described, SendoffError, UnexpectedAnswerError } from './errors.ts'
import { isObject, jsonOf } from './transport/json.ts'

/**
 * Tells an operation's result from its failures.
 *
 * @throws SendoffError for a problem (RFC 9457)
 * @throws UnexpectedAnswerError for what no Sendoff server says, as a proxy's page
 */
export async function resultOf(operation: OperationId, response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const text = await response.text()
  const body = jsonOf(text)
  if (response.ok && isObject(body)) return body
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (!response.ok && isProblem && isObject(body) && typeof body.code === 'string') {
    // Which problems an operation has is known to the types alone.
    throw new SendoffError(operation, response, body as AnyProblem & Described<OperationId>)
  }
  throw new UnexpectedAnswerError(operation, response, text)
}
