import type { Answer } from '../../request/send.ts'
import { nextAttemptAt, retryAfter } from './schedule.ts'

/** What an attempt means for its delivery, and, if its answer disables it, for its endpoint. */
export type Outcome = { disable?: 'gone' | 'consumer_request' } & (
  | { delivery: 'succeeded' | 'failed' | 'held' }
  | { delivery: 'pending'; dueAt: number }
)

/** Whether the consumer has it: a 2xx, completely answered. */
export const isReceived = ({ error, status }: Answer): boolean =>
  error === null && status !== null && status >= 200 && status < 300

/** Whether the answer, or that there was none in time, says that it was too much for the consumer. */
export const isThrottling = ({ error, status }: Answer): boolean =>
  error?.code === 'timeout' || status === 429 || status === 503

/**
 * Whether it may be our own network that failed, and not the consumer: nothing came of the name or of the connection.
 */
export const isOfTheNetwork = ({ error, status }: Answer): boolean =>
  status === null && error !== null && ['dns', 'connect'].includes(error.code)

/**
 * Decides what becomes of a delivery: 2xx is done, anything else is tried again by the schedule, not before `Retry-After`. 410, or
 * `webhook-delivery: disable` with any status, disables the endpoint; what it is owed is then held.
 *
 * @param counted how many attempts used up the schedule, with this one; null when this one does not, and it stays due
 * @param now business time, in milliseconds
 */
export function outcomeOf(answer: Answer, counted: number | null, now: number, realNow: number): Outcome {
  const { status, headers } = answer
  const asked = headers.webhookDelivery?.trim() === 'disable'
  const disable = status === 410 ? 'gone' : asked ? 'consumer_request' : undefined
  if (isReceived(answer)) return { delivery: 'succeeded', ...(disable && { disable }) }
  if (disable) return { delivery: 'held', disable }
  if (counted === null) return { delivery: 'pending', dueAt: now }
  const dueAt = nextAttemptAt(counted, now, retryAfter(headers.retryAfter, realNow))
  return dueAt === null ? { delivery: 'failed' } : { delivery: 'pending', dueAt }
}
