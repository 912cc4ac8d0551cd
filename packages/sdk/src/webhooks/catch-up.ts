import type { EventTypeFilter } from '@sendoff/api'
import { type FeedClient, processed } from './feed.ts'
import type { OnGap } from './gaps.ts'

/**
 * Closes gaps from the feed: reads what is in them, and gives it to the handlers as if it had been delivered.
 *
 * @param client one with the scope `event:read` and those of the events, or, with several organisations, the client of each
 * @param options the `types` that the endpoint gets, if not all
 * @example createHandler({ secrets, on, gaps: watchGaps({ onGap: catchUp(client) }) })
 */
export function catchUp(
  client: FeedClient | ((organization: string) => FeedClient | Promise<FeedClient>),
  { types }: { readonly types?: EventTypeFilter[] } = {},
): OnGap {
  return async ({ organization, after, before }, process) => {
    const { events } = typeof client === 'function' ? await client(organization) : client
    for await (const event of events.list({ after, ...(types && { types }), limit: 200 })) {
      if (event.sequence >= before) return
      await processed(process, event)
    }
  }
}
