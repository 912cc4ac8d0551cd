/** A server that asks for more is asked again after this, so that a call does not look as if it hung. */
const LONGEST = 60_000

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or a date.
 *
 * @returns milliseconds from now, 60,000 at most; `undefined` when the header is missing or is neither
 */
export function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined
  const wait = /^\d+$/.test(header)
    ? Number(header) * 1000
    : // Of what `Date.parse` reads, only an HTTP-date ends so.
      Date.parse(header.endsWith(' GMT') ? header : '') - Date.now()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST)
}
