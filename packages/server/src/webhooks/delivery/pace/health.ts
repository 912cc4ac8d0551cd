import type { Selectable } from 'kysely'
import type { Schema, Tx } from '../../../store/schema.ts'
import type { Answer } from '../../request/send.ts'
import { afterFailure, afterSuccess, type Marks, type Refusals } from './refusals.ts'

/** How an endpoint does, as it is kept in the store. */
export type Health = Selectable<Schema['endpoint_health']>

/** What an attempt says of its endpoint. */
export type Sign = { answer: Answer; received: boolean; probe: boolean; retryAfter: number | null; marks: Marks }

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** So many failures in a row that no refusal explains open the breaker. */
export const OPENS_AT = 5
/** An endpoint without a success for so long, in milliseconds, and with so many failures, is disabled. */
const FAILING_FOR = 5 * DAY
const FAILING_LEAST = 10

/** After so long without a success, in milliseconds, and so many failures, the administrators are warned. */
const WARNED_AFTER = DAY
/** They are told of deliveries that are given up once in so long, in milliseconds. */
const TOLD_EVERY = DAY

/** The waits before the first probes, in milliseconds; after them it is a minute, and after half a day five. */
const FIRST_WAITS = [5 * SECOND, 15 * SECOND, 30 * SECOND]
const PROBES_BY_THE_MINUTE = 720

/**
 * How long to wait before a probe, in milliseconds: never more than a minute in the first half day, so that what was held
 * arrives within a minute of the recovery.
 *
 * @param probes how many failed already
 * @param random in [0, 1), spreads the later ones, only ever earlier
 */
export function waitBeforeProbe(probes: number, random = Math.random()): number {
  const first = FIRST_WAITS[probes]
  if (first !== undefined) return first
  const wait = probes < PROBES_BY_THE_MINUTE ? MINUTE : 5 * MINUTE
  return Math.round(wait * (0.8 + 0.15 * random))
}

/** The row of a new endpoint. */
export async function createHealth(tx: Tx, endpointId: string): Promise<void> {
  await tx.insertInto('endpoint_health').values({ endpoint_id: endpointId }).execute()
}

/** Forgets the failures of an endpoint that somebody enables again, or whose URL was changed. */
export async function resetHealth(tx: Tx, endpointId: string): Promise<void> {
  await tx.updateTable('endpoint_health').set(WELL).where('endpoint_id', '=', endpointId).execute()
}

/** What an endpoint's health is without failures. */
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
 * How an endpoint does after an attempt: the breaker opens after five failures in a row that are not explained by the event, and
 * closes with a success.
 *
 * @param now business time, in milliseconds
 */
export function healthAfter(before: Health, { answer, received, probe, retryAfter, marks }: Sign, now: number): Health {
  const refusals = refusalsOf(before)
  if (received) {
    const { retry_after_until } = before
    return {
      ...before,
      ...WELL,
      ...columnsOf(afterSuccess(refusals, marks, now)),
      retry_after_until,
      last_success_at: now,
    }
  }
  const after = {
    ...before,
    ...columnsOf(afterFailure(refusals, marks, answer, now)),
    consecutive_failures: before.consecutive_failures + 1,
    first_failure_at: before.first_failure_at ?? now,
  }
  if (retryAfter !== null) after.retry_after_until = Math.max(before.retry_after_until ?? 0, now + retryAfter)
  if (before.breaker === 'closed' && after.unexplained_failures >= OPENS_AT) {
    return opened({ ...after, opened_at: now, probes: 0 }, now)
  }
  if (before.breaker === 'half_open' && probe) return opened({ ...after, probes: before.probes + 1 }, now)
  return after
}

/** The refusals as they are kept in a health. */
export const refusalsOf = ({ unexplained_failures, refused_marks, last_success_at }: Health): Refusals => ({
  unexplained: unexplained_failures,
  marks: refused_marks === null ? {} : JSON.parse(refused_marks),
  lastSuccessAt: last_success_at,
})

const columnsOf = ({ unexplained, marks }: Refusals) => ({
  unexplained_failures: unexplained,
  refused_marks: Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
})

/** Whether an endpoint has failed for so long that it is disabled. */
export function isFailing({ consecutive_failures, first_failure_at }: Health, now: number): boolean {
  return consecutive_failures >= FAILING_LEAST && first_failure_at !== null && now - first_failure_at >= FAILING_FOR
}

/** Whether an endpoint has failed for so long that its administrators are warned, and were not warned yet. */
export function isToBeWarned({ consecutive_failures, first_failure_at, warned_at }: Health, now: number): boolean {
  const isLong = first_failure_at !== null && now - first_failure_at >= WARNED_AFTER
  return warned_at === null && isLong && consecutive_failures >= FAILING_LEAST
}

/** Whether the administrators are told that a delivery was given up. */
export const isGivingUpTold = ({ given_up_told_at }: Health, now: number): boolean =>
  given_up_told_at === null || now - given_up_told_at >= TOLD_EVERY

function opened(health: Health, now: number): Health {
  const next = now + waitBeforeProbe(health.probes)
  // The probe that decides whether the endpoint is disabled comes when it can be decided, not minutes later.
  const decisive = (health.first_failure_at ?? now) + FAILING_FOR
  const probe_at = decisive > now ? Math.min(next, decisive) : next
  return { ...health, breaker: 'open', probe_at, probe_lease_until: null }
}
