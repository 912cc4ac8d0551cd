import { readHttpDate } from '../../request/http-date.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * The waits before the attempts, in milliseconds: none at first, then longer and longer, about 72 hours in all. Long enough for an outage of a
 * weekend, dense enough at the start that a restart of the consumer costs seconds.
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

/** The longest wait that a consumer can ask for by `Retry-After`, in milliseconds. */
const LONGEST_ASKED_FOR = 24 * HOUR

/**
 * The time at which the next attempt falls due, or null when the schedule is used up.
 *
 * @param attempts the number of attempts so far
 * @param now business time, in milliseconds
 * @param askedFor the wait that the consumer asked for, in milliseconds
 * @param random in [0, 1), spreads the wait by ±20 %, so that deliveries that failed together do not return together
 */
export function nextAttemptAt(
  attempts: number,
  now: number,
  askedFor: number | null,
  random = Math.random(),
): number | null {
  const wait = WAITS[attempts]
  if (wait === undefined) return null
  const spread = wait * (0.8 + 0.4 * random)
  return now + Math.round(Math.max(spread, askedFor ?? 0))
}

/**
 * Reads `Retry-After` (RFC 9110 section 10.2.3): seconds, also with a fraction, as some frameworks send them, or an HTTP date.
 *
 * @param real the real time, in milliseconds
 * @returns a wait of at most a day, in milliseconds, or null when the header is neither or the date is past
 */
export function readRetryAfter(header: string | undefined, real: number): number | null {
  if (header === undefined) return null
  const wait = read(header.trim(), real)
  return wait === null ? null : Math.min(wait, LONGEST_ASKED_FOR)
}

function read(text: string, real: number): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * SECOND)
  const at = readHttpDate(text, real)
  return at !== null && at > real ? at - real : null
}
