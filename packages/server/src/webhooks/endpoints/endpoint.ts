import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import { type Page, paged } from '../../store/page.ts'
import type { Reader, Schema } from '../../store/schema.ts'

type Row = Selectable<Schema['webhook_endpoint']>

/** An endpoint as the contract shows it, without its secret. */
export function presentEndpoint(row: Row): Schemas['WebhookEndpoint'] {
  return {
    endpoint_id: row.endpoint_id,
    app_id: row.app_id,
    url: row.url,
    event_types: row.event_types === null ? null : JSON.parse(row.event_types),
    description: row.description,
    status: row.status === 'enabled' ? 'enabled' : 'disabled',
    disabled_reason: row.disabled_reason,
    ordering: row.ordering,
    created_at: timestamp(row.created_at),
  }
}

/** What the audit log keeps of an endpoint; the query of its URL may hold a secret and is left out. */
export function auditedEndpoint({ app_id, url, event_types, description, ordering }: Row): object {
  const { origin, pathname } = new URL(url)
  return { app_id, url: origin + pathname, event_types: event_types && JSON.parse(event_types), description, ordering }
}

const ofApp = (db: Reader, app: Actor) =>
  db.selectFrom('webhook_endpoint').selectAll().where('app_id', '=', app.id).where('status', '!=', 'deleted')

/** Lists an app's endpoints, oldest first. */
export async function listEndpoints(db: Reader, app: Actor, page: Page): Promise<Schemas['WebhookEndpointList']> {
  const query = ofApp(db, app).orderBy('endpoint_id')
  return paged(page, (after, limit) => query.where('endpoint_id', '>', after).limit(limit).execute(), {
    key: (row) => row.endpoint_id,
    present: presentEndpoint,
  })
}

/** @throws {Refusal} `webhook_endpoint_not_found` when the app has no such endpoint */
export async function findEndpoint(db: Reader, app: Actor, endpointId: string): Promise<Row> {
  const row = await ofApp(db, app).where('endpoint_id', '=', endpointId).executeTakeFirst()
  if (!row) throw new Refusal('webhook_endpoint_not_found')
  return row
}
