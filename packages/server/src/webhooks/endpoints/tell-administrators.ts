import type { NewNotification } from '../../notifications/notify.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import type { Tx } from '../../store/schema.ts'

type News = Extract<NewNotification['type'], `webhook_${string}`>

/**
 * Notifies the administrators of the organisation that an endpoint's app belongs to. The URL is left out: it may hold a secret.
 *
 * @param details of the message, beside the ids and the app's name
 */
export async function tellAdministrators(
  tx: Tx,
  endpointId: string,
  type: News,
  details: Record<string, string>,
  now: number,
): Promise<void> {
  const app = await tx
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select(['app.app_id', 'app.name', 'app.org_id'])
    .where('endpoint.endpoint_id', '=', endpointId)
    .executeTakeFirst()
  if (!app?.org_id) return
  const data = { endpoint_id: endpointId, app_id: app.app_id, app_name: app.name, ...details }
  await notifyAdministrators(tx, app.org_id, { type, data }, now)
}
