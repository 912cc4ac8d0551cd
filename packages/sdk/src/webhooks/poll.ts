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
export async function poll({ client, wait = 25, interval = 5000, ...options }: PollOptions): Promise<void> {
  const { organization, cursors, from = 0, types, signal } = options
  const query = { ...(types && { types }), ...(wait > 0 && { wait }) }
  const call = { timeout: wait * 1000 + MARGIN, ...(signal && { signal }) }
  await following(options, async (progress) => {
    const after = (await cursors.get(organization)) ?? from
    const { data, next_cursor, last_sequence } = await client.events.list({ after, ...query }, call)
    for (const event of data) await done(event, options).then(progress)
    // Also past events of other types, so that the cursor does not grow old while there are none of these.
    if (last_sequence > (data.at(-1)?.sequence ?? after)) await cursors.set(organization, last_sequence)
    if (wait === 0 && next_cursor === null) await sleep(interval, signal)
  })
}

/**
 * Handles what there is after the cursor, and returns: at start, so that nothing of an outage is left when webhooks come again.
 *
 * @throws what reading or a handler throws; the cursor is then after the last event that was handled
 */
export async function pollOnce(options: Omit<PollOptions, 'wait' | 'interval' | 'onError'>): Promise<void> {
  const { client, organization, cursors, from = 0, types, signal } = options
  const after = (await cursors.get(organization)) ?? from
  const call = signal && { signal }
  for await (const event of client.events.list({ after, limit: 200, ...(types && { types }) }, call)) {
    await done(event, options)
  }
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
