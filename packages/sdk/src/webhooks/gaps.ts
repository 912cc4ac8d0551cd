import type { Event } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import { type Cursors, memoryCursors } from './cursors.ts'
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

/** What a handler is given to notice gaps: told of each event that is done. */
export type Gaps = (
  process: (event: Event) => Promise<Outcome>,
  onError: (error: unknown, event: undefined) => void,
) => (event: Event) => void

export interface GapOptions {
  /** As `catchUp(client)`, which reads from the feed what was not received. */
  readonly onGap: OnGap
  /** Where is written down up to where there is no gap. @default memoryCursors() */
  readonly cursors?: Cursors
  /** Milliseconds that an event that is ahead of others waits for them before that is a gap. @default 1000 */
  readonly patience?: number
}

interface Watch extends Required<GapOptions> {
  readonly process: Parameters<Gaps>[0]
  readonly onError: Parameters<Gaps>[1]
}

/** Beyond it, only the highest is remembered: closing a gap reads all that is below. */
const MOST_AHEAD = 1000
const TRIES = 10
const LONGEST_DELAY = 60_000

/**
 * Finds what is missing between the events that are done: an organisation's sequence has no gaps.
 *
 * @example createHandler({ secrets, on, gaps: watchGaps({ onGap: catchUp(client) }) })
 */
export function watchGaps({ onGap, cursors = memoryCursors(), patience = 1000 }: GapOptions): Gaps {
  return (process, onError) => gapWatch({ onGap, cursors, patience, process, onError })
}

function gapWatch({ onGap, cursors, patience, process, onError }: Watch): (event: Event) => void {
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
