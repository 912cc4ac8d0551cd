import type { Answer } from '../request/send.ts'
import { nextAttemptAt, retryAfter } from './schedule.ts'

/** What an attempt means for its delivery, and, if its answer disables it, for its endpoint. */
export type Outcome = { disable?: 'gone' | 'consumer_request' } & (
  | { delivery: 'succeeded' | 'failed' | 'held' }
  | { delivery: 'pending'; dueAt: number }
)

/**
 * Decides what becomes of a delivery: 2xx is done, anything else is tried again by the schedule, not before `Retry-After`. 410, or
 * `webhook-delivery: disable` with any status, disables the endpoint; what it is owed is then held.
 *
 * @param attempts how many were made, with this one
 * @param now business time, in milliseconds
 */
export function outcomeOf(answer: Answer, attempts: number, now: number, realNow: number): Outcome {
  const { status, headers } = answer
  const asked = headers.webhookDelivery?.trim() === 'disable'
  const disable = status === 410 ? 'gone' : asked ? 'consumer_request' : undefined
  if (answer.error === null && status !== null && status >= 200 && status < 300) {
    return { delivery: 'succeeded', ...(disable && { disable }) }
  }
  if (disable) return { delivery: 'held', disable }
  const dueAt = nextAttemptAt(attempts, now, retryAfter(headers.retryAfter, realNow))
  return dueAt === null ? { delivery: 'failed' } : { delivery: 'pending', dueAt }
}
