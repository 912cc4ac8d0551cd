import type { Schemas } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { type Page, paged } from '../store/page.ts'
import type { View } from '../store/work.ts'

/** Lists the notifications of the person behind the token, newest first, for all of their accounts (S54). */
export async function listNotifications({ db }: View, actor: Actor, page: Page): Promise<Schemas['NotificationList']> {
  const query = db
    .selectFrom('notification')
    .select(['notification_id', 'type', 'account_id', 'org_id', 'data', 'created_at'])
    .where('identity_id', '=', identityOf(db, actor))
    .orderBy('notification_id', 'desc')
  const read = (after: string, limit: number) =>
    (after === '' ? query : query.where('notification_id', '<', after)).limit(limit).execute()
  return paged(page, read, {
    key: (row) => row.notification_id,
    present: (row) => ({
      ...row,
      type: row.type as Schemas['Notification']['type'],
      data: JSON.parse(row.data),
      created_at: timestamp(row.created_at),
    }),
  })
}
