import { eventTypes, type Scope } from '@sendoff/api'
import { sql } from 'kysely'
import type { RecordedEvent } from '../../events/append.ts'
import { type EventTypeFilter, wants } from '../../events/event-type-filter.ts'
import { newId } from '../../ids.ts'
import type { Tx } from '../../store/schema.ts'
import { statement } from '../../store/statement.ts'
import { leave } from '../../store/store.ts'

type Subscriber = Recipient & { orgId: string; filters: EventTypeFilter[] | null; scopes: Scope[] }

/** The endpoint that a delivery is for. */
export type Recipient = { endpointId: string; enabled: boolean; ordering: 'none' | 'subject' }

/**
 * Makes the deliveries of events: one for each endpoint of each app that acts for the event's organisation, if it wants the
 * type and the app holds the type's read scope there. What a disabled endpoint is owed is held for it.
 */
export async function createDeliveries(tx: Tx, events: RecordedEvent[], now: number): Promise<void> {
  if (events.length === 0) return
  const subscribers = await findSubscribers(tx, [...new Set(events.map((event) => event.org_id))])
  const deliveries = events.flatMap((event) =>
    subscribers
      .filter((subscriber) => subscriber.orgId === event.org_id && isFor(subscriber, event))
      .map((subscriber) => newDelivery(event, subscriber, now)),
  )
  if (deliveries.length === 0) return
  await tx.insertInto('delivery').values(deliveries).execute()
  leave(tx, 'deliveries', ...deliveries.map(({ endpoint_id }) => endpoint_id))
}

/** A delivery of an event to an endpoint, due at once. */
export function newDelivery(event: RecordedEvent, to: Recipient, now: number) {
  return {
    org_id: event.org_id,
    delivery_id: newId('dlv'),
    endpoint_id: to.endpointId,
    event_id: event.event_id,
    sequence: event.sequence,
    event_type: event.type,
    // What is about nobody waits for nothing, and nothing for it.
    subject: to.ordering === 'subject' ? (event.subject ?? event.event_id) : null,
    status: to.enabled ? ('pending' as const) : ('held' as const),
    attempts: 0,
    due_at: now,
    lease_id: null,
    lease_until: 0,
    created_at: now,
    finished_at: null,
  }
}

function isFor({ filters, scopes }: Subscriber, { type }: RecordedEvent): boolean {
  return scopes.includes(eventTypes[type].readScope) && wants(filters, type)
}

async function findSubscribers(tx: Tx, orgIds: string[]): Promise<Subscriber[]> {
  const subscribers: Subscriber[] = []
  for (const orgId of orgIds) {
    for (const row of await subscribersOf(tx, { orgId })) {
      subscribers.push({
        orgId,
        endpointId: row.endpoint_id,
        filters: row.event_types === null ? null : JSON.parse(row.event_types),
        scopes: scopesOf(row),
        enabled: row.status === 'enabled',
        ordering: row.ordering,
      })
    }
  }
  return subscribers
}

/** The endpoints of an organisation's own apps, and of the third-party apps that it has authorised. */
const subscribersOf = statement((db, of: { orgId: string }) =>
  db
    .selectFrom('app')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
    .select(['endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status', 'endpoint.ordering'])
    .select(['app.scopes', sql<string | null>`null`.as('granted_scopes')])
    .where('app.org_id', '=', of.orgId)
    .where('app.kind', '=', 'internal')
    .where('app.status', '=', 'active')
    .where('endpoint.status', '!=', 'deleted')
    .unionAll(
      db
        .selectFrom('authorization as granted')
        .innerJoin('app', 'app.app_id', 'granted.app_id')
        .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
        .select(['endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status', 'endpoint.ordering'])
        .select(['app.scopes', 'granted.scopes as granted_scopes'])
        .where('granted.org_id', '=', of.orgId)
        .where('granted.status', '=', 'active')
        .where('app.status', '=', 'active')
        .where('endpoint.status', '!=', 'deleted'),
    ),
)

/** What an app may read: its own scopes, and of another organisation those that were granted and that it still has. */
function scopesOf(row: { scopes: string; granted_scopes: string | null }): Scope[] {
  const ofApp = JSON.parse(row.scopes) as Scope[]
  if (row.granted_scopes === null) return ofApp
  const granted = JSON.parse(row.granted_scopes) as Scope[]
  return granted.filter((scope) => ofApp.includes(scope))
}
