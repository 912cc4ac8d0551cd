import { eventTypes, type Scope } from '@sendoff/api'
import type { RecordedEvent } from '../../events/append.ts'
import { type EventTypeFilter, wants } from '../../events/event-type-filter.ts'
import { newId } from '../../ids.ts'
import type { Tx } from '../../store/schema.ts'
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
  const internal = await tx
    .selectFrom('app')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
    .select(['app.org_id', 'app.scopes', 'endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status'])
    .select('endpoint.ordering')
    .where('app.org_id', 'in', orgIds)
    .where('app.kind', '=', 'internal')
    .where('app.status', '=', 'active')
    .where('endpoint.status', '!=', 'deleted')
    .execute()
  const thirdParty = await tx
    .selectFrom('authorization as granted')
    .innerJoin('app', 'app.app_id', 'granted.app_id')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
    .select(['granted.org_id', 'granted.scopes', 'app.scopes as app_scopes'])
    .select(['endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status', 'endpoint.ordering'])
    .where('granted.org_id', 'in', orgIds)
    .where('granted.status', '=', 'active')
    .where('app.status', '=', 'active')
    .where('endpoint.status', '!=', 'deleted')
    .execute()
  return [...internal, ...thirdParty].map((row) => ({
    orgId: row.org_id ?? '',
    endpointId: row.endpoint_id,
    filters: row.event_types === null ? null : JSON.parse(row.event_types),
    scopes: scopesOf(row),
    enabled: row.status === 'enabled',
    ordering: row.ordering,
  }))
}

/** What an app may read: its own scopes, and of another organisation those that were granted and that it still has. */
function scopesOf(row: { scopes: string; app_scopes?: string }): Scope[] {
  const scopes = JSON.parse(row.scopes) as Scope[]
  if (row.app_scopes === undefined) return scopes
  const ofApp = JSON.parse(row.app_scopes) as Scope[]
  return scopes.filter((scope) => ofApp.includes(scope))
}
