import type { Answer } from '../../request/send.ts'
import { nextAttemptAt, readRetryAfter } from './schedule.ts'

/** The result of an attempt for its delivery, and for its endpoint where the answer disables it. */
export type Outcome = { disable?: 'gone' | 'consumer_request' } & (
  | { delivery: 'succeeded' | 'failed' | 'held' }
  | { delivery: 'pending'; dueAt: number }
)

/** Tells whether the consumer received the event: it answered 2xx, completely. */
export const isReceived = ({ error, status }: Answer): boolean =>
  error === null && status !== null && status >= 200 && status < 300

/** Tells whether the attempt was too much for the consumer, by its answer or because none came in time. */
export const isThrottling = ({ error, status }: Answer): boolean =>
  error?.code === 'timeout' || status === 429 || status === 503

/**
 * The wait that the consumer of a failed attempt asked for by `Retry-After`, at most a day, in milliseconds; null for none.
 *
 * @param real in milliseconds
 */
export const waitAskedFor = (answer: Answer, real: number): number | null =>
  isReceived(answer) ? null : readRetryAfter(answer.headers.retryAfter, real)

/**
 * Decides the outcome of an attempt: after a 2xx the delivery is done, otherwise it is tried again by the schedule, not before
 * `Retry-After`. A 410, or `webhook-delivery: disable` with any status, disables the endpoint; what it is owed is then held.
 *
 * @param counted the number of attempts that used up the schedule, with this one; null when this one does not, so that it stays due
 * @param now business time, in milliseconds
 * @param real in milliseconds
 */
export function outcomeOf(answer: Answer, counted: number | null, now: number, real: number): Outcome {
  const { status, headers } = answer
  const isAsked = headers.webhookDelivery?.trim() === 'disable'
  const disable = status === 410 ? 'gone' : isAsked ? 'consumer_request' : undefined
  if (isReceived(answer)) return { delivery: 'succeeded', ...(disable && { disable }) }
  if (disable) return { delivery: 'held', disable }
  if (counted === null) return { delivery: 'pending', dueAt: now }
  const dueAt = nextAttemptAt(counted, now, waitAskedFor(answer, real))
  return dueAt === null ? { delivery: 'failed' } : { delivery: 'pending', dueAt }
}
