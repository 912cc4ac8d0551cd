import type { Store } from '../store/store.ts'
import { countWithin, forgetEnded } from './count.ts'

/** What is left of an allowance, and until when. */
export type Left = { taken: boolean; left: number; until: number }

type Portion = { left: number; rest: number; until: number }

const MOST_REMEMBERED = 10_000

/**
 * Lets each of many have so much of something in a window, over all servers together. A server takes a tenth at a time, so that not
 * every one costs a write; nobody ever gets more, and with several servers perhaps a little less.
 *
 * @param name what it is of, as `token_issue`
 * @param most how many in a window
 * @param windowMs how long it is, in milliseconds of real time
 * @returns takes one for somebody
 */
export function createAllowance(
  store: Store,
  name: string,
  most: number,
  windowMs: number,
): (who: string) => Promise<Left> {
  const size = Math.max(1, Math.floor(most / 10))
  const portions = new Map<string, Portion>()
  const refills = new Map<string, Promise<void>>()

  return async (who) => {
    for (;;) {
      const now = Date.now()
      const portion = portions.get(who)
      if (portion && portion.until > now) {
        const { until, rest } = portion
        if (portion.left > 0) return { taken: true, left: --portion.left + rest, until }
        if (rest === 0) return { taken: false, left: 0, until }
      }
      const refilling = refills.get(who) ?? refill(who, now).finally(() => refills.delete(who))
      refills.set(who, refilling)
      await refilling
    }
  }

  async function refill(who: string, now: number): Promise<void> {
    const { count, until } = await store.transaction(async (tx) => {
      await forgetEnded(tx, `${name}:`, now)
      return countWithin(tx, `${name}:${who}`, windowMs, now, size)
    })
    const left = Math.min(size, Math.max(0, most - (count - size)))
    portions.delete(who)
    portions.set(who, { left, rest: Math.max(0, most - count), until })
    const [oldest] = portions.keys()
    if (portions.size > MOST_REMEMBERED && oldest !== undefined) portions.delete(oldest)
  }
}
