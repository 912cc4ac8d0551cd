import type { Event, EventTypeFilter } from '@sendoff/api'
import { checkedEvent, EventsExpiredError, type FeedClient, NotHandledError, oldestOf, processed } from './feed.ts'
import type { Gap, OnGap } from './gaps.ts'
import { MOST_OPEN } from './position.ts'

/** For the client's lists a page. */
const PAGE = 200

export interface CatchUpOptions {
  /** The types that the endpoint gets, if not all. */
  readonly types?: EventTypeFilter[]
  /** Told once of events in a gap that are no longer kept, when what is left was read. @default it goes to `onError`, as an EventsExpiredError */
  readonly onExpired?: (gap: Gap) => unknown
}

/**
 * Closes gaps from the feed: reads what is in them, and gives it to the handlers as if it had been delivered.
 *
 * The function that it makes throws a NotHandledError for events whose handler failed, after it has gone on to all others. It resolves
 * to an EventsExpiredError that nobody was told of yet.
 *
 * @param client one with the scope `event:read` and those of the events, or, with several organisations, the client of each
 * @example createHandler({ secrets, on, gaps: watchGaps({ onGap: catchUp(client) }) })
 */
export function catchUp(
  client: FeedClient | ((organization: string) => FeedClient | Promise<FeedClient>),
  { types, onExpired }: CatchUpOptions = {},
): OnGap {
  return async (gap, process) => {
    const { organization, before } = gap
    const { events } = typeof client === 'function' ? await client(organization) : client
    const failures: { event: Event; error: unknown }[] = []
    let { after } = gap
    let expired: Gap | undefined

    const read = async () => {
      const limit = Math.min(PAGE, before - after - 1)
      for await (const one of events.list({ after, ...(types && { types }), limit })) {
        const event = checkedEvent(one)
        if (event.sequence >= before) return
        if (event.sequence <= after) throw new RangeError(`The feed of ${organization} is not in order`)
        after = event.sequence
        await processed(process, event).catch((error) => failures.push({ event, error }))
        if (after === before - 1 || failures.length >= MOST_OPEN) return
      }
    }
    while (after < before - 1 && failures.length < MOST_OPEN) {
      try {
        await read()
        break
      } catch (error) {
        const oldest = oldestOf(error)
        if (oldest === undefined) throw error
        expired = { organization, after: expired?.after ?? after, before: Math.min(oldest, before) }
        // After a restore the gap is of a history that there is no more.
        if (oldest - 1 <= after) break
        after = oldest - 1
      }
    }
    let told: unknown = expired && !onExpired ? new EventsExpiredError(expired) : undefined
    try {
      if (expired) await onExpired?.(expired)
    } catch (error) {
      told = error
    }
    if (failures.length > 0) throw new NotHandledError(failures, told)
    return told
  }
}
