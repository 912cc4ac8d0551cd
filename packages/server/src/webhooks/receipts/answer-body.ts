import type { Answer as HttpAnswer } from '../request/answer.ts'
import type { Answer } from './transition.ts'

const STATUSES = ['done', 'failed', 'not_applicable'] as const
/** The longest reason and the longest details, in characters; longer ones are cut. */
const MOST = { reason: 500, details: 2000 }

/**
 * Reads the receipt in the answer to a delivery: JSON with `{"receipt": {"status": …, "reason"?: …, "details"?: …}}`. Any
 * other body is a 2xx and no more.
 *
 * @param answer a received 2xx
 */
export function readAnswer({ body, truncated }: Pick<HttpAnswer, 'body' | 'truncated'>): Answer {
  return (truncated ? undefined : answerIn(body ?? '')) ?? { status: 'acknowledged', by: 'endpoint' }
}

function answerIn(body: string): Answer | undefined {
  const receipt = memberOf(parsed(body), 'receipt')
  const status = STATUSES.find((one) => one === memberOf(receipt, 'status'))
  const reason = textOf(memberOf(receipt, 'reason'), MOST.reason)
  const details = textOf(memberOf(receipt, 'details'), MOST.details)
  if (status === undefined || reason === undefined || details === undefined) return undefined
  return { status, reason, details, by: 'endpoint' }
}

function parsed(body: string): unknown {
  // Most answers are empty, or not JSON.
  if (!body.includes('"receipt"')) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** An own member of an object: the text comes from outside, and may name one of every object's. */
function memberOf(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** @returns a text that can be stored; null for none; undefined for anything that is not a text */
function textOf(value: unknown, most: number): string | null | undefined {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return undefined
  // PostgreSQL stores neither NUL nor half a character.
  const text = value.slice(0, most).toWellFormed().replaceAll('\0', '\uFFFD').trim()
  return text === '' ? null : text
}
