import { readPolicy } from '../organizations/policy.ts'
import type { Reader } from '../store/schema.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Returns the time until which a departure can be undone (S26, S29). The window that is in force at the departure counts, also after the
 * policy has changed (S70).
 *
 * @param departedAt the time of the departure, in milliseconds of business time
 */
export async function restorableFrom(db: Reader, orgId: string, departedAt: number): Promise<number> {
  const { restore_window_days: days } = await readPolicy(db, orgId)
  return departedAt + days * DAY
}
