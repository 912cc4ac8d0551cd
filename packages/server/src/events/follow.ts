import type { EventTypeFilter } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import type { News, Waiting } from '../operation.ts'
import { Refusal } from '../refusal.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { View } from '../store/work.ts'
import type { Feed } from './feed.ts'
import { readEvents } from './list.ts'

/** The longest silence of a stream, in milliseconds. */
const SILENCE = 15_000
/** The time after which a token is checked again, in milliseconds. */
const CHECKED = 1000
/** The number of events that are read at once. */
const PAGE = 100

/**
 * Follows an organisation's events: first the existing ones after a sequence, then each new one as it is committed.
 *
 * @returns the items of the stream, until the token is no longer valid for it, the caller disconnects or the server
 * stops
 * @throws {Refusal} `cursor_expired`; `rate_limited` if the app has too many watches
 */
export async function followEvents(
  { db }: View,
  actor: OrganizationActor,
  { after, types }: { after: number; types?: EventTypeFilter[] },
  { feed, ...waiting }: Waiting & { feed: Feed },
): Promise<AsyncIterable<News>> {
  const watch = feed.watch(actor.orgId, actor.id)
  const query = { ...(types && { types }), limit: PAGE }
  try {
    const first = await readEvents(db, actor, { ...query, after })
    return untilItEnds(news(first))
  } catch (error) {
    watch.close()
    throw error
  }

  async function* news(first: Awaited<ReturnType<typeof readEvents>>): AsyncGenerator<News> {
    try {
      let [page, checkedAt, saidAt] = [first, performance.now(), performance.now()]
      for (;;) {
        for (const event of page.events) {
          // A slow reader may have been disconnected in the meantime.
          if (performance.now() - checkedAt >= CHECKED) {
            await waiting.again()
            checkedAt = performance.now()
          }
          yield event
          saidAt = performance.now()
        }
        const isMore = page.isFull || (await watch.changed(CHECKED, page.lastSequence, waiting.gone))
        if (feed.isClosed || waiting.gone.aborted) return
        const caller = await waiting.again()
        checkedAt = performance.now()
        const { lastSequence } = page
        page = isMore
          ? await readEvents(db, caller, { ...query, after: lastSequence })
          : { events: [], isFull: false, lastSequence }
        if (page.events.length > 0 || checkedAt - saidAt < SILENCE) continue
        yield { alive: page.lastSequence }
        saidAt = performance.now()
      }
    } finally {
      watch.close()
    }
  }
}

/**
 * Ends the stream quietly at a refusal or an outage of the store, because a client that reconnects receives it as an
 * answer.
 */
async function* untilItEnds(news: AsyncIterable<News>): AsyncGenerator<News> {
  try {
    yield* news
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof StoreUnavailable)) throw error
  }
}
