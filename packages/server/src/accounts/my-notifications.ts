import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { invalid } from '../refusal.ts'
import { listed } from '../store/page.ts'
import type { Reader } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'
import { textOfNotification } from '../texts/notifications/text-of-notification.ts'

/** The most notifications that are counted, and that are marked by one request. */
const MOST = 1000

const unreadOf = (db: Reader, actor: Actor) =>
  db.selectFrom('notification').where('identity_id', '=', identityOf(db, actor)).where('read_at', 'is', null)

/** Lists the notifications of the person behind the token, for all of their accounts (S54). */
export async function listNotifications(
  { db }: View,
  actor: Actor,
  { unread, ...page }: CallOf<'me.listNotifications'>,
): Promise<Schemas['NotificationList']> {
  let query = db
    .selectFrom('notification')
    .select(['notification_id', 'type', 'account_id', 'org_id', 'data', 'created_at', 'read_at'])
    .where('identity_id', '=', identityOf(db, actor))
  if (unread !== undefined) query = query.where('read_at', unread ? 'is' : 'is not', null)
  const by = { id: 'notification_id', from: 'notification', at: 'created_at' } as const
  const list = await listed(query, by, page, (row) => {
    const type = row.type as Schemas['Notification']['type']
    return {
      ...row,
      type,
      data: JSON.parse(row.data),
      ...textOfNotification(type, actor.origin.language),
      created_at: timestamp(row.created_at),
      read_at: row.read_at === null ? null : timestamp(row.read_at),
    }
  })
  return { ...list, unread_count: await countUnread(db, actor) }
}

/** Counts the unread notifications, up to {@link MOST}. */
async function countUnread(db: Reader, actor: Actor): Promise<number> {
  const rows = await unreadOf(db, actor).select('notification_id').limit(MOST).execute()
  return rows.length
}

/**
 * Marks notifications of the person as read: the named ones, or the oldest 1,000 up to one. Those of other people are passed over.
 *
 * @throws {Refusal} `user_required`; `invalid_request` without exactly one of the two choices
 */
export async function markNotificationsRead(
  work: Work,
  actor: Actor,
  { notification_ids: ids, up_to: upTo }: CallOf<'me.markNotificationsRead'>,
): Promise<Schemas['MarkedNotifications']> {
  requireUserActor(actor)
  if ((ids === undefined) === (upTo === undefined)) throw invalid('/', 'notifications.choice')
  const unread = unreadOf(work.db, actor).select('notification_id').orderBy('notification_id').limit(MOST)
  const chosen = ids ? unread.where('notification_id', 'in', ids) : unread.where('notification_id', '<=', upTo ?? '')
  const found = (await chosen.execute()).map(({ notification_id }) => notification_id)
  if (found.length > 0) {
    await work.db
      .updateTable('notification')
      .set({ read_at: work.now })
      .where('notification_id', 'in', found)
      .where('identity_id', '=', identityOf(work.db, actor))
      .execute()
  }
  return { marked: found.length, unread_count: await countUnread(work.db, actor) }
}
