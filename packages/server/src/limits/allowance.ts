import { Recent } from '../recent.ts'
import type { Store } from '../store/store.ts'
import { countEach, forgetEnded } from './count.ts'
import type { Policy } from './policy.ts'

/** The rest of an allowance, and the end of its window in milliseconds. */
export type Left = { taken: boolean; left: number; until: number }

type Portion = { left: number; rest: number; until: number }

const MOST_REMEMBERED = 10_000

/**
 * Creates an allowance of `most` uses in a window for each target, over all servers together. A server takes a tenth at a time, so
 * that not every use costs a write; nobody ever gets more, and with several servers perhaps a little less. Windows go by the real
 * clock.
 *
 * @returns a function that takes one use for a target
 */
export function createAllowance(
  store: Store,
  { name, windowMs }: Pick<Policy, 'name' | 'windowMs'>,
  most: number,
): (target: string) => Promise<Left> {
  const size = Math.max(1, Math.floor(most / 10))
  const portions = new Recent<string, Portion>(MOST_REMEMBERED)
  const refills = new Map<string, Promise<void>>()

  return async (target) => {
    for (;;) {
      const now = Date.now()
      const portion = portions.get(target)
      if (portion && portion.until > now) {
        const { until, rest } = portion
        if (portion.left > 0) return { taken: true, left: --portion.left + rest, until }
        if (rest === 0) return { taken: false, left: 0, until }
      }
      const refilling = refills.get(target) ?? refill(target, now).finally(() => refills.delete(target))
      refills.set(target, refilling)
      await refilling
    }
  }

  async function refill(target: string, now: number): Promise<void> {
    const subject = `${name}:${target}`
    const counted = await store.transaction(async (tx) => {
      await forgetEnded(tx, [`${name}:`], now)
      return countEach(tx, [{ subject, windowMs }], now, size)
    })
    const { count, until } = counted.get(subject) ?? { count: size, until: now + windowMs }
    const left = Math.min(size, Math.max(0, most - (count - size)))
    portions.delete(target)
    portions.set(target, { left, rest: Math.max(0, most - count), until })
  }
}
