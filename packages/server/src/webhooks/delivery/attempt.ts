import { toMessage } from '../message/message.ts'
import type { Answer, Sender } from '../request/send.ts'
import { sign } from '../signature/standard-webhooks.ts'
import type { Claimed } from './claim.ts'

/** What one HTTP request came to. */
export type Attempt = { startedAt: number; answer: Answer }

/**
 * Makes one attempt: puts the event into the endpoint's format, signs the bytes (Standard Webhooks 1.0) and sends them.
 *
 * @param base where the platform is reached
 * @returns what came of it; a fault of the consumer is no error here
 */
export async function attempt(claimed: Claimed, sender: Sender, base: string): Promise<Attempt> {
  const startedAt = Date.now()
  const seconds = Math.floor(startedAt / 1000)
  const { eventId: id, secrets, url, endpointId } = claimed
  const { headers, body } = toMessage(claimed.body, claimed.wanted, base)
  const answer = await sender.send({
    key: endpointId,
    url,
    body,
    headers: {
      ...headers,
      'user-agent': 'Sendoff-Webhooks/1.0',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign({ id, timestamp: seconds, body, secrets }),
    },
  })
  return { startedAt, answer }
}
