import type { Policy } from '../../organizations/policy.ts'

const HOUR = 60 * 60 * 1000

/** The times of an offboarding, in milliseconds of business time; `suspend_at` is null if the member is not suspended first. */
export type Times = { effective_at: number; suspend_at: number | null }

/**
 * Returns the times of an offboarding under the policies of the organisation (S74).
 *
 * @param asked the time at which it was asked to take effect; undefined for now
 * @param suspendedSince the time since when an earlier offboarding has suspended the member; it counts for one without a set time
 */
export function timesOf(
  { suspend_then_depart, suspension_hours }: Policy,
  now: number,
  { asked, suspendedSince }: { asked: number | undefined; suspendedSince?: number | null },
): Times {
  if (suspend_then_depart === 'never') return { effective_at: asked ?? now, suspend_at: null }
  const length = suspension_hours * HOUR
  if (asked === undefined) {
    const suspend_at = Math.min(suspendedSince ?? now, now)
    return { effective_at: Math.max(now, suspend_at + length), suspend_at }
  }
  return {
    effective_at: asked,
    suspend_at: suspend_then_depart === 'when_scheduled' ? now : Math.max(now, asked - length),
  }
}
