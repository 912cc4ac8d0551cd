import type { Failure } from './failure.ts'

/** What came of one attempt. It was received when `error` is null and `status` is 2xx. */
export interface Answer {
  /** The status code; also set beside an `error` when the answer broke off after its headers. */
  readonly status: number | null
  /** The answer's headers that steer delivery, as sent, cut to 256 characters, and where a redirect leads. */
  readonly headers: { retryAfter?: string; webhookDelivery?: string; location?: string }
  /** The first 4 KiB of the body as text, or null when there was no answer; never decompressed. */
  readonly body: string | null
  /** Whether `body` is less than the receiver sent. */
  readonly truncated: boolean
  readonly error: Failure | null
  readonly timings: Timings
}

/** How long an attempt took, in milliseconds; null for what was not reached, or not done since a connection was reused. */
export interface Timings {
  /** Resolving the name. */
  dnsMs: number | null
  /** Connecting, TCP. */
  connectMs: number | null
  /** The TLS handshake. */
  tlsMs: number | null
  /** From the start of the attempt to the answer's headers. */
  firstByteMs: number | null
  /** From the start of the attempt to its end. */
  totalMs: number | null
}

const maxRead = 16 * 1_024
const maxKept = 4 * 1_024
const maxLocation = 2_048

/** The beginning of a body, as far as it has come. */
export class BodyStart {
  readonly #chunks: Uint8Array[] = []
  #length = 0
  /** Whether the body ended before the limit of what is read. */
  ended = false

  /** Take what comes next; what comes after the limit is not taken. */
  add(chunk: Uint8Array): void {
    if (this.isFull) return
    // A copy: the chunk is a view on a socket buffer many times its size.
    if (this.#length < maxKept) this.#chunks.push(new Uint8Array(chunk.subarray(0, maxKept - this.#length)))
    this.#length += chunk.length
  }

  /** The number of bytes that have come. */
  get length(): number {
    return this.#length
  }

  /** Whether more than 16 KiB have come, after which nothing more is read. */
  get isFull(): boolean {
    return this.#length > maxRead
  }

  /** Whether there was, or may have been, more than `text` has. */
  get truncated(): boolean {
    return !this.ended || this.#length > maxKept
  }

  /** The first 4 KiB, bytes that are not UTF-8 replaced, and NUL too, which PostgreSQL does not store. */
  get text(): string {
    if (this.#length === 0) return ''
    const decoder = new TextDecoder()
    // `stream` leaves out a character cut in half by the limit.
    return decoder.decode(Buffer.concat(this.#chunks), { stream: this.truncated }).replaceAll('\0', '\uFFFD')
  }
}

/** An answer as far as {@link steeringHeaders} needs it; names of headers are in lower case. */
type Head = { status: number | null; headers: Record<string, string | string[] | undefined> }

/**
 * Pick out the headers that steer delivery.
 *
 * @param url where the request went
 */
export function steeringHeaders({ status, headers }: Head, url: string): Answer['headers'] {
  const retryAfter = first(headers['retry-after'], 256)
  const webhookDelivery = first(headers['webhook-delivery'], 256)
  const location = status !== null && status >= 300 && status < 400 ? target(headers.location, url) : undefined
  return {
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(webhookDelivery === undefined ? {} : { webhookDelivery }),
    ...(location === undefined ? {} : { location }),
  }
}

/** Where `Location` leads (RFC 9110 section 10.2.2), without the parts of a URL in which secrets are put. */
function target(location: string | string[] | undefined, base: string): string | undefined {
  const value = first(location, maxLocation)
  const url = value === undefined ? null : URL.parse(value, base)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined
  return (url.origin + url.pathname).slice(0, maxLocation)
}

function first(value: string | string[] | undefined, maxLength: number): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.slice(0, maxLength)
}
