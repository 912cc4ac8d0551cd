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
  /** The organisation (`org_…`) of the token, and the key of its cursor. */
  readonly organization: string
  /** The handlers and the dedupe store; the same handler may receive webhooks too. */
  readonly handler: Pick<WebhookHandler, 'process'>
  /** Records the handled events, and those that are open because their handler failed. */
  readonly cursors: Cursors
  /** The `sequence` after which to begin when there is no cursor yet. @default 0 */
  readonly from?: number | undefined
  /** Only events of these types. */
  readonly types?: EventTypeFilter[] | undefined
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined
  /** Called for each failure that is tried again. @default console.error */
  readonly onError?: ((error: unknown, event: Event | undefined) => void) | undefined
  /**
   * Called once when events after the cursor are no longer kept; reading continues with the oldest that is. @default an
   * EventsExpiredError goes to `onError`
   */
  readonly onExpired?: ((gap: Gap) => unknown) | undefined
}

/** The number of failures in a row after which an event is skipped for later. */
const TRIES = 4

export type Follower = ReturnType<typeof followerOf>

/**
 * Follows one organisation's events with a handler and a cursor.
 *
 * @param client reads open events again
 * @param tries the number of attempts to handle an event before it is skipped
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
    /** Tries the open events once, now. */
    tryOpen: () => tryOpen(retrying),
    /** Has the open events tried again from time to time. */
    retry,
    async after(): Promise<number> {
      return (await position.at()) ?? from
    },

    /**
     * Handles an event, and moves the cursor.
     *
     * @throws NotHandledError when the handler fails, unless the event failed often enough to be recorded as open and skipped
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

    /** If reading after `after` failed because events have expired, moves the cursor to the oldest that is kept. @returns whether it did */
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
 * Repeats a step, with growing waits while it fails.
 *
 * @param step calls `progress` after each success
 * @throws a final error
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
