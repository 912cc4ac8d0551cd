import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { takeLock } from './lock-file.ts'

/** The pause before the lock is tried again, in milliseconds. */
const PAUSE = 50

/** The age at which a lock of another machine is stale, in milliseconds: no refresh of tokens takes as long. */
const TOO_OLD = 120_000

/** Runs `work` while no other process of this user does, under a lock in a file. */
export async function exclusively<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    const taken = takeLock(file)
    if (typeof taken === 'function') {
      try {
        return await work()
      } finally {
        taken()
      }
    }
    if (taken.host !== hostname() && Date.now() - Date.parse(taken.since) > TOO_OLD) rmSync(file, { force: true })
    await delay(PAUSE)
  }
}
