import type { Event } from '@sendoff/api'
import { WebhookVerificationError } from './error.ts'

/**
 * The bytes of a body.
 *
 * @throws WebhookVerificationError `body_already_parsed` for anything but bytes or text
 */
export function bytesOfBody(body: unknown): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  // Not instanceof: a test runner's bytes may come from another realm.
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  throw new WebhookVerificationError(
    'body_already_parsed',
    `The signature is over the bytes of the body, and ${body === undefined ? 'nothing' : 'a parsed body'} was given. ` +
      "In Express: app.post(path, express.raw({ type: 'application/json' }), handler), before any express.json()",
  )
}

/**
 * Reads an event from bytes whose signature is good.
 *
 * @throws WebhookVerificationError `body_invalid` when they are not an event in JSON
 */
export function eventOf(bytes: Uint8Array): Event {
  try {
    const event: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string') {
      // Signed by the platform, so the contract holds; `handle` has room for types that are newer than it.
      return event as Event
    }
  } catch {}
  throw new WebhookVerificationError('body_invalid', 'The body is signed, but is not an event in JSON')
}
