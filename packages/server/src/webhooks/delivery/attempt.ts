import type { KeyObject } from 'node:crypto'
import type { Answer, Sender } from '../request/send.ts'
import { sign } from '../signature/standard-webhooks.ts'
import type { Claimed } from './claim.ts'

/** What one HTTP request came to. */
export type Attempt = { startedAt: number; answer: Answer }

/**
 * Makes one attempt: signs the stored bytes (Standard Webhooks 1.0) and sends them.
 *
 * @returns what came of it; a fault of the consumer is no error here
 */
export async function attempt(claimed: Claimed, sender: Sender, platformKey: KeyObject): Promise<Attempt> {
  const startedAt = Date.now()
  const seconds = Math.floor(startedAt / 1000)
  const { eventId: id, body, secrets, url, endpointId } = claimed
  const answer = await sender.send({
    key: endpointId,
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Sendoff-Webhooks/1.0',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign({ id, timestamp: seconds, body, secrets, platformKey }),
    },
  })
  return { startedAt, answer }
}
