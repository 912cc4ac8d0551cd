import type { Failure } from './failure.ts'

/** The result of one attempt. The webhook was received if `error` is null and `status` is 2xx. */
export type Answer = {
  /** The status code; also set beside an `error` when the answer broke off after its headers. */
  status: number | null
  /** The headers that steer delivery, as sent, cut to 256 characters, and the target of a redirect. */
  headers: { retryAfter?: string; webhookDelivery?: string; location?: string }
  /** The first 4 KiB of the body as text, or null if there was no answer; never decompressed. */
  body: string | null
  /** True if `body` is less than the receiver sent. */
  truncated: boolean
  error: Failure | null
  timings: Timings
}

/** The durations of an attempt, in milliseconds; null for steps that were not reached, or not needed because a connection was reused. */
export type Timings = {
  /** The resolution of the name. */
  dnsMs: number | null
  /** The TCP connection. */
  connectMs: number | null
  /** The TLS handshake. */
  tlsMs: number | null
  /** From the start of the attempt to the answer's headers. */
  firstByteMs: number | null
  /** From the start of the attempt to its end. */
  totalMs: number | null
}

const MAX_READ = 16 * 1024
const MAX_KEPT = 4 * 1024
const MAX_LOCATION = 2048

/** The beginning of a body that is being received. */
export class BodyStart {
  readonly #chunks: Uint8Array[] = []
  #length = 0
  /** True if the body ended before the limit. */
  ended = false

  /** Takes the next chunk, unless the limit is reached. */
  add(chunk: Uint8Array): void {
    if (this.isFull) return
    // A copy: the chunk is a view on a socket buffer many times its size.
    if (this.#length < MAX_KEPT) this.#chunks.push(new Uint8Array(chunk.subarray(0, MAX_KEPT - this.#length)))
    this.#length += chunk.length
  }

  /** The number of bytes received. */
  get length(): number {
    return this.#length
  }

  /** True if more than 16 KiB were received, after which nothing more is read. */
  get isFull(): boolean {
    return this.#length > MAX_READ
  }

  /** True if there was, or may have been, more than `text` has. */
  get truncated(): boolean {
    return !this.ended || this.#length > MAX_KEPT
  }

  /** The first 4 KiB. Bytes that are not UTF-8 are replaced, and so is NUL, which PostgreSQL does not store. */
  get text(): string {
    if (this.#length === 0) return ''
    const decoder = new TextDecoder()
    // `stream` leaves out a character cut in half by the limit.
    return decoder.decode(Buffer.concat(this.#chunks), { stream: this.truncated }).replaceAll('\0', '\uFFFD')
  }
}

/** The head of an answer; names of headers are in lower case. */
type Head = { status: number | null; headers: Record<string, string | string[] | undefined> }

/**
 * Picks out the headers that steer delivery.
 *
 * @param url the URL of the request
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

/** Resolves `Location` (RFC 9110 section 10.2.2), and leaves out the parts of a URL that may hold secrets. */
function target(location: string | string[] | undefined, base: string): string | undefined {
  const value = first(location, MAX_LOCATION)
  const url = value === undefined ? null : URL.parse(value, base)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined
  return (url.origin + url.pathname).slice(0, MAX_LOCATION)
}

function first(value: string | string[] | undefined, maxLength: number): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.slice(0, maxLength)
}
