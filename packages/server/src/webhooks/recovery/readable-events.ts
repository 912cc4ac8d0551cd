import { type EventType, eventTypes, type Scope } from '@sendoff/api'
import { isForAppsOf } from '../../events/event.ts'
import { type EventTypeFilter, wants } from '../../events/event-type-filter.ts'
import { heldScopes } from '../../scopes.ts'
import type { Reader } from '../../store/schema.ts'

/** An organisation whose events an app receives, and the types that it may receive. */
export type ReadableEvents = { orgId: string; types: EventType[] }

/** Finds the organisations whose events an endpoint of an app receives at present, with the types. */
export async function findReadableEvents(
  db: Reader,
  appId: string,
  filters: EventTypeFilter[] | null = null,
): Promise<ReadableEvents[]> {
  const app = await db
    .selectFrom('app')
    .select(['kind', 'org_id', 'scopes'])
    .where('app_id', '=', appId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!app) return []
  const typesOf = (scopes: Scope[]) =>
    (Object.keys(eventTypes) as EventType[]).filter(
      (type) => scopes.includes(eventTypes[type].readScope) && isForAppsOf(app.kind, type) && wants(filters, type),
    )
  if (app.kind === 'internal')
    return app.org_id === null ? [] : [{ orgId: app.org_id, types: typesOf(heldScopes(app.scopes, null)) }]
  const granted = await db
    .selectFrom('authorization')
    .select(['org_id', 'scopes'])
    .where('app_id', '=', appId)
    .where('status', '=', 'active')
    .orderBy('org_id')
    .execute()
  return granted.map(({ org_id, scopes }) => ({
    orgId: org_id,
    types: typesOf(heldScopes(app.scopes, scopes)),
  }))
}
