import type { Event } from '@sendoff/api'
import { encoder } from '../transport/collected.ts'
import type { Bytes } from '../transport/pieces.ts'
import { checkLength } from './bytes.ts'
import { WebhookVerificationError } from './error.ts'

/** A body, exactly as it was received. */
export type RawBody = Uint8Array | string

/** Every form in which frameworks and runtimes keep a raw body; a `Buffer` is a view, a `File` a `Blob`. */
export type AnyRawBody = RawBody | ArrayBufferView | ArrayBufferLike | Blob

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The tag of an object. `instanceof` fails for bytes of another realm, for example a test runner's. */
const tagOf = (body: unknown) => Object.prototype.toString.call(body)

/** Tells whether a value is bytes or text in any form, and not a parsed body. */
export function isRaw(body: unknown): body is AnyRawBody {
  return typeof body === 'string' || ArrayBuffer.isView(body) || / ((Shared)?ArrayBuffer|Blob|File)]$/.test(tagOf(body))
}

const KEEP = 'Give its bytes as they were received'

/**
 * Returns the bytes of a raw body and refuses a parsed one.
 *
 * @param fix advice on how to keep the bytes, for the message
 * @throws WebhookVerificationError `body_too_large`; `body_already_parsed` for anything but bytes or text
 */
export async function bytesOfBody(body: unknown, maxBytes: number, fix = KEEP): Promise<Bytes> {
  if (!isRaw(body)) {
    const given = body == null ? 'nothing' : isStream(body) ? 'a stream' : 'a parsed body'
    throw new WebhookVerificationError(
      'body_already_parsed',
      `The signature is over the bytes of the body, and ${given} was given. ${fix}`,
    )
  }
  // A text has at least as many bytes as characters.
  checkLength(typeof body === 'string' ? body.length : 'size' in body ? body.size : body.byteLength, maxBytes)
  const bytes = await asBytes(body)
  checkLength(bytes.length, maxBytes)
  return bytes
}

async function asBytes(body: AnyRawBody): Promise<Bytes> {
  if (typeof body === 'string') return encoder.encode(body)
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.byteLength)
  return new Uint8Array('size' in body ? await body.arrayBuffer() : (body as ArrayBuffer))
}

function isStream(body: unknown): boolean {
  return typeof body === 'object' && body !== null && ('getReader' in body || 'pipe' in body)
}

/** The signed content: id, timestamp and the bytes of the body. */
export function signedContent(id: string, timestamp: string, body: Uint8Array): Bytes {
  const prefix = encoder.encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(prefix.length + body.length)
  content.set(prefix)
  content.set(body, prefix.length)
  return content
}

/**
 * Parses the event in a body whose signature is valid.
 *
 * @throws WebhookVerificationError `body_invalid` when the body is not an event in JSON
 */
export function eventOf(body: Uint8Array): Event {
  try {
    const json = JSON.parse(decoder.decode(body))
    // In structured CloudEvents the event is in `data`; in the other formats it is the body.
    const event: unknown = json?.specversion ? json.data : json
    if (typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string') {
      // The platform signed it, so the contract holds; handlers allow for newer types.
      return event as Event
    }
  } catch {}
  throw new WebhookVerificationError('body_invalid', 'The body is not an event in JSON')
}

/** The JSON as the platform serialises it; `undefined` when the body already is, or is not JSON. */
export function asWritten(body: Uint8Array): Uint8Array | undefined {
  try {
    const text = decoder.decode(body)
    const written = JSON.stringify(JSON.parse(text))
    return written === text ? undefined : encoder.encode(written)
  } catch {
    return undefined
  }
}
