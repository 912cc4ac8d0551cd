import { type EventOf, eventTypes } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { record, type SystemActor } from '../../events/append.ts'
import { wants } from '../../events/event-type-filter.ts'
import type { Tx } from '../../store/schema.ts'
import { insertDeliveries, newDelivery } from '../delivery/insert.ts'

type News = {
  [Type in 'webhook_endpoint.disabled' | 'webhook_endpoint.enabled']: {
    type: Type
    actor: Actor | SystemActor
    data: EventOf<Type>['data']
  }
}['webhook_endpoint.disabled' | 'webhook_endpoint.enabled']

/** Records what became of an endpoint, for the app's other endpoints and for nobody else's: its URL may hold a secret. */
export async function tellOthers(tx: Tx, news: News, now: number): Promise<void> {
  const { endpoint_id, app_id } = news.data
  const app = await tx
    .selectFrom('app')
    .select(['org_id', 'scopes'])
    .where('app_id', '=', app_id)
    .executeTakeFirstOrThrow()
  if (app.org_id === null) return
  const event = await record(tx, { orgId: app.org_id, ...news }, now, app_id)
  if (!JSON.parse(app.scopes).includes(eventTypes[news.type].readScope)) return
  const others = await tx
    .selectFrom('webhook_endpoint')
    .select(['endpoint_id', 'event_types', 'status', 'ordering'])
    .where('app_id', '=', app_id)
    .where('endpoint_id', '!=', endpoint_id)
    .where('status', '!=', 'deleted')
    .execute()
  const deliveries = others
    .filter(({ event_types }) => wants(event_types && JSON.parse(event_types), news.type))
    .map(({ endpoint_id: endpointId, status, ordering }) =>
      newDelivery(event, { endpointId, enabled: status === 'enabled', ordering }, now),
    )
  await insertDeliveries(tx, deliveries)
}
