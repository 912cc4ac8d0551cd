import { type EventType, eventTypes, type Scope } from '@sendoff/api'
import { sql } from 'kysely'
import { heldScopes } from '../../scopes.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import { isForAppsOf } from '../event.ts'
import { type EventTypeFilter, wants } from '../event-type-filter.ts'
import type { Recipient } from './insert.ts'
import type { ReceiptMarks } from './receipts.ts'

/** An endpoint that receives events of an organisation, with what decides about the types. */
export type Subscriber = Recipient &
  ReceiptMarks & {
    appId: string
    appName: string
    kind: 'internal' | 'third_party'
    filters: EventTypeFilter[] | null
    scopes: Scope[]
  }

/** The endpoints of an organisation by the types that they receive; those with the same types together. */
export type Audience = { types: EventType[]; endpoints: string[] }[]

/** Finds the endpoints of each app that acts for an organisation. */
export async function findSubscribers(db: Reader, orgId: string): Promise<Subscriber[]> {
  const rows = await subscribersOf(db, { orgId })
  return rows.map((row) => ({
    endpointId: row.endpoint_id,
    appId: row.app_id,
    appName: row.name,
    kind: row.kind,
    deprovisions: row.deprovisions,
    receipt_types: row.receipt_types,
    filters: row.event_types === null ? null : JSON.parse(row.event_types),
    scopes: heldScopes(row.scopes, row.granted_scopes),
    enabled: row.status === 'enabled',
    ordering: row.ordering,
  }))
}

/** Tells whether an endpoint receives a type: its app holds the read scope, and its filters let it through. */
export function receives({ kind, filters, scopes }: Subscriber, type: EventType): boolean {
  return scopes.includes(eventTypes[type].readScope) && isForAppsOf(kind, type) && wants(filters, type)
}

/** Sums subscribers up for keeping. Equal subscribers give equal text. */
export function audienceOf(subscribers: readonly Subscriber[]): Audience {
  const all = Object.keys(eventTypes) as EventType[]
  const groups = new Map<string, Audience[number]>()
  for (const one of subscribers) {
    const types = all.filter((type) => receives(one, type))
    const group = groups.get(types.join()) ?? { types, endpoints: [] }
    group.endpoints.push(one.endpointId)
    groups.set(types.join(), group)
  }
  for (const { endpoints } of groups.values()) endpoints.sort()
  return [...groups.values()].filter(({ types }) => types.length > 0)
}

/** The endpoints of an organisation's own apps, and of the third-party apps that it has authorised. */
const subscribersOf = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .selectFrom('app')
    .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
    .select(['endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status', 'endpoint.ordering'])
    .select(['endpoint.deprovisions', 'endpoint.receipt_types', 'app.app_id', 'app.name', 'app.kind'])
    .select(['app.scopes', sql<string | null>`null`.as('granted_scopes')])
    .where('app.org_id', '=', $('orgId'))
    .where('app.kind', '=', 'internal')
    .where('app.status', '=', 'active')
    .where('endpoint.status', '!=', 'deleted')
    .unionAll(
      db
        .selectFrom('authorization as granted')
        .innerJoin('app', 'app.app_id', 'granted.app_id')
        .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
        .select(['endpoint.endpoint_id', 'endpoint.event_types', 'endpoint.status', 'endpoint.ordering'])
        .select(['endpoint.deprovisions', 'endpoint.receipt_types', 'app.app_id', 'app.name', 'app.kind'])
        .select(['app.scopes', 'granted.scopes as granted_scopes'])
        .where('granted.org_id', '=', $('orgId'))
        .where('granted.status', '=', 'active')
        .where('app.status', '=', 'active')
        .where('endpoint.status', '!=', 'deleted'),
    ),
)
