import type { Event, EventTypeFilter } from '@sendoff/api'
import { sleep } from '../transport/abortable.ts'
import type { Cursors } from './cursors.ts'
import { backOff, type FeedClient, isFinal, processed } from './feed.ts'
import type { WebhookHandler } from './handler.ts'

/** What `poll` and `stream` have in common. */
export interface FollowOptions {
  /** The organisation (`org_…`) that the token is for; names its cursor. */
  readonly organization: string
  /** Its handlers and its dedupe store; the same handler may take webhooks too. */
  readonly handler: Pick<WebhookHandler, 'process'>
  /** Where is written down what was handled. */
  readonly cursors: Cursors
  /** The `sequence` after which to begin where there is no cursor yet. @default 0 */
  readonly from?: number
  /** Only events of these types. */
  readonly types?: EventTypeFilter[]
  /** Ends it. */
  readonly signal?: AbortSignal
  /** Told of what failed and is tried again. @default console.error */
  readonly onError?: (error: unknown, event: Event | undefined) => void
}

export interface PollOptions extends FollowOptions {
  /** A client with the scope `event:read` and those of the events. */
  readonly client: FeedClient
  /** Seconds that the server waits for an event before it answers that there is none. @default 25 */
  readonly wait?: number
  /** Milliseconds between two questions where `wait` is 0. @default 5000 */
  readonly interval?: number
}

/** For the answer to come back. */
const MARGIN = 10_000

/**
 * Follows an organisation's events by asking for them (long polling), in order, each until its handler succeeds. The cursor moves
 * when an event is done, so that after a crash none is missing.
 *
 * @returns when `signal` is aborted
 * @throws what the platform refuses for good, as a `SendoffError` with `scope_missing`
 */
export async function poll({ wait = 25, interval = 5000, ...options }: PollOptions): Promise<void> {
  const query = wait > 0 ? { wait } : {}
  await following(options, async (progress) => {
    const next = await page(options, { query, timeout: wait * 1000 + MARGIN, progress })
    if (wait === 0 && next === null) await sleep(interval, options.signal)
  })
}

/**
 * Handles what there is after the cursor, and returns: at start, so that nothing of an outage is left when webhooks come again.
 *
 * @throws what reading throws, or an Error whose `cause` is what a handler threw; the cursor is then after the last event that was
 *   handled
 */
export async function pollOnce(options: Omit<PollOptions, 'wait' | 'interval' | 'onError'>): Promise<void> {
  let next = await page(options, { query: { limit: 200 } })
  // Not by the cursors: a store that forgets must not make this begin again and again.
  while (next !== null) next = await page(options, { query: { limit: 200, after: Number(next) } })
}

/** Handles the events of the next page. @returns its `next_cursor` */
async function page(
  { client, ...options }: Omit<PollOptions, 'wait' | 'interval'>,
  how: { query: { after?: number; limit?: number; wait?: number }; timeout?: number; progress?: () => void },
): Promise<string | null> {
  const { organization, cursors, from = 0, types, signal } = options
  const { query, timeout, progress } = how
  const after = query.after ?? (await cursors.get(organization)) ?? from
  const call = { ...(timeout && { timeout }), ...(signal && { signal }) }
  const { data, next_cursor, last_sequence } = await client.events.list(
    { ...query, after, ...(types && { types }) },
    call,
  )
  for (const event of data) await done(event, options).then(progress)
  // Also past events of other types, so that the cursor does not grow old while there are none of these.
  if (last_sequence > (data.at(-1)?.sequence ?? after)) await cursors.set(organization, last_sequence)
  return next_cursor
}

/** Handles an event of the feed, and moves the cursor. */
export async function done(event: Event, { organization, handler, cursors, signal }: FollowOptions): Promise<void> {
  signal?.throwIfAborted()
  await processed((one) => handler.process(one), event, signal).catch((cause) => {
    throw new NotHandled(event, cause)
  })
  await cursors.set(organization, event.sequence)
}

/**
 * Does a step again and again, later and later while it fails.
 *
 * @param step to call `progress` when something succeeded
 */
export async function following(
  { signal, onError = log }: FollowOptions,
  step: (progress: () => void) => Promise<void>,
): Promise<void> {
  let failures = 0
  const progress = () => {
    failures = 0
  }
  while (!signal?.aborted) {
    try {
      await step(progress)
      progress()
    } catch (error) {
      if (signal?.aborted) return
      if (isFinal(error)) throw error
      if (error instanceof NotHandled) onError(error.cause, error.event)
      else onError(error, undefined)
      await sleep(backOff(failures++), signal).catch(() => undefined)
    }
  }
}

/** So that what a handler throws is never taken for an answer of the platform. */
class NotHandled extends Error {
  readonly event: Event
  constructor(event: Event, cause: unknown) {
    super(`${event.type} ${event.id} was not handled`, { cause })
    this.event = event
  }
}

function log(error: unknown, event: Event | undefined): void {
  console.error(event ? `${event.type} ${event.id}:` : 'events:', error)
}
