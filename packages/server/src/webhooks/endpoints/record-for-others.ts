import { type EventOf, eventTypes } from '@sendoff/api'
import type { Actor } from '../../actor.ts'
import { record } from '../../events/append.ts'
import type { ENDPOINT_EVENTS, SystemActor } from '../../events/event.ts'
import { wants } from '../../events/event-type-filter.ts'
import { insertDeliveries, newDelivery } from '../../events/outbox/insert.ts'
import type { Work } from '../../store/work.ts'

type Change = Exclude<(typeof ENDPOINT_EVENTS)[number], 'ping'>

type EndpointChange = {
  [Type in Change]: {
    type: Type
    actor: Actor | SystemActor
    data: EventOf<Type>['data']
  }
}[Change]

/**
 * Records that an endpoint was enabled or disabled, for the app's other endpoints only, because its URL may hold a secret.
 *
 * @returns whether an endpoint that takes deliveries at present receives it
 */
export async function recordForOthers(work: Work, change: EndpointChange): Promise<boolean> {
  const { endpoint_id, app_id } = change.data
  const app = await work.db
    .selectFrom('app')
    .select(['org_id', 'scopes'])
    .where('app_id', '=', app_id)
    .executeTakeFirstOrThrow()
  if (app.org_id === null) return false
  const event = await record(work, { orgId: app.org_id, ...change }, app_id)
  if (!JSON.parse(app.scopes).includes(eventTypes[change.type].readScope)) return false
  const others = await work.db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('endpoint_health as health', 'health.endpoint_id', 'endpoint.endpoint_id')
    .select(['endpoint.endpoint_id', 'event_types', 'status', 'ordering', 'breaker'])
    .where('app_id', '=', app_id)
    .where('endpoint.endpoint_id', '!=', endpoint_id)
    .where('status', '!=', 'deleted')
    .execute()
  const recipients = others.filter(({ event_types }) => wants(event_types && JSON.parse(event_types), change.type))
  const deliveries = recipients.map(({ endpoint_id: endpointId, status, ordering }) =>
    newDelivery(work, event, { endpointId, enabled: status === 'enabled', ordering }),
  )
  await insertDeliveries(work, deliveries)
  return recipients.some(({ status, breaker }) => status === 'enabled' && breaker === 'closed')
}
