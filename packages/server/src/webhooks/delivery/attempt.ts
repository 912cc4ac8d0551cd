import type { KeyObject } from 'node:crypto'
import type { Answer, Sender } from '../request/send.ts'
import { sign } from '../signature/standard-webhooks.ts'
import type { Ready } from './lane.ts'

/**
 * Makes one attempt: signs the stored bytes (Standard Webhooks 1.0) and sends them.
 *
 * @returns what came of it; a fault of the consumer is no error here
 */
export async function attempt(
  { claimed, url, secrets }: Ready,
  sender: Sender,
  platformKey: KeyObject,
): Promise<Answer> {
  const seconds = Math.floor(Date.now() / 1000)
  const { eventId: id, body, endpointId } = claimed
  return sender.send({
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
}
