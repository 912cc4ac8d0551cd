import type { Selectable } from 'kysely'
import type { Schema } from '../../../store/schema.ts'
import type { Answer } from '../../request/send.ts'
import { isReceived, waitAskedFor } from './outcome.ts'
import { afterFailure, afterSuccess, type Marks, type Refusals } from './refusals.ts'

/** The health of an endpoint, as the store has it. */
export type Health = Selectable<Schema['endpoint_health']>

/** An attempt, as far as it says something of its endpoint. */
export type Sign = { answer: Answer; isProbe: boolean; marks: Marks }

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** The number of failures in a row that open the breaker, unless a refusal explains them. */
export const OPENS_AT = 5
/** The time without a success after which an endpoint is disabled, in milliseconds. */
const DISABLED_AFTER = 5 * DAY
/** The time without a success after which its administrators are warned, in milliseconds. */
const WARNED_AFTER = DAY
/** The least number of failures for either. */
const LEAST_FAILURES = 10
/** The time between two notifications about deliveries that were given up, in milliseconds. */
const NOTIFIED_EVERY = DAY

/** The waits before the first probes, in milliseconds; after them it is a minute, and after half a day five. */
const FIRST_WAITS = [5 * SECOND, 15 * SECOND, 30 * SECOND]
const PROBES_BY_THE_MINUTE = 720

/**
 * The wait before a probe, in milliseconds: at most a minute in the first half day, so that held deliveries arrive within a minute of the
 * recovery.
 *
 * @param probes the number of probes that failed
 * @param random in [0, 1), spreads the later ones, only ever earlier
 */
export function waitBeforeProbe(probes: number, random = Math.random()): number {
  const first = FIRST_WAITS[probes]
  if (first !== undefined) return first
  const wait = probes < PROBES_BY_THE_MINUTE ? MINUTE : 5 * MINUTE
  return Math.round(wait * (0.8 + 0.15 * random))
}

/** The health of an endpoint without failures. */
export const WELL = {
  breaker: 'closed' as const,
  consecutive_failures: 0,
  unexplained_failures: 0,
  refused_marks: null,
  first_failure_at: null,
  warned_at: null,
  opened_at: null,
  probes: 0,
  probe_at: null,
  probe_lease_until: null,
  retry_after_until: null,
}

/**
 * The health after an attempt: the breaker opens after five failures in a row that no refusal explains, and closes with a success.
 *
 * @param now business time, in milliseconds
 * @param real in milliseconds
 */
export function healthAfter(before: Health, { answer, isProbe, marks }: Sign, now: number, real: number): Health {
  const refusals = refusalsOf(before)
  if (isReceived(answer)) {
    const { retry_after_until } = before
    const after = columnsOf(afterSuccess(refusals, marks, now))
    return { ...before, ...WELL, ...after, retry_after_until, last_success_at: now }
  }
  const after = {
    ...before,
    ...columnsOf(afterFailure(refusals, marks, answer, now)),
    consecutive_failures: before.consecutive_failures + 1,
    first_failure_at: before.first_failure_at ?? now,
  }
  const wait = waitAskedFor(answer, real)
  if (wait !== null) after.retry_after_until = Math.max(before.retry_after_until ?? 0, now + wait)
  if (before.breaker === 'closed' && after.unexplained_failures >= OPENS_AT) {
    return opened({ ...after, opened_at: now, probes: 0 }, now)
  }
  if (before.breaker === 'half_open' && isProbe) return opened({ ...after, probes: before.probes + 1 }, now)
  return after
}

function opened(health: Health, now: number): Health {
  const next = now + waitBeforeProbe(health.probes)
  // The probe that decides about disabling the endpoint comes when that can be decided, not minutes later.
  const decisive = (health.first_failure_at ?? now) + DISABLED_AFTER
  const probe_at = decisive > now ? Math.min(next, decisive) : next
  return { ...health, breaker: 'open', probe_at, probe_lease_until: null }
}

/** The refusals in a health. */
export const refusalsOf = ({ unexplained_failures, refused_marks, last_success_at }: Health): Refusals => ({
  unexplained: unexplained_failures,
  marks: refused_marks === null ? {} : JSON.parse(refused_marks),
  lastSuccessAt: last_success_at,
})

const columnsOf = ({ unexplained, marks }: Refusals) => ({
  unexplained_failures: unexplained,
  refused_marks: Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
})

/** Tells whether an endpoint has failed long enough to be disabled. */
export const isToBeDisabled = (health: Health, now: number): boolean => hasFailedFor(DISABLED_AFTER, health, now)

/** Tells whether an endpoint has failed long enough for a warning to its administrators, who had none yet. */
export const isToBeWarned = (health: Health, now: number): boolean =>
  health.warned_at === null && hasFailedFor(WARNED_AFTER, health, now)

/** Tells whether the administrators are notified of a delivery that was given up. */
export const isGivingUpNotified = ({ given_up_told_at }: Health, now: number): boolean =>
  given_up_told_at === null || now - given_up_told_at >= NOTIFIED_EVERY

function hasFailedFor(time: number, { consecutive_failures, first_failure_at }: Health, now: number): boolean {
  return consecutive_failures >= LEAST_FAILURES && first_failure_at !== null && now - first_failure_at >= time
}
