import type { Event } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import { type Cursors, memoryCursors } from './cursors.ts'
import type { Outcome } from './dedupe.ts'
import { NotHandledError } from './feed.ts'
import { MOST_OPEN, positionOf } from './position.ts'
import { retrier } from './retrier.ts'

/**
 * The sequences of an organisation between `after` and `before`, both excluded, that were not received. An endpoint does not receive
 * every type, so a gap need not contain events for it.
 */
export interface Gap {
  readonly organization: string
  readonly after: number
  readonly before: number
}

/**
 * Closes a gap by calling `process` for each event in it. An event for which `process` rejects is recorded as open in the cursors and
 * tried again later.
 *
 * @returns an Error to report to the handler's `onError`, for example an EventsExpiredError
 * @throws an error that prevents it; the gap is then tried again
 */
export type OnGap = (gap: Gap, process: (event: Event) => Promise<Outcome>) => unknown

/** Notices gaps: makes a function that the handler calls for each event that is done. */
export type Gaps = (
  process: (event: Event) => Promise<Outcome>,
  onError: (error: unknown, event: Event | undefined) => void,
) => (event: Event) => void

export interface GapOptions {
  /** Closes a gap; for example `catchUp(client)`, which reads the missing events from the feed. */
  readonly onGap: OnGap
  /** Keeps the position up to which there is no gap. @default memoryCursors() */
  readonly cursors?: Cursors | undefined
  /** The wait for events that were overtaken before they count as a gap, in milliseconds. @default 1000 */
  readonly patience?: number | undefined
}

interface Watch {
  readonly onGap: OnGap
  readonly cursors: Cursors
  readonly patience: number
  readonly process: Parameters<Gaps>[0]
  readonly onError: Parameters<Gaps>[1]
}

/** The most sequences that are kept ahead of the cursor. Beyond that only the highest is, and closing the gap reads all below it. */
const MOST_AHEAD = 1000
const TRIES = 10
const LONGEST_DELAY = 60_000

/**
 * Finds the events that were not received, by the gaps in an organisation's sequence, which has none of its own.
 *
 * @example createHandler({ secrets, on, gaps: watchGaps({ onGap: catchUp(client) }) })
 */
export function watchGaps({ onGap, cursors = memoryCursors(), patience = 1000 }: GapOptions): Gaps {
  return (process, onError) => gapWatch({ onGap, cursors, patience, process, onError })
}

function gapWatch({ onGap, cursors, patience, process, onError }: Watch): (event: Event) => void {
  /** The watch of each organisation. */
  const watches = new Map<string, (sequence: number) => void>()
  return ({ org_id, sequence }) => {
    const watch = watches.get(org_id) ?? organizationWatch(org_id, { onGap, cursors, patience, process, onError })
    watches.set(org_id, watch)
    watch(sequence)
  }
}

/** Watches one organisation. */
function organizationWatch(organization: string, { onGap, cursors, patience, process, onError }: Watch) {
  /** The sequences that are done and ahead of the cursor. */
  const done = new Set<number>()
  const position = positionOf(cursors, organization)
  let isClosing = false
  const tell = (result: unknown) => {
    if (result instanceof Error) onError(result, undefined)
  }

  /** Closes a gap, except for events whose handler fails, which become open. @returns the end of the closed part */
  const closeGap = async (gap: Gap): Promise<number> => {
    const failed = new Map<number, { event: Event; error: unknown }>()
    const trying = async (event: Event) => {
      try {
        const outcome = await process(event)
        failed.delete(event.sequence)
        return outcome
      } catch (error) {
        failed.set(event.sequence, { event, error })
        throw error
      }
    }
    let end = gap.before
    try {
      tell(await onGap(gap, trying))
    } catch (error) {
      if (failed.size === 0) throw error
      if (error instanceof NotHandledError) tell(error.expired)
      // Without a NotHandledError it stopped at the first failure and has not read the rest.
      if (!(error instanceof NotHandledError)) end = Math.min(...failed.keys())
      else if (failed.size >= MOST_OPEN) end = Math.max(...failed.keys())
    }
    for (const [sequence, { event, error }] of failed) {
      if (!(await position.passOver(sequence))) throw error
      onError(error, event)
    }
    if (failed.size > 0) retry()
    return end
  }
  const again = async (sequence: number) => {
    tell(await onGap({ organization, after: sequence - 1, before: sequence + 1 }, process))
  }
  const retry = retrier({ position, again, tell: onError })
  // Events may be open since the last process.
  retry()

  /** Moves the cursor past the events that are done. @returns its position */
  const advance = async (): Promise<number> => {
    const last = await position.at()
    // The first event ever seen is where the watch begins.
    let now = last ?? Math.min(...done) - 1
    while (done.has(now + 1)) now++
    for (const sequence of done) if (sequence <= now) done.delete(sequence)
    if (now !== last) await position.moveTo(now)
    return now
  }

  const isAllSeen = () => {
    // In the same turn as the check of `done`, so that nothing is added in between and forgotten.
    if (done.size === 0) isClosing = false
    return done.size === 0
  }
  /** @returns whether there is no gap left; otherwise it gave up until the next event */
  const close = async (): Promise<boolean> => {
    let delay = patience
    for (let tries = 0; tries < TRIES; ) {
      const from = await advance()
      if (isAllSeen()) return true
      // Deliveries overtake each other: a missing event may be on its way.
      await sleep(delay, undefined)
      const after = await advance()
      if (isAllSeen()) return true
      if (after > from) continue
      try {
        await position.moveTo(await closeGap({ organization, after, before: Math.min(...done) }))
        delay = patience
        tries = 0
      } catch (error) {
        onError(error, undefined)
        delay = Math.min(Math.max(delay, 500) * 2, LONGEST_DELAY)
        tries++
      }
    }
    return false
  }

  const closeUntilDone = async () => {
    let isOver = false
    try {
      isOver = await close()
    } catch (error) {
      onError(error, undefined)
    }
    if (!isOver) isClosing = false
  }

  return (sequence: number): void => {
    if (done.size >= MOST_AHEAD) {
      const highest = Math.max(...done)
      done.clear()
      done.add(highest)
    }
    done.add(sequence)
    if (isClosing) return
    isClosing = true
    void closeUntilDone()
  }
}
