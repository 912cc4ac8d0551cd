import type { Event, EventTypeFilter } from '@sendoff/api'
import { KindError } from '../kind-error.ts'
import { sleep } from '../transport/abortable.ts'
import { isObject } from '../transport/json.ts'
import type { Outcome } from './dedupe.ts'

/** A query of the feed. */
export interface FeedQuery {
  readonly after: number
  readonly types?: EventTypeFilter[]
  readonly limit?: number
  /** The time that the server waits for an event when there is none, in seconds. */
  readonly wait?: number
}

interface FeedPage {
  readonly data: readonly Event[]
  readonly next_cursor: string | null
  /** The sequence up to which the server searched. */
  readonly last_sequence: number
}

/** The part of a client with the scope `event:read` that reads the feed. */
export interface FeedClient {
  readonly events: {
    readonly list: (
      query: FeedQuery,
      options?: { readonly signal?: AbortSignal; readonly timeout?: number },
    ) => PromiseLike<FeedPage> & AsyncIterable<Event>
  }
}

/** Handles an event of the feed to its end. Waits for one that is being handled elsewhere, because that may fail. */
export async function processed(
  process: (event: Event) => Promise<Outcome>,
  event: Event,
  signal?: AbortSignal,
): Promise<void> {
  while ((await process(event)) === 'in_flight') await sleep(AGAIN, signal)
}

const AGAIN = 200

/** The handlers of some events failed; the other events were handled. */
export class NotHandledError extends KindError {
  static override readonly kind = 'NotHandledError'
  declare readonly name: 'NotHandledError'
  declare readonly failures: readonly { readonly event: Event; readonly error: unknown }[]
  /** An EventsExpiredError, if other events of the range have expired. */
  declare readonly expired: unknown

  constructor(failures: NotHandledError['failures'], expired?: unknown) {
    const [first] = failures
    super(`${first?.event.type} ${first?.event.id} was not handled`, { cause: first?.error })
    this.failures = failures
    this.expired = expired
  }
}

/**
 * The events between `after` and `before` can no longer be read and may not have been handled: they are older than 30 days, or, if
 * `before` is not greater than `after`, the platform was restored to an earlier moment. Compare your data with the current members.
 */
export class EventsExpiredError extends KindError {
  static override readonly kind = 'EventsExpiredError'
  declare readonly name: 'EventsExpiredError'
  declare readonly organization: string
  declare readonly after: number
  declare readonly before: number

  constructor({ organization, after, before }: Omit<EventsExpiredError, keyof Error>) {
    super(
      before > after
        ? `Events of ${organization} after ${after} and before ${before} are no longer kept. Compare your data with the current members`
        : `The platform was restored to a moment before event ${after} of ${organization}; reading continues at ${before}. Compare your data with the current members`,
    )
    this.organization = organization
    this.after = after
    this.before = before
  }
}

/** Returns the sequence of the oldest event that is kept, from the error of an expired cursor. */
export function oldestOf(error: unknown): number | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'cursor_expired' && 'problem' in error)) return
  const oldest = isObject(error.problem) ? error.problem.oldest_sequence : undefined
  return isSequence(oldest) ? oldest : undefined
}

/** Tells whether a value is a valid `sequence`, and so a cursor. */
export function isSequence(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}

/**
 * Checks the members of an event that cursors and dedupe stores rely on.
 *
 * @throws TypeError when one is missing
 */
export function checkedEvent(event: unknown): Event {
  const is =
    isObject(event) && isSequence(event.sequence) && typeof event.id === 'string' && typeof event.type === 'string'
  if (!is) throw new TypeError('The feed returned something that is not an event: it must have id, type and sequence')
  return event as unknown as Event
}

/** The wait after a number of failures in a row, in milliseconds. */
export function backOff(failures: number): number {
  return Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
}

/** Tells whether the platform refused a request for good, so that a retry is useless. */
export function isFinal(error: unknown): boolean {
  // A proxy's page, for example during a deployment, is not the platform's answer.
  if (error instanceof Error && error.name === 'UnexpectedAnswerError') return false
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
}
