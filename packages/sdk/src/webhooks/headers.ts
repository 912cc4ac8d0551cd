import { WebhookVerificationError } from './error.ts'

/** `Headers`, or what Node and Express have as `request.headers`. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** What the headers of a delivery say. */
export interface SignatureHeaders {
  readonly id: string
  /** Seconds since the epoch, as digits. */
  readonly timestamp: string
  /** As `v1,…` and `v1a,…`. */
  readonly signatures: readonly string[]
}

/** Rotation needs a few; a thousand would be an attack on the processor. */
const MOST_SIGNATURES = 20

/** Characters of an id, of which the platform's have 36. It is part of what is signed, so it is not cut. */
const LONGEST_ID = 1024

/**
 * Reads the headers of a delivery.
 *
 * @throws WebhookVerificationError `header_missing`, `header_repeated`, `header_too_long`, `timestamp_invalid`
 */
export function signatureHeaders(headers: WebhookHeaders): SignatureHeaders {
  const id = headerOf(headers, 'webhook-id')
  if (id.length > LONGEST_ID) {
    throw new WebhookVerificationError('header_too_long', `webhook-id must have at most ${LONGEST_ID} characters`)
  }
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature').split(' ', MOST_SIGNATURES)
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError('timestamp_invalid', 'webhook-timestamp must be whole seconds since 1970')
  }
  return { id, timestamp, signatures }
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const values = valuesOf(headers, name)
  // `Headers` and Node join repeated ones so, and in none of ours is there a comma followed by a space.
  if (values.length > 1 || values[0]?.includes(', ')) {
    throw new WebhookVerificationError('header_repeated', `The header ${name} is there more than once`)
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
