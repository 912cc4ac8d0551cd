import { createHash } from 'node:crypto'
import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { appsOf, lockAppOf, type OwnedApp } from '../../locks/app-owner.ts'
import { Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'
import { presentHeaders } from '../message/custom-headers.ts'
import { presentReceiptTypes } from '../receipts/marks.ts'
import { isLiveAt } from './secret.ts'

export type EndpointRow = Selectable<Schema['webhook_endpoint']>

/**
 * The part of an endpoint that the audit log keeps. Path and query of a URL may hold tokens, so the log has its origin, and a digest that
 * shows whether the rest was changed. The values of headers are left out, too.
 */
export function auditedEndpoint(row: EndpointRow): object {
  const { app_id, url, event_types, description, format, ordering, headers } = row
  return {
    app_id,
    url: new URL(url).origin,
    url_digest: createHash('sha256').update(url).digest('hex').slice(0, 16),
    event_types: event_types && JSON.parse(event_types),
    description,
    format,
    ordering,
    deprovisions: row.deprovisions === 1,
    receipt_types: presentReceiptTypes(row),
    headers: presentHeaders(headers).map(({ name }) => name),
  }
}

/** Selects the endpoints that an actor handles. See {@link appsOf}. */
const endpointsOf = (db: Reader, actor: Actor) =>
  db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('app_id', 'in', appsOf(db, actor))
    .where('status', '!=', 'deleted')

/**
 * Lists the endpoints of an app, or for an administrator those of the organisation's own apps, oldest first.
 *
 * @throws {Refusal} `app_required`, `admin_required`, `app_not_found`
 */
export async function listEndpoints(
  view: View,
  actor: Actor,
  { app_id: appId, ...page }: CallOf<'webhookEndpoints.list'>,
): Promise<Schemas['WebhookEndpointList']> {
  let query = endpointsOf(view.db, actor).orderBy('endpoint_id')
  if (appId !== undefined) {
    const app = await appsOf(view.db, actor).where('app.app_id', '=', appId).executeTakeFirst()
    if (!app) throw new Refusal('app_not_found')
    query = query.where('app_id', '=', appId)
  }
  const { data, next_cursor } = await paged(
    page,
    (after, limit) => query.where('endpoint_id', '>', after).limit(limit).execute(),
    { key: (row) => row.endpoint_id, present: (row) => row },
  )
  return { data: await presentEndpoints(view, data), next_cursor }
}

/** @throws {Refusal} `app_required`, `admin_required`; `webhook_endpoint_not_found` for one that the actor does not handle */
export async function findEndpoint(db: Reader, actor: Actor, endpointId: string): Promise<EndpointRow> {
  const row = await endpointsOf(db, actor).where('endpoint_id', '=', endpointId).executeTakeFirst()
  if (!row) throw new Refusal('webhook_endpoint_not_found')
  return row
}

/**
 * Like {@link findEndpoint}, and locks the endpoint until the transaction ends, after its app and the account of a person.
 *
 * @returns the endpoint, and its app
 */
export async function lockEndpoint(
  tx: Tx,
  actor: Actor,
  endpointId: string,
): Promise<{ endpoint: EndpointRow; app: OwnedApp }> {
  const find = async () => (actor.type === 'app' ? actor.id : (await findEndpoint(tx, actor, endpointId)).app_id)
  const app = await lockAppOf(tx, actor, find, 'webhook_endpoint_not_found')
  const endpoint = await endpointsOf(tx, actor).where('endpoint_id', '=', endpointId).forUpdate().executeTakeFirst()
  if (!endpoint) throw new Refusal('webhook_endpoint_not_found')
  return { endpoint, app }
}

/** @throws {Refusal} `webhook_endpoint_disabled`, `webhook_endpoint_unverified` for an endpoint to which nothing is delivered */
export function requireEnabled({ status }: EndpointRow): void {
  if (status === 'disabled') throw new Refusal('webhook_endpoint_disabled')
  if (status === 'unverified') throw new Refusal('webhook_endpoint_unverified')
}

/** Presents an endpoint that the actor handles. See {@link findEndpoint}. */
export async function getEndpoint(
  view: View,
  actor: Actor,
  { endpoint_id: endpointId }: CallOf<'webhookEndpoints.get'>,
): Promise<Schemas['WebhookEndpoint']> {
  const [endpoint] = await presentEndpoints(view, [await findEndpoint(view.db, actor, endpointId)])
  if (!endpoint) throw new Refusal('webhook_endpoint_not_found')
  return endpoint
}

async function presentEndpoints(view: View, rows: EndpointRow[]): Promise<Schemas['WebhookEndpoint'][]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ endpoint_id }) => endpoint_id)
  const secrets = await view.db
    .selectFrom('webhook_secret')
    .select(['endpoint_id', 'secret_id', 'created_at', 'expires_at'])
    .where('endpoint_id', 'in', ids)
    .where(isLiveAt(view.now))
    .orderBy('secret_id', 'desc')
    .execute()
  const challenges = await view.db
    .selectFrom('endpoint_challenge')
    .selectAll()
    .where('endpoint_id', 'in', ids)
    .execute()
  return rows.map((row) => {
    const challenge = challenges.find(({ endpoint_id }) => endpoint_id === row.endpoint_id)
    return {
      endpoint_id: row.endpoint_id,
      app_id: row.app_id,
      url: row.url,
      event_types: row.event_types === null ? null : JSON.parse(row.event_types),
      description: row.description,
      format: row.format,
      headers: presentHeaders(row.headers),
      secrets: secrets
        .filter(({ endpoint_id }) => endpoint_id === row.endpoint_id)
        .map(({ secret_id, created_at, expires_at }) => ({
          secret_id,
          created_at: timestamp(created_at),
          expires_at: timeOrNull(expires_at),
        })),
      status: row.status === 'deleted' ? 'disabled' : row.status,
      disabled_reason: row.disabled_reason,
      ordering: row.ordering,
      deprovisions: row.deprovisions === 1,
      receipt_types: presentReceiptTypes(row),
      verification: {
        verified_at: timeOrNull(row.verified_at),
        next_challenge_at: row.status === 'unverified' ? timeOrNull(challenge?.due_at ?? null) : null,
        failure: challenge?.failure ?? null,
      },
      created_at: timestamp(row.created_at),
    }
  })
}

const timeOrNull = (time: number | null) => (time === null ? null : timestamp(time))
