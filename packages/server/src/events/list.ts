import { type CallOf, type Event, type EventType, type EventTypeFilter, eventTypes } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { appsOf } from '../locks/app-owner.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'
import { isForAppsOf } from './event.ts'
import { wants } from './event-type-filter.ts'
import { requireLiveCursor } from './retention.ts'

/** An event as it is stored; `body` holds the bytes that are delivered. */
export type StoredEvent = { sequence: number; type: string; body: string }

/** The filter of a list of events; `after` is the last sequence that the caller has seen. */
export type EventQuery = {
  after: number
  types?: EventTypeFilter[]
  limit: number
  /** Only events from this time on (RFC 3339). */
  since?: string
  /** Only events about this account. */
  account_id?: string
}

/** A page of events in the order of `sequence`. */
export type EventPage = {
  events: StoredEvent[]
  /** True if there are more events. */
  isFull: boolean
  /** The last sequence that was searched. */
  lastSequence: number
}

/** Returns the types whose read scope the actor's token carries. */
function readable(actor: OrganizationActor, filters: EventTypeFilter[] | undefined): EventType[] {
  const types = Object.keys(eventTypes) as EventType[]
  const kind = actor.type === 'app' ? actor.kind : 'internal'
  return types.filter(
    (type) => actor.scopes.has(eventTypes[type].readScope) && isForAppsOf(kind, type) && wants(filters ?? null, type),
  )
}

/**
 * Reads an organisation's events in the order of `sequence`. One statement reads both the events and the last sequence,
 * so that no event that is committed or removed in the meantime is skipped.
 *
 * @throws {Refusal} `admin_required`; `cursor_expired` if events after `after` are gone, `token_revoked` if the organisation has ended
 */
export async function readEvents(
  db: Reader,
  actor: OrganizationActor,
  { after, types, limit, since, account_id }: EventQuery,
): Promise<EventPage> {
  const readableTypes = readable(actor, types)
  const rows = await db
    .selectFrom('organization')
    .leftJoin(
      (from) =>
        from
          .selectFrom('event')
          .select(['sequence', 'type', 'body'])
          .where('org_id', '=', actor.orgId)
          .where('sequence', '>', after)
          .where('type', 'in', readableTypes.length > 0 ? readableTypes : [''])
          .where((is) => is.or([is('only_for', 'is', null), is('only_for', 'in', appsOf(db, actor))]))
          .$if(since !== undefined, (of) => of.where('created_at', '>=', Date.parse(since ?? '')))
          .$if(account_id !== undefined, (of) => of.where('subject', '=', account_id ?? ''))
          .orderBy('sequence')
          .limit(limit + 1)
          .as('event'),
      (join) => join.onTrue(),
    )
    .select(['first_sequence', 'last_sequence', 'event.sequence', 'event.type', 'event.body'])
    .where('organization.org_id', '=', actor.orgId)
    .orderBy('event.sequence')
    .execute()
  const [first] = rows
  if (!first) throw new Refusal('token_revoked')
  requireLiveCursor(after, first.first_sequence, first.last_sequence)
  const events = rows.filter((row): row is typeof row & StoredEvent => row.sequence !== null)
  const page = events.slice(0, limit)
  const isFull = events.length > limit
  const reached = isFull ? page.at(-1)?.sequence : first.last_sequence
  return { events: page, isFull, lastSequence: Math.max(after, reached ?? 0) }
}

/**
 * @throws {Refusal} `admin_required`; `event_not_found`, also for an event whose type the token may not read or that belongs to
 * another app
 */
export async function getEvent(
  { db }: View,
  actor: OrganizationActor,
  { event_id: eventId }: CallOf<'events.get'>,
): Promise<Event> {
  const row = await db
    .selectFrom('event')
    .select(['type', 'body'])
    .where('org_id', '=', actor.orgId)
    .where('event_id', '=', eventId)
    .where((is) => is.or([is('only_for', 'is', null), is('only_for', 'in', appsOf(db, actor))]))
    .executeTakeFirst()
  if (!row || !readable(actor, undefined).includes(row.type as EventType)) throw new Refusal('event_not_found')
  return JSON.parse(row.body) as Event
}
