import type { Event, EventTypeFilter } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import type { Outcome } from './process.ts'

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

/** Milliseconds to wait after the nth failure in a row. */
export function backOff(failures: number): number {
  return Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
}

/** Whether asking again will not help: the request was refused, and not for a while. */
export function isFinal(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
}
