import type { EventTypeFilter } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import type { News, Waiting } from '../operation.ts'
import { Refusal } from '../refusal.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { View } from '../store/work.ts'
import type { Feed } from './feed.ts'
import { readEvents } from './list.ts'

/** How long a stream is silent at most, in milliseconds. */
const SILENCE = 15_000
/** How old the answer may be that a token is still good, in milliseconds. */
const CHECKED = 1000
/** How many events are read at once. */
const PAGE = 100

/**
 * Follows an organisation's events: those after a sequence, and then each as it is committed.
 *
 * @returns what to say, until the token is no longer good for it, the caller is gone, or the server stops
 * @throws {Refusal} `cursor_expired`; `rate_limited` when the app has too many waiting
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
          // Whoever reads slowly may be let go meanwhile.
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

/** What ends a stream is told to whoever comes back. */
async function* untilItEnds(news: AsyncIterable<News>): AsyncGenerator<News> {
  try {
    yield* news
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof StoreUnavailable)) throw error
  }
}
