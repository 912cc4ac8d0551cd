import { eventTypes } from '@sendoff/api'
import { record, system } from '../../events/append.ts'
import type { Tx } from '../../store/schema.ts'
import { leave } from '../../store/store.ts'
import { newDelivery } from './create.ts'

/** Why an endpoint was disabled without anybody of ours asking for it. */
export type DisabledReason = 'gone' | 'consumer_request' | 'failing'

/** Disables an endpoint, holds what it is owed and tells the app's other endpoints; nothing is dropped. */
export async function disableEndpoint(tx: Tx, endpointId: string, reason: DisabledReason, now: number): Promise<void> {
  const endpoint = await tx
    .updateTable('webhook_endpoint')
    .set({ status: 'disabled', disabled_reason: reason })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'enabled')
    .returning(['app_id', 'url'])
    .executeTakeFirst()
  if (!endpoint) return
  await tx
    .updateTable('delivery')
    .set({ status: 'held' })
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .where('lease_id', 'is', null)
    .execute()
  const app = await tx
    .selectFrom('app')
    .select(['org_id', 'scopes'])
    .where('app_id', '=', endpoint.app_id)
    .executeTakeFirstOrThrow()
  if (app.org_id === null) return
  const type = 'webhook_endpoint.disabled'
  const data = { endpoint_id: endpointId, app_id: endpoint.app_id, url: endpoint.url, reason }
  const event = await record(tx, { orgId: app.org_id, type, actor: system, data }, now)
  if (!JSON.parse(app.scopes).includes(eventTypes[type].readScope)) return
  const others = await tx
    .selectFrom('webhook_endpoint')
    .select(['endpoint_id', 'event_types', 'status', 'ordering'])
    .where('app_id', '=', endpoint.app_id)
    .where('endpoint_id', '!=', endpointId)
    .where('status', '!=', 'deleted')
    .execute()
  const deliveries = others
    .filter(({ event_types }) => event_types === null || JSON.parse(event_types).includes(type))
    .map(({ endpoint_id, status, ordering }) =>
      newDelivery(event, { endpointId: endpoint_id, enabled: status === 'enabled', ordering }, now),
    )
  if (deliveries.length === 0) return
  await tx.insertInto('delivery').values(deliveries).execute()
  leave(tx, 'deliveries', ...deliveries.map(({ endpoint_id }) => endpoint_id))
}
