import { sleep } from '../transport/abortable.ts'
import { checkedEvent, type FeedClient, isSequence, NotHandledError } from './feed.ts'
import { type Follower, type FollowOptions, followerOf, following } from './follow.ts'

export interface PollOptions extends FollowOptions {
  /** A client with the scope `event:read` and those of the events. */
  readonly client: FeedClient
  /** The time that the server waits for an event before it answers that there is none, in seconds. @default 25 */
  readonly wait?: number | undefined
  /** The time between two requests if `wait` is 0, in milliseconds. @default 5000 */
  readonly interval?: number | undefined
}

/** The time for the answer to arrive after the server's wait, in milliseconds. */
const MARGIN = 10_000

/** The wait in milliseconds when the server did not wait although it was asked to. */
const SHORTEST = 1000

/**
 * Follows an organisation's events by long polling, in order. The cursor moves when an event is done, so that none is missing after a
 * crash. An event whose handler fails four times in a row is recorded as open in the cursors and tried again from time to time, while
 * later events are handled.
 *
 * @returns when `signal` is aborted
 * @throws a final refusal of the platform, for example a `SendoffError` with `scope_missing`
 */
export async function poll({ wait = 25, interval = 5000, ...options }: PollOptions): Promise<void> {
  const { signal } = options
  const ended = new AbortController()
  const mine = { ...options, signal: signal ? AbortSignal.any([signal, ended.signal]) : ended.signal }
  const query = wait > 0 ? { wait } : {}
  const follower = followerOf(options.client, mine)
  try {
    await following(follower, async (progress) => {
      const askedAt = performance.now()
      const { next, isEmpty } = await page(follower, mine, { query, timeout: wait * 1000 + MARGIN, progress })
      if (next !== null) return
      if (wait === 0) await sleep(interval, mine.signal)
      else if (isEmpty && performance.now() - askedAt < SHORTEST) await sleep(SHORTEST, mine.signal)
    })
  } finally {
    ended.abort()
  }
}

/**
 * Handles all events after the cursor and returns. Call it at start, to handle the events of an outage before new webhooks arrive. An
 * event whose handler fails is reported to `onError`, recorded as open in the cursors, and tried again the next time.
 *
 * @throws the error of a failed read
 */
export async function pollOnce(options: Omit<PollOptions, 'wait' | 'interval'>): Promise<void> {
  const follower = followerOf(options.client, options, 1)
  await follower.tryOpen()
  let restarts = 0
  // Not read from the cursors in each round: a store that forgets must not make this loop endless.
  for (let after = await follower.after(); ; ) {
    try {
      const { next } = await page(follower, options, { query: { limit: 200, after } })
      if (next === null) return
      after = next
    } catch (error) {
      if (error instanceof NotHandledError) {
        // With so many open events this consumer does not work, so its cursor stays.
        for (const one of error.failures) follower.tell(one.error, one.event)
        return
      }
      if (restarts++ >= 3 || !(await follower.recovered(error, after))) throw error
      after = await follower.after()
    }
  }
}

interface Asking {
  readonly query: { readonly after?: number; readonly limit?: number; readonly wait?: number }
  readonly timeout?: number | undefined
  readonly progress?: (() => void) | undefined
}

/** Handles the events of a page. @returns the position of the next page, and whether this one was empty */
async function page(
  follower: Follower,
  { client, types, signal }: PollOptions,
  { query, timeout, progress }: Asking,
): Promise<{ next: number | null; isEmpty: boolean }> {
  const after = query.after ?? (await follower.after())
  const call = { ...(timeout && { timeout }), ...(signal && { signal }) }
  const { data, next_cursor, last_sequence } = await client.events.list(
    { ...query, after, ...(types && { types }) },
    call,
  )
  for (const event of data) await follower.handle(checkedEvent(event)).then(progress)
  // Past events of other types too, so that the cursor does not expire while there are none of these.
  const isFurther = isSequence(last_sequence) && last_sequence > (data.at(-1)?.sequence ?? after)
  if (isFurther) await follower.moveTo(last_sequence)
  const next = next_cursor === null ? null : Number(next_cursor)
  if (next !== null && !(isSequence(next) && next > after)) {
    throw new RangeError(`The next_cursor of the feed leads nowhere: it must be greater than ${after}`)
  }
  return { next, isEmpty: data.length === 0 && !isFurther }
}
