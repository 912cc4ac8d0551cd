import type { Event } from '@sendoff/api'
import { checkLength } from './bytes.ts'
import { WebhookVerificationError } from './error.ts'

/** A body as it was received. */
export type RawBody = Uint8Array | string

/** All that frameworks and runtimes keep a raw body in: a `Buffer` is a view, a `File` a `Blob`. */
export type AnyRawBody = RawBody | ArrayBufferView | ArrayBufferLike | Blob

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** By its tag, not by instanceof: a test runner's bytes may come from another realm. */
const tagOf = (body: unknown) => Object.prototype.toString.call(body).slice(8, -1)

/** Tells whether a value is bytes or text, in any form, and was not parsed. */
export function isRaw(body: unknown): body is AnyRawBody {
  return (
    typeof body === 'string' ||
    ArrayBuffer.isView(body) ||
    ['ArrayBuffer', 'SharedArrayBuffer', 'Blob', 'File'].includes(tagOf(body))
  )
}

/**
 * Gets the bytes of a raw body, and refuses a parsed one.
 *
 * @param fix says how to keep the bytes
 * @throws WebhookVerificationError `body_too_large`; `body_already_parsed` for anything but bytes or text
 */
export async function bytesOfBody(body: unknown, maxBytes = Infinity, fix = EXPRESS): Promise<Uint8Array<ArrayBuffer>> {
  if (!isRaw(body)) {
    const given = body == null ? 'nothing' : isStream(body) ? 'a stream' : 'a parsed body'
    throw new WebhookVerificationError(
      'body_already_parsed',
      `The signature is over the bytes of the body, and ${given} was given. ${fix}`,
    )
  }
  // The characters of a text: its bytes are at least as many.
  checkLength(typeof body === 'string' ? body.length : 'size' in body ? body.size : body.byteLength, maxBytes)
  const bytes = await asBytes(body)
  checkLength(bytes.length, maxBytes)
  return bytes
}

async function asBytes(body: AnyRawBody): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof body === 'string') return encoder.encode(body)
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.byteLength)
  return new Uint8Array('size' in body ? await body.arrayBuffer() : (body as ArrayBuffer))
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('getReader' in body || 'pipe' in body)
}

const EXPRESS =
  "In Express: app.post(path, express.raw({ type: 'application/json' }), handler), before any express.json()"

/** What is signed: id, timestamp and the bytes of the body, as they are. */
export function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = encoder.encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(prefix.length + body.length)
  content.set(prefix)
  content.set(body, prefix.length)
  return content
}

/**
 * Reads an event from a body whose signature is good.
 *
 * @throws WebhookVerificationError `body_invalid` when it is not an event in JSON
 */
export function eventOf(body: Uint8Array): Event {
  try {
    const json = JSON.parse(decoder.decode(body))
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
export function asWritten(body: Uint8Array): Uint8Array | undefined {
  try {
    const text = decoder.decode(body)
    const written = JSON.stringify(JSON.parse(text))
    return written === text ? undefined : encoder.encode(written)
  } catch {
    return undefined
  }
}
