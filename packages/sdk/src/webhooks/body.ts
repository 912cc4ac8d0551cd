import type { Event } from '@sendoff/api'
import { WebhookVerificationError } from './error.ts'

/** A body as it was received. */
export type RawBody = Uint8Array | string

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Tells a raw body from a parsed one.
 *
 * @param fix what to write so that the bytes are kept
 * @throws WebhookVerificationError `body_already_parsed` for anything but bytes or text
 */
export function rawBodyOf(body: unknown, fix = EXPRESS): RawBody {
  // Not instanceof: a test runner's bytes may come from another realm.
  if (typeof body === 'string' || ArrayBuffer.isView(body)) return body as RawBody
  throw new WebhookVerificationError(
    'body_already_parsed',
    `The signature is over the bytes of the body, and ${body === undefined ? 'nothing' : 'a parsed body'} was given. ${fix}`,
  )
}

const EXPRESS =
  "In Express: app.post(path, express.raw({ type: 'application/json' }), handler), before any express.json()"

/** What is signed: id, timestamp and the bytes of the body, as they are. */
export function signedContent(id: string, timestamp: string, body: RawBody): Uint8Array<ArrayBuffer> {
  const head = `${id}.${timestamp}.`
  if (typeof body === 'string') return encoder.encode(head + body)
  const prefix = encoder.encode(head)
  const content = new Uint8Array(prefix.length + body.byteLength)
  content.set(prefix)
  content.set(new Uint8Array(body.buffer, body.byteOffset, body.byteLength), prefix.length)
  return content
}

/**
 * Reads an event from a body whose signature is good.
 *
 * @throws WebhookVerificationError `body_invalid` when it is not an event in JSON
 */
export function eventOf(body: RawBody): Event {
  try {
    const json = JSON.parse(textOf(body))
    // In structured CloudEvents the event is the data; the other formats have its own bytes.
    const event: unknown = json?.specversion ? json.data : json
    if (typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string') {
      // Signed by the platform, so the contract holds; handlers have room for types that are newer than it.
      return event as Event
    }
  } catch {}
  throw new WebhookVerificationError('body_invalid', 'The body is signed, but is not an event in JSON')
}

/** The same JSON as the platform writes it; `undefined` when the body is that already, or is no JSON. */
export function asWritten(body: RawBody): string | undefined {
  try {
    const text = textOf(body)
    const written = JSON.stringify(JSON.parse(text))
    return written === text ? undefined : written
  } catch {
    return undefined
  }
}

function textOf(body: RawBody): string {
  return typeof body === 'string' ? body : decoder.decode(body)
}
