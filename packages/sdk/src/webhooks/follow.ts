import type { Event, EventTypeFilter } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import { safely } from '../transport/safely.ts'
import { catchUp } from './catch-up.ts'
import type { Cursors } from './cursors.ts'
import { backOff, EventsExpiredError, type FeedClient, isFinal, NotHandledError, oldestOf, processed } from './feed.ts'
import type { Gap } from './gaps.ts'
import type { WebhookHandler } from './handler.ts'
import { positionOf } from './position.ts'
import { retrier, tryOpen } from './retrier.ts'

/** The options that `poll` and `stream` share. */
export interface FollowOptions {
  /** The organisation (`org_…`) that the token is for; names its cursor. */
  readonly organization: string
  /** Its handlers and its dedupe store; the same handler may take webhooks too. */
  readonly handler: Pick<WebhookHandler, 'process'>
  /** Records what was handled, and what is still open because its handler failed. */
  readonly cursors: Cursors
  /** The `sequence` after which to begin where there is no cursor yet. @default 0 */
  readonly from?: number
  /** Only events of these types. */
  readonly types?: EventTypeFilter[]
  /** Ends it. */
  readonly signal?: AbortSignal
  /** Told of what failed and is tried again. @default console.error */
  readonly onError?: (error: unknown, event: Event | undefined) => void
  /**
   * Told once of events after the cursor that are no longer kept; reading then goes on with the oldest that is. @default it goes to
   * `onError`, as an EventsExpiredError
   */
  readonly onExpired?: (gap: Gap) => unknown
}

/** The number of failures in a row after which the events behind it are handled first. */
const TRIES = 4

export type Follower = ReturnType<typeof followerOf>

/**
 * Follows one organisation's events with a handler and a cursor.
 *
 * @param client reads again what is open
 * @param tries how often an event's handler is tried before it is passed over
 */
export function followerOf(client: FeedClient, options: FollowOptions, tries = TRIES) {
  const { organization, handler, cursors, from = 0, signal, onExpired } = options
  const position = positionOf(cursors, organization)
  const tell = safely(options.onError ?? log)
  const process = (event: Event) => handler.process(event)
  const gone = (gap: Gap) => (onExpired ? onExpired(gap) : tell(new EventsExpiredError(gap), undefined))
  const close = catchUp(client, { onExpired: gone })
  const again = async (sequence: number) => {
    const told = await close({ organization, after: sequence - 1, before: sequence + 1 }, process)
    if (told !== undefined) tell(told, undefined)
  }
  const retrying = { position, again, tell, signal }
  const retry = retrier(retrying)
  let failing = { sequence: 0, times: 0 }

  return {
    tell,
    signal,
    moveTo: position.moveTo,
    /** Tries what is open once now. */
    tryOpen: () => tryOpen(retrying),
    /** Has what is open tried again from time to time. */
    retry,
    async after(): Promise<number> {
      return (await position.at()) ?? from
    },

    /**
     * Handles an event, and moves the cursor.
     *
     * @throws NotHandledError when the handler fails, but for an event that failed often: that is recorded as open, so that it hides
     *   none after it
     */
    async handle(event: Event): Promise<void> {
      const { sequence } = event
      signal?.throwIfAborted()
      try {
        await processed(process, event, signal)
      } catch (error) {
        signal?.throwIfAborted()
        failing = { sequence, times: failing.sequence === sequence ? failing.times + 1 : 1 }
        if (failing.times < tries || !(await position.passOver(sequence))) throw new NotHandledError([{ event, error }])
        tell(error, event)
        retry()
      }
      await position.moveTo(sequence)
    },

    /** Where reading after `after` failed because events are gone, moves the cursor to the oldest that are kept. @returns whether it was that */
    async recovered(error: unknown, after: number): Promise<boolean> {
      const oldest = oldestOf(error)
      if (oldest === undefined || oldest - 1 === after) return false
      try {
        await gone({ organization, after, before: oldest })
      } catch (failure) {
        tell(failure, undefined)
      }
      await (oldest - 1 > after ? position.moveTo(oldest - 1) : position.goBackTo(oldest - 1))
      return true
    },
  }
}

/**
 * Does a step again and again, later and later while it fails.
 *
 * @param step to call `progress` when something succeeded
 * @throws what is final
 */
export async function following(follower: Follower, step: (progress: () => void) => Promise<void>): Promise<void> {
  const { signal, tell } = follower
  let failures = 0
  const progress = () => {
    failures = 0
  }
  follower.retry()
  while (!signal?.aborted) {
    try {
      await step(progress)
      progress()
      continue
    } catch (error) {
      if (signal?.aborted) return
      if (error instanceof NotHandledError) for (const one of error.failures) tell(one.error, one.event)
      else if (!(await follower.recovered(error, await follower.after()))) {
        if (isFinal(error)) throw error
        tell(error, undefined)
      } else if (failures++ === 0) continue
    }
    await sleep(backOff(failures++), signal).catch(() => undefined)
  }
}

function log(error: unknown, event: Event | undefined): void {
  console.error(event ? `${event.type} ${event.id}:` : 'events:', error)
}
