import { setTimeout as delay } from 'node:timers/promises'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { takeLock } from './lock-file.ts'

/** The pause before the lock is tried again, in milliseconds. */
const PAUSE = 50

/** The longest wait for the lock, in milliseconds: no refresh of tokens takes as long, so the other process is stopped. */
export const LONGEST_WAIT = 60_000

/**
 * Runs `work` while no other process of this user does, under a lock in a file.
 *
 * @throws {Failure} exit 6 when another process keeps the lock for too long
 */
export async function exclusively<Value>(
  file: string,
  work: () => Promise<Value>,
  texts: Texts,
  wait = LONGEST_WAIT,
): Promise<Value> {
  for (let left = wait; ; left -= PAUSE) {
    const taken = takeLock(file)
    if (typeof taken === 'function') {
      try {
        return await work()
      } finally {
        taken()
      }
    }
    // The lock of a living process is never taken away: two refreshes would end the sign-in.
    if (left <= 0) throw new Failure(EXIT.mayPass, 'locked', texts.errors.locked(file, taken.pid, taken.host))
    await delay(PAUSE)
  }
}
