import type { Event } from '@sendoff/api'
import { bytesOfBody, eventOf } from './body.ts'
import { WebhookVerificationError } from './error.ts'
import { keysOf, matches, signedContent } from './signature.ts'

/** `Headers`, or what Node and Express have as `request.headers`. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerifyOptions {
  /** The endpoint's secret, `whsec_…`; several while it is being rotated. */
  readonly secrets: string | readonly string[]
  /** Seconds by which the timestamp may be off, either way. @default 300 */
  readonly tolerance?: number
  /** Milliseconds since the epoch. @default Date.now() */
  readonly now?: number
}

/** Rotation needs a few; a thousand would be an attack on the processor. */
const MOST_SIGNATURES = 20

/**
 * Verifies a delivery and returns its event (Standard Webhooks 1.0, `v1`).
 *
 * @param rawBody the body exactly as received, before any parsing
 * @param headers with `webhook-id`, `webhook-timestamp`, `webhook-signature`
 * @throws WebhookVerificationError whose `code` says what is wrong
 */
export async function verify(
  rawBody: Uint8Array | string,
  headers: WebhookHeaders,
  { secrets, tolerance = 300, now = Date.now() }: VerifyOptions,
): Promise<Event> {
  const body = bytesOfBody(rawBody)
  const keys = await keysOf(secrets)
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature').split(' ', MOST_SIGNATURES)
  checkTimestamp(timestamp, Math.floor(now / 1000), tolerance)

  const content = signedContent(id, timestamp, body)
  const verdicts = signatures
    .filter((signature) => signature.startsWith('v1,'))
    .flatMap((signature) => keys.map((key) => matches(key, signature.slice(3), content)))
  // All of them are awaited, so that the time taken does not tell which one was good.
  if (!(await Promise.all(verdicts)).includes(true)) {
    throw new WebhookVerificationError(
      'signature_mismatch',
      'No signature matches: either a secret is of another endpoint, or the body was changed after it was received',
    )
  }
  return eventOf(body)
}

function headerOf(headers: WebhookHeaders, name: string): string {
  // Not instanceof Headers: a framework may have its own.
  const entries = Symbol.iterator in headers ? [...headers] : Object.entries(headers)
  const values = entries.filter(([key]) => key.toLowerCase() === name).flatMap(([, value]) => value ?? [])
  // Repeated ones are joined, as `Headers` does: neither an id nor a timestamp survives that.
  const value = values.join(', ')
  if (!value) throw new WebhookVerificationError('header_missing', `The header ${name} is missing`)
  return value
}

function checkTimestamp(timestamp: string, now: number, tolerance: number): void {
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError('timestamp_invalid', 'webhook-timestamp must be whole seconds since 1970')
  }
  const age = now - Number(timestamp)
  // "Not within", rather than "beyond": a tolerance of NaN must let nothing through.
  if (Math.abs(age) <= tolerance) return
  throw age < 0
    ? new WebhookVerificationError(
        'timestamp_too_new',
        `webhook-timestamp is ${-age} s ahead, ${tolerance} s are allowed`,
      )
    : new WebhookVerificationError('timestamp_too_old', `webhook-timestamp is ${age} s old, ${tolerance} s are allowed`)
}
