import { readHttpDate } from '../../request/http-date.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * The waits before the attempts, in milliseconds: at once, then ever longer, about 72 hours in all. Long enough for a weekend
 * of outage, dense enough at the start that a restart costs seconds.
 */
export const WAITS: readonly number[] = [
  0,
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  12 * HOUR,
  16 * HOUR,
  16 * HOUR,
]

/** What a consumer asks for by `Retry-After` is followed up to here, in milliseconds. */
const LONGEST_HINT = 24 * HOUR

/** What is followed of a wait that the consumer asked for, in milliseconds. */
export const followed = (hint: number | null): number | null => (hint === null ? null : Math.min(hint, LONGEST_HINT))

/**
 * When the next attempt falls due, or null when the schedule is used up.
 *
 * @param attempts how many attempts were made
 * @param now business time, in milliseconds
 * @param hint the wait that the consumer asked for, in milliseconds
 * @param random in [0, 1), spreads the wait by ±20 %, so that what failed together does not return together
 */
export function nextAttemptAt(
  attempts: number,
  now: number,
  hint: number | null,
  random = Math.random(),
): number | null {
  const wait = WAITS[attempts]
  if (wait === undefined) return null
  const spread = wait * (0.8 + 0.4 * random)
  return now + Math.round(Math.max(spread, followed(hint) ?? 0))
}

/**
 * Reads `Retry-After` (RFC 9110 section 10.2.3): seconds, also with a fraction, as some frameworks send them, or an HTTP date.
 *
 * @param realNow the real time, in milliseconds
 * @returns milliseconds, or null when it is neither, or is past
 */
export function retryAfter(header: string | undefined, realNow: number): number | null {
  if (header === undefined) return null
  const text = header.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * SECOND)
  const at = readHttpDate(text, realNow)
  return at !== null && at > realNow ? at - realNow : null
}
