import type { Called } from '../shape.ts'
import { type AnswerOf, type AnyAnswer, checkedAnswer } from './answer.ts'
import type { Shape } from './contract.ts'
import { ContractError } from './error.ts'
import type { Call } from './request.ts'

/**
 * The answers to the calls of an operation: always the same, one after the other, or by a function. An error of the function is thrown
 * by `fetch`, like a failure of the network.
 */
export type Replies<Id extends Called> =
  | AnswerOf<Id>
  | readonly AnswerOf<Id>[]
  | ((call: Call<Id>) => AnswerOf<Id> | Promise<AnswerOf<Id>>)

export type AnyReplies = AnyAnswer | readonly AnyAnswer[] | ((call: never) => AnyAnswer | Promise<AnyAnswer>)

export interface Answers {
  readonly next: (call: object) => Promise<AnyAnswer>
  /** Returns the number of answers that were not used. */
  readonly left: () => number
}

/** @throws ContractError for undocumented answers that are known before the first call */
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
      if (!answer) throw new ContractError(shape.id, `has ${replies.length} replies, and was called again`)
      return answer
    },
    left: () => waiting.length,
  }
}

function isMany(replies: AnyAnswer | readonly AnyAnswer[]): replies is readonly AnyAnswer[] {
  return Array.isArray(replies)
}

/** The status, text and headers that the platform would send. */
export function sent({ status, body, headers }: AnyAnswer): [number, string | null, Record<string, string>] {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  const text = body === undefined ? null : JSON.stringify(body)
  return [status, text, { 'x-request-id': 'req_test', ...(text !== null && { 'content-type': type }), ...headers }]
}
