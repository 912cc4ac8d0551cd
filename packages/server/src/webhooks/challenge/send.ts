import { type KeyObject, randomBytes } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import { timestamp } from '../../clock.ts'
import { newId } from '../../ids.ts'
import type { Answer, Sender } from '../request/send.ts'
import { sign } from '../signature/standard-webhooks.ts'
import type { ClaimedChallenge } from './claim.ts'

/**
 * Sends a challenge, signed by Standard Webhooks 1.0, with the endpoint's custom headers, without which a gateway might refuse it.
 *
 * @param platformKey the platform's Ed25519 key
 * @returns null if it was answered with the same value, otherwise the reason why not
 */
export async function sendChallenge(
  claimed: ClaimedChallenge,
  sender: Sender,
  platformKey: KeyObject,
  now: number,
): Promise<string | null> {
  const { endpointId, url, headers, secrets } = claimed
  const challenge = randomBytes(32).toString('base64url')
  const message: Schemas['WebhookChallenge'] = {
    type: 'webhook_endpoint.challenge',
    timestamp: timestamp(now),
    endpoint_id: endpointId,
    challenge,
  }
  const [id, body, seconds] = [newId('chl'), JSON.stringify(message), Math.floor(Date.now() / 1000)]
  const answer = await sender.send({
    key: endpointId,
    url,
    body,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'user-agent': 'Sendoff-Webhooks/1.0',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': sign({ id, timestamp: seconds, body, secrets, platformKey }),
    },
  })
  return failureOf(answer, challenge)
}

function failureOf({ status, headers, error, body }: Answer, challenge: string): string | null {
  if (error) return `${error.code}: ${error.message}`
  if (headers.location !== undefined) return `It was answered with ${status}, which leads to ${headers.location}`
  if (status === null || status < 200 || status > 299) return `It was answered with ${status}.`
  return challengeIn(body ?? '') === challenge ? null : 'The answer does not hold the challenge.'
}

/** The member `challenge` of an answer in JSON, otherwise the whole answer. */
function challengeIn(body: string): unknown {
  const text = body.trim()
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value.challenge : value
  } catch {
    return text
  }
}
