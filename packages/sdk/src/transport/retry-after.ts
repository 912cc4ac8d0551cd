/** The longest wait that is honoured, so that a call does not seem to hang. Milliseconds. */
const LONGEST = 60_000

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or a date.
 *
 * @returns the wait in milliseconds, at most 60,000; `undefined` when the header is missing or neither
 */
export function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined
  const wait = /^\d+$/.test(header)
    ? Number(header) * 1000
    : // `Date.parse` reads more formats, but only an HTTP-date ends like this.
      Date.parse(header.endsWith(' GMT') ? header : '') - Date.now()
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST)
}
