import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { listed } from '../store/page.ts'
import type { View } from '../store/work.ts'

/** Lists the notifications of the person behind the token, for all of their accounts (S54). */
export async function listNotifications(
  { db }: View,
  actor: Actor,
  page: CallOf<'me.listNotifications'>,
): Promise<Schemas['NotificationList']> {
  const query = db
    .selectFrom('notification')
    .select(['notification_id', 'type', 'account_id', 'org_id', 'data', 'created_at'])
    .where('identity_id', '=', identityOf(db, actor))
  return listed(query, { id: 'notification_id', from: 'notification', at: 'created_at' }, page, (row) => ({
    ...row,
    type: row.type as Schemas['Notification']['type'],
    data: JSON.parse(row.data),
    created_at: timestamp(row.created_at),
  }))
}
