import type { Event, EventTypeFilter } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import { isObject } from '../transport/json.ts'
import type { Outcome } from './dedupe.ts'

/** What is asked of the feed. */
export interface FeedQuery {
  readonly after: number
  readonly types?: EventTypeFilter[]
  readonly limit?: number
  /** Seconds to wait for an event when there is none. */
  readonly wait?: number
}

interface FeedPage {
  readonly data: readonly Event[]
  readonly next_cursor: string | null
  /** Up to where was looked. */
  readonly last_sequence: number
}

/** Of a client with the scope `event:read`, what reads the feed. */
export interface FeedClient {
  readonly events: {
    readonly list: (
      query: FeedQuery,
      options?: { readonly signal?: AbortSignal; readonly timeout?: number },
    ) => PromiseLike<FeedPage> & AsyncIterable<Event>
  }
}

/** Handles an event of the feed to its end: one that is being handled elsewhere is waited for, because that may fail. */
export async function processed(
  process: (event: Event) => Promise<Outcome>,
  event: Event,
  signal?: AbortSignal,
): Promise<void> {
  while ((await process(event)) === 'in_flight') await sleep(AGAIN, signal)
}

const AGAIN = 200

/** The handlers of some events failed; the other events were handled. */
export class NotHandledError extends Error {
  override readonly name = 'NotHandledError'
  readonly failures: readonly { readonly event: Event; readonly error: unknown }[]
  /** An EventsExpiredError, where events beside them are gone. */
  readonly expired: unknown

  constructor(failures: NotHandledError['failures'], expired?: unknown) {
    const [first] = failures
    super(`${first?.event.type} ${first?.event.id} was not handled`, { cause: first?.error })
    this.failures = failures
    this.expired = expired
  }
}

/**
 * Events between `after` and `before` can't be read any more, and may not have been handled: they are older than 30 days, or, where
 * `before` is not above `after`, the platform was restored to an earlier moment. Compare what you have with the members there are.
 */
export class EventsExpiredError extends Error {
  override readonly name = 'EventsExpiredError'
  readonly organization: string
  readonly after: number
  readonly before: number

  constructor({ organization, after, before }: Omit<EventsExpiredError, keyof Error>) {
    super(
      before > after
        ? `Events of ${organization} after ${after} and before ${before} are no longer kept. Compare what you have with the members there are`
        : `The events of ${organization} were restored to a moment before ${after}, and are read from ${before} on. Compare what you have with the members there are`,
    )
    this.organization = organization
    this.after = after
    this.before = before
  }
}

/** The sequence of the oldest event that is kept, from an error that says that a cursor has expired. */
export function oldestOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'cursor_expired' && 'problem' in error)) return
  const oldest = isObject(error.problem) ? error.problem.oldest_sequence : undefined
  return isSequence(oldest) ? oldest : undefined
}

/** Tells whether a value can be a `sequence`, and so a cursor. */
export function isSequence(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

/**
 * Holds what a feed gave as an event against what a cursor and a dedupe store need of one.
 *
 * @throws TypeError
 */
export function checkedEvent(event: unknown): Event {
  const is =
    isObject(event) && isSequence(event.sequence) && typeof event.id === 'string' && typeof event.type === 'string'
  if (!is) throw new TypeError('The feed gave something that is no event: it has no id, type or sequence')
  return event as unknown as Event
}

/** Milliseconds to wait after the nth failure in a row. */
export function backOff(failures: number): number {
  return Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
}

/** Tells whether asking again is of no use: the platform refused the request for good. */
export function isFinal(error: unknown): boolean {
  // A proxy's page, as during a deployment, is not the platform's word.
  if (error instanceof Error && error.name === 'UnexpectedAnswerError') return false
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
}
