import type { Event, EventTypeFilter } from '@sendoff/api'
import { checkedEvent, EventsExpiredError, type FeedClient, NotHandledError, oldestOf, processed } from './feed.ts'
import type { Gap, OnGap } from './gaps.ts'
import { MOST_OPEN } from './position.ts'

/** The number of events in a page of the feed. */
const PAGE = 200

export interface CatchUpOptions {
  /** The types that the endpoint receives, if not all. */
  readonly types?: EventTypeFilter[] | undefined
  /** Called once, after the rest was read, for events of a gap that are no longer kept. @default an EventsExpiredError goes to `onError` */
  readonly onExpired?: ((gap: Gap) => unknown) | undefined
}

/**
 * Makes a function that closes gaps from the feed: it reads the missing events and passes them to the handlers as if they had been
 * delivered. When handlers fail, it throws a NotHandledError after it has tried all other events. It resolves to an
 * EventsExpiredError that was not reported to `onExpired`.
 *
 * @param client a client with the scope `event:read` and those of the events; for several organisations, a function that returns each one's
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
        // After a restore, the gap belongs to a history that no longer exists.
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
