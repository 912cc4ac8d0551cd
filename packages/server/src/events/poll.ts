import type { Event, Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import type { Waiting } from '../operation.ts'
import type { View } from '../store/work.ts'
import type { Feed } from './feed.ts'
import { type EventPage, type EventQuery, readEvents } from './list.ts'

/** `wait` is in seconds. */
export type PollQuery = EventQuery & { wait: number }

/**
 * Lists an organisation's events in the order of `sequence`; if there is none, waits for the next one that the caller
 * may read.
 *
 * @returns an empty page if none arrived in time, or if the server stops
 * @throws {Refusal} `cursor_expired`; `rate_limited` if the app has too many watches; the refusals of {@link
 * Waiting.again}
 */
export async function pollEvents(
  { db }: View,
  actor: OrganizationActor,
  query: PollQuery,
  { feed, gone, again }: Waiting & { feed: Feed },
): Promise<Schemas['EventList']> {
  const first = await readEvents(db, actor, query)
  if (first.events.length > 0 || query.wait === 0) return present(first)
  const until = performance.now() + query.wait * 1000
  const watch = feed.watch(actor.orgId, actor.id)
  try {
    for (let caller = actor; ; caller = await again()) {
      const page = await readEvents(db, caller, query)
      const left = until - performance.now()
      if (page.events.length > 0 || left <= 0 || feed.isClosed || gone.aborted) return present(page)
      await watch.changed(left, page.lastSequence, gone)
    }
  } finally {
    watch.close()
  }
}

function present({ events, isFull, lastSequence }: EventPage): Schemas['EventList'] {
  return {
    data: events.map(({ body }) => JSON.parse(body) as Event),
    next_cursor: isFull ? String(lastSequence) : null,
    last_sequence: lastSequence,
  }
}
