import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import { isSampled, readTraceparent, spanOfAttempt, type Trace, type Tracer, writeTraceparent } from '../../trace.ts'
import { toMessage } from '../message/message.ts'
import type { Answer, Sender } from '../request/send.ts'
import { signMessage } from '../signature/standard-webhooks.ts'
import type { Claimed, Ready } from './pace/claimed.ts'

/** The parts of the engine that an attempt needs. */
export type AttemptParts = {
  sender: Sender
  logger: Logger
  /** The base URL of the platform. */
  base: string
  /** The platform's current Ed25519 key. */
  platformKey(): KeyObject
  tracer?: Tracer | undefined
}

/**
 * Makes one attempt: puts the event into the endpoint's format, signs the bytes (Standard Webhooks 1.0), sends them, and logs the
 * result. The consumer's trace continues from the attempt's (W3C Trace Context).
 *
 * @returns the answer; a fault of the consumer is no error here
 */
export async function attempt(
  { claimed, url, wanted, secrets }: Ready,
  { sender, logger, base, platformKey, tracer }: AttemptParts,
): Promise<Answer> {
  const seconds = Math.floor(Date.now() / 1000)
  const { eventId: id, endpointId } = claimed
  const { headers, body } = toMessage(claimed.body, wanted, base)
  const { signature, bytes } = signMessage({ id, timestamp: seconds, body, secrets, platformKey: platformKey() })
  const span = spanOfAttempt(claimed.deliveryId, claimed.traceparent, tracer)
  const startedAt = Date.now()
  const answer = await sender.send({
    key: endpointId,
    url,
    body: bytes,
    headers: {
      ...headers,
      'user-agent': 'Sendoff-Webhooks/1.0',
      traceparent: writeTraceparent(span),
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature,
    },
  })
  log(logger, claimed, answer, span)
  if (tracer && isSampled(span)) tracer.record(endedSpan(claimed, answer, span, startedAt))
  return answer
}

/** The attempt as a child of the request that made the event; without the URL, which may hold a secret. */
function endedSpan(claimed: Claimed, { status, error, timings }: Answer, trace: Trace, startedAt: number) {
  return {
    name: `deliver ${claimed.type}`,
    kind: 'client' as const,
    trace,
    parent: readTraceparent(claimed.traceparent ?? undefined),
    startedAt,
    durationMs: timings.totalMs ?? 0,
    attributes: {
      'http.request.method': 'POST',
      ...(status !== null && { 'http.response.status_code': status }),
      ...(error && { 'error.type': error.code }),
      'sendoff.event_id': claimed.eventId,
      'sendoff.delivery_id': claimed.deliveryId,
      'sendoff.endpoint_id': claimed.endpointId,
      'sendoff.attempt': claimed.attempts + 1,
    },
    hasFailed: error !== null || status === null || status >= 400,
  }
}

/** Logs an attempt, without anything that was sent or answered. */
function log(logger: Logger, claimed: Claimed, answer: Answer, { traceId, spanId }: Trace): void {
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
