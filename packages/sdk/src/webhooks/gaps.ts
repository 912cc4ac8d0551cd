import type { Event } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import type { Cursors } from './cursors.ts'
import type { Outcome } from './process.ts'

/**
 * Sequences of an organisation that were not received: those between `after` and `before`, neither of the two included. An
 * endpoint does not get every type, so there need not be events that it should have got.
 */
export interface Gap {
  readonly organization: string
  readonly after: number
  readonly before: number
}

/**
 * Closes a gap, with `process` for each event in it.
 *
 * @throws what keeps it from that; it is then tried again
 */
export type OnGap = (gap: Gap, process: (event: Event) => Promise<Outcome>) => unknown

interface Watch {
  readonly onGap: OnGap
  readonly cursors: Cursors
  /** Milliseconds. */
  readonly patience: number
  readonly process: (event: Event) => Promise<Outcome>
  readonly onError: (error: unknown, event: undefined) => void
}

/** Beyond it, only the highest is remembered: closing a gap reads all that is below. */
const MOST_AHEAD = 1000
const TRIES = 10
const LONGEST_DELAY = 60_000

/** Makes the function that is told of each event that is done, and finds what is missing between them. */
export function gapWatch({ onGap, cursors, patience, process, onError }: Watch): (event: Event) => void {
  /** What is done of each organisation and ahead of its cursor. */
  const ahead = new Map<string, Set<number>>()
  const closing = new Set<string>()

  /** Moves the cursor over what is done. @returns where it is now */
  const advance = async (organization: string, done: Set<number>): Promise<number> => {
    const last = await cursors.get(organization)
    // The first event ever seen is where the watch begins.
    let now = last ?? Math.min(...done) - 1
    while (done.has(now + 1)) now++
    for (const sequence of done) if (sequence <= now) done.delete(sequence)
    if (now !== last) await cursors.set(organization, now)
    return now
  }

  const close = async (organization: string, done: Set<number>) => {
    let delay = patience
    for (let tries = 0; tries < TRIES; ) {
      const from = await advance(organization, done)
      if (done.size === 0) return
      // Deliveries overtake each other: what is missing may be on its way.
      await sleep(delay, undefined)
      const after = await advance(organization, done)
      if (done.size === 0) return
      if (after > from) continue
      const before = Math.min(...done)
      try {
        await onGap({ organization, after, before }, process)
        await cursors.set(organization, before)
        delay = patience
        tries = 0
      } catch (error) {
        onError(error, undefined)
        delay = Math.min(Math.max(delay, 500) * 2, LONGEST_DELAY)
        tries++
      }
    }
  }

  const closeOnce = async (organization: string, done: Set<number>) => {
    if (closing.has(organization)) return
    closing.add(organization)
    try {
      await close(organization, done)
    } catch (error) {
      onError(error, undefined)
    } finally {
      // In the same turn as the last look at `done`, so that nothing is added in between and left there.
      closing.delete(organization)
    }
  }

  return ({ org_id, sequence }) => {
    const done = ahead.get(org_id) ?? new Set()
    ahead.set(org_id, done)
    if (done.size >= MOST_AHEAD) {
      const highest = Math.max(...done)
      done.clear()
      done.add(highest)
    }
    done.add(sequence)
    void closeOnce(org_id, done)
  }
}
