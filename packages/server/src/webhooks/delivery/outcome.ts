import type { Answer } from '../request/send.ts'
import { nextAttemptAt, retryAfter } from './schedule.ts'

/** What an attempt means for its delivery, and for its endpoint. */
export type Outcome =
  | { delivery: 'succeeded' }
  | { delivery: 'pending'; dueAt: number }
  | { delivery: 'failed' }
  | { delivery: 'held'; disable: 'gone' | 'consumer_request' }

/**
 * Decides what becomes of a delivery: 2xx is done; 410, or `webhook-delivery: disable`, disables the endpoint and holds what it
 * is owed; anything else is tried again by the schedule, not before `Retry-After`.
 *
 * @param attempts how many were made, with this one
 * @param now business time, in milliseconds
 */
export function outcomeOf(answer: Answer, attempts: number, now: number, realNow: number): Outcome {
  const { status, headers } = answer
  if (answer.error === null && status !== null && status >= 200 && status < 300) return { delivery: 'succeeded' }
  if (status === 410) return { delivery: 'held', disable: 'gone' }
  if (headers.webhookDelivery?.trim() === 'disable') return { delivery: 'held', disable: 'consumer_request' }
  const dueAt = nextAttemptAt(attempts, now, retryAfter(headers.retryAfter, realNow))
  return dueAt === null ? { delivery: 'failed' } : { delivery: 'pending', dueAt }
}
