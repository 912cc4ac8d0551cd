import type { Called } from '../shape.ts'
import { shapeOf } from './contract.ts'
import { ContractError } from './error.ts'
import { type AnyReplies, answersOf, type Replies, sent } from './replies.ts'
import { checkedRequest } from './request.ts'

/**
 * Makes a reply for nock (15 or newer), typed by the operation. An undocumented request is answered with 501, which no client retries,
 * and the reason.
 *
 * @throws ContractError for an answer that the contract does not document
 * @example nock(baseUrl).get('/v1.0/organization').reply(reply('organization.get', { status: 200, body: organization }))
 */
export function reply<Id extends Called>(
  operation: Id,
  replies: Replies<Id>,
): (request: Request) => Promise<[status: number, body: string, headers: Record<string, string>]> {
  const answers = answersOf(shapeOf(operation), replies as AnyReplies)
  return async (request) => {
    try {
      const { headers } = request
      const { shape, params } = await checkedRequest(request)
      if (shape.id !== operation) throw new ContractError(shape.id, `this is the reply of ${operation}`, headers)
      const idempotencyKey = headers.get('idempotency-key') ?? undefined
      const [status, text, its] = sent(await answers.next({ operation, params, headers, idempotencyKey }))
      return [status, text ?? '', its]
    } catch (error) {
      // A thrown error would look like a network failure, which a client retries.
      if (error instanceof ContractError) return [501, error.message, { 'content-type': 'text/plain' }]
      throw error
    }
  }
}
