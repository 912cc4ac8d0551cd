import type { Logger } from 'pino'
import type { Trace } from '../../trace.ts'
import type { Answer } from '../request/send.ts'
import type { Claimed } from './queue/claimed.ts'

/** A line of the log for each attempt, without what was sent or answered. */
export function logAttempt(logger: Logger, claimed: Claimed, answer: Answer, { traceId, spanId }: Trace): void {
  if (!logger.isLevelEnabled('info')) return
  logger.info({
    delivery_id: claimed.deliveryId,
    event_id: claimed.eventId,
    endpoint_id: claimed.endpointId,
    attempt: claimed.attempts + 1,
    status: answer.status,
    ...(answer.error && { error: answer.error.code }),
    duration_ms: Math.round(answer.timings.totalMs ?? 0),
    trace_id: traceId,
    span_id: spanId,
  })
}
