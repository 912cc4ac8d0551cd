import { WebhookVerificationError } from './error.ts'

/** `Headers`, or the `request.headers` of Node and Express. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** The headers of a delivery. */
export interface SignatureHeaders {
  readonly id: string
  /** Seconds since the epoch, as digits. */
  readonly timestamp: string
  /** The signatures, for example `v1,…` and `v1a,…`. */
  readonly signatures: readonly string[]
}

/** The most signatures that are read. A rotation needs a few; a thousand would be an attack on the CPU. */
const MOST_SIGNATURES = 20

/** The most characters of an id; the platform's have 36. It is part of the signed content, so it is not truncated. */
const LONGEST_ID = 1024

/**
 * Reads the headers of a delivery.
 *
 * @throws WebhookVerificationError `header_missing`, `header_repeated`, `header_too_long`, `timestamp_invalid`
 */
export function signatureHeaders(headers: WebhookHeaders): SignatureHeaders {
  const id = headerOf(headers, 'webhook-id')
  if (id.length > LONGEST_ID) {
    throw new WebhookVerificationError('header_too_long', 'webhook-id must have at most 1024 characters')
  }
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature').split(' ', MOST_SIGNATURES)
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError('timestamp_invalid', 'webhook-timestamp must be whole seconds')
  }
  return { id, timestamp, signatures }
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const values = valuesOf(headers, name)
  // `Headers` and Node join repeated headers like this, and none of ours contains a comma followed by a space.
  if (values.length > 1 || values[0]?.includes(', ')) {
    throw new WebhookVerificationError('header_repeated', `The header ${name} is repeated`)
  }
  if (!values[0]) throw new WebhookVerificationError('header_missing', `The header ${name} is missing`)
  return values[0]
}

function valuesOf(headers: WebhookHeaders, name: string): string[] {
  // Not instanceof Headers: a framework may have its own.
  if (typeof headers.get === 'function') return [headers.get(name) ?? []].flat()
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? [])
}
