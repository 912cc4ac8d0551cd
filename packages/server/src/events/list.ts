import { type Event, type EventType, eventTypes, type Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import { requireLiveCursor } from './retention.ts'

/** The types that an actor may read: those whose read scope its token carries. */
function readable(actor: OrganizationActor): EventType[] {
  return (Object.keys(eventTypes) as EventType[]).filter((type) => actor.scopes.has(eventTypes[type].readScope))
}

/**
 * Lists an organisation's events in the order of `sequence`.
 *
 * @param query `after` is the last sequence that the caller has seen
 * @throws {Refusal} `cursor_expired` when events after it are gone
 */
export async function listEvents(
  db: Reader,
  actor: OrganizationActor,
  query: { after: number; types?: EventType[]; limit: number },
): Promise<Schemas['EventList']> {
  await requireLiveCursor(db, actor.orgId, query.after)
  const types = readable(actor).filter((type) => !query.types || query.types.includes(type))
  const rows =
    types.length === 0
      ? []
      : await db
          .selectFrom('event')
          .select(['sequence', 'body'])
          .where('org_id', '=', actor.orgId)
          .where('sequence', '>', query.after)
          .where('type', 'in', types)
          .orderBy('sequence')
          .limit(query.limit + 1)
          .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    data: page.map((row) => JSON.parse(row.body) as Event),
    next_cursor: last && rows.length > page.length ? String(last.sequence) : null,
  }
}

/** @throws {Refusal} `event_not_found`, also for an event of a type that the token may not read */
export async function getEvent(db: Reader, actor: OrganizationActor, eventId: string): Promise<Event> {
  const row = await db
    .selectFrom('event')
    .select(['type', 'body'])
    .where('org_id', '=', actor.orgId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (!row || !readable(actor).includes(row.type as EventType)) throw new Refusal('event_not_found')
  return JSON.parse(row.body) as Event
}
