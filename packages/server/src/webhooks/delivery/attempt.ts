import type { KeyObject } from 'node:crypto'
import { type Trace, writeTraceparent } from '../../trace.ts'
import { toMessage } from '../message/message.ts'
import type { Answer, Sender } from '../request/send.ts'
import { sign } from '../signature/standard-webhooks.ts'
import type { Ready } from './pace/endpoint-pace.ts'

/**
 * Makes one attempt: puts the event into the endpoint's format, signs the bytes (Standard Webhooks 1.0) and sends them.
 *
 * @param base where the platform is reached
 * @param platformKey the platform's Ed25519 key
 * @param span of the attempt, which the consumer's trace goes on from (W3C Trace Context)
 * @returns what came of it; a fault of the consumer is no error here
 */
export async function attempt(
  { claimed, url, wanted, secrets }: Ready,
  sender: Sender,
  base: string,
  platformKey: KeyObject,
  span: Trace,
): Promise<Answer> {
  const seconds = Math.floor(Date.now() / 1000)
  const { eventId: id, endpointId } = claimed
  const { headers, body } = toMessage(claimed.body, wanted, base)
  return sender.send({
    key: endpointId,
    url,
    body,
    headers: {
      ...headers,
      'user-agent': 'Sendoff-Webhooks/1.0',
      traceparent: writeTraceparent(span),
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign({ id, timestamp: seconds, body, secrets, platformKey }),
    },
  })
}
