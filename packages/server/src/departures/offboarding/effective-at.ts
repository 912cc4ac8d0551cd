import { invalid } from '../../refusal.ts'

/** The last moment that RFC 3339 can express, in the year 9999. */
const LATEST = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Parses the time at which an offboarding takes effect.
 *
 * @returns milliseconds since 1970
 * @throws {Refusal} `invalid_request` beyond the year 9999
 */
export function parseEffectiveAt(text: string): number {
  const time = Date.parse(text)
  if (time > LATEST) throw invalid('/effective_at', 'time.latest')
  return time
}
