import type { Schemas } from '@sendoff/api'
import type { Sealer } from '../../crypto/seal.ts'
import { invalid } from '../../refusal.ts'

const PURPOSE = 'webhook header'

/** A header in the store: name and mask are readable, the value is sealed. */
type Stored = { name: string; masked_value: string; sealed: string }

/**
 * Headers that the platform sets itself, that control the connection (RFC 9110 section 7.6.1), that proxies set, or that make frameworks
 * read another request.
 */
const RESERVED = new Set([
  ...['host', 'date', 'user-agent', 'cookie', 'set-cookie', 'expect', 'origin', 'referer', 'via', 'forwarded'],
  ...[
    'traceparent',
    'tracestate',
    'connection',
    'keep-alive',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
    'x-real-ip',
    'http2-settings',
  ],
  ...['x-forwarded', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip', 'x-original-url', 'x-rewrite-url'],
  ...['x-http-method', 'x-http-method-override', 'x-method-override'],
])
const RESERVED_BEGINNINGS = ['accept', 'content-', 'webhook-', 'ce-', 'proxy-', 'sec-', 'x-forwarded-']

/**
 * Seals the custom headers of an endpoint.
 *
 * @returns JSON to store, null for none
 * @throws {Refusal} `invalid_request` for a name that is reserved or used twice
 */
export function sealHeaders(headers: Schemas['WebhookHeader'][], sealer: Sealer): string | null {
  const seen = new Set<string>()
  for (const [index, { name }] of headers.entries()) {
    const folded = fold(name)
    const reserved = RESERVED.has(folded) || RESERVED_BEGINNINGS.some((beginning) => folded.startsWith(beginning))
    if (reserved) throw invalid(`/headers/${index}/name`, 'webhook.header')
    if (seen.has(folded)) throw invalid(`/headers/${index}/name`, 'list.duplicate')
    seen.add(folded)
  }
  if (headers.length === 0) return null
  const stored = headers.map(({ name, value }) => ({
    name,
    masked_value: masked(value),
    sealed: sealer.seal(value, PURPOSE),
  }))
  return JSON.stringify(stored satisfies Stored[])
}

/** Presents custom headers, with masked values. */
export function presentHeaders(stored: string | null): Schemas['WebhookEndpoint']['headers'] {
  return read(stored).map(({ name, masked_value }) => ({ name, masked_value }))
}

/** Opens custom headers for sending. */
export function openHeaders(stored: string | null, sealer: Sealer): Record<string, string> {
  return Object.fromEntries(read(stored).map(({ name, sealed }) => [name.toLowerCase(), sealer.open(sealed, PURPOSE)]))
}

/** Folds a name like many servers do: CGI and its successors don't distinguish `_` from `-` (RFC 3875 section 4.1.18). */
const fold = (name: string) => name.toLowerCase().replaceAll('_', '-')

const read = (stored: string | null): Stored[] => (stored === null ? [] : JSON.parse(stored))

/** Masks a value: a short one completely, a longer one except the characters that tell it from another. */
const masked = (value: string) => `••••${value.length < 16 ? '' : value.slice(-4)}`
