import type { Called } from '../shape.ts'
import { type AnswerOf, type AnyAnswer, checkedAnswer } from './answer.ts'
import type { Shape } from './contract.ts'
import { ContractError } from './error.ts'
import type { Call } from './request.ts'

/**
 * How calls of an operation are answered: always so, by one after the other, or as a function says. What that throws is thrown by
 * `fetch`, as by a network that fails.
 */
export type Replies<Id extends Called> =
  | AnswerOf<Id>
  | readonly AnswerOf<Id>[]
  | ((call: Call<Id>) => AnswerOf<Id> | Promise<AnswerOf<Id>>)

export type AnyReplies = AnyAnswer | readonly AnyAnswer[] | ((call: never) => AnyAnswer | Promise<AnyAnswer>)

export interface Answers {
  readonly next: (call: object) => Promise<AnyAnswer>
  /** How many were never asked for. */
  readonly left: () => number
}

/** @throws ContractError for what is known to be undocumented before anything is called */
export function answersOf(shape: Shape, replies: AnyReplies): Answers {
  if (typeof replies === 'function') {
    return { next: async (call) => checkedAnswer(shape, await replies(call as never)), left: () => 0 }
  }
  if (!isMany(replies)) {
    checkedAnswer(shape, replies)
    return { next: async () => replies, left: () => 0 }
  }
  const waiting = replies.map((answer) => checkedAnswer(shape, answer))
  return {
    next: async () => {
      const answer = waiting.shift()
      if (!answer) throw new ContractError(shape.id, `has ${replies.length} replies, and was called once more`)
      return answer
    },
    left: () => waiting.length,
  }
}

function isMany(replies: AnyAnswer | readonly AnyAnswer[]): replies is readonly AnyAnswer[] {
  return Array.isArray(replies)
}

/** Status, text and headers as the platform would send them. */
export function sent({ status, body, headers }: AnyAnswer): [number, string | null, Record<string, string>] {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  const text = body === undefined ? null : JSON.stringify(body)
  return [status, text, { 'x-request-id': 'req_test', ...(text !== null && { 'content-type': type }), ...headers }]
}
