import type { NewNotification } from '../../notifications/notify.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import type { Work } from '../../store/work.ts'

type NotificationType = Extract<NewNotification['type'], `webhook_${string}`>

/**
 * Notifies the administrators of the organisation that has the endpoint's app. The URL is left out, because it may hold a secret.
 *
 * @param details of the message, beside the ids and the app's name
 */
export async function notifyAppAdministrators(
  work: Work,
  endpointId: string,
  type: NotificationType,
  details: Record<string, string>,
): Promise<void> {
  const app = await work.db
    .selectFrom('webhook_endpoint as endpoint')
    .innerJoin('app', 'app.app_id', 'endpoint.app_id')
    .select(['app.app_id', 'app.name', 'app.org_id'])
    .where('endpoint.endpoint_id', '=', endpointId)
    .executeTakeFirst()
  if (!app?.org_id) return
  const data = { endpoint_id: endpointId, app_id: app.app_id, app_name: app.name, ...details }
  await notifyAdministrators(work, app.org_id, { type, data })
}
