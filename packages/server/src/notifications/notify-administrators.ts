import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'
import type { NewNotification } from './notify.ts'

/** The most that are notified, so that a step stays short in an organisation with thousands of administrators. */
const MOST = 100

/**
 * Leaves a message for the founder, and for those administrators of an organisation who can act: a hundred people at most. Somebody
 * who has not accepted the membership is none of them.
 */
export async function notifyAdministrators(
  work: Work,
  orgId: string,
  { type, data }: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  const told = await work.db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')
    .where('accepted_at', 'is not', null)
    .where('role', 'in', ['founder', 'admin'])
    // The founder first.
    .orderBy('role', 'desc')
    .orderBy('account_id')
    .limit(MOST)
    .execute()
  if (told.length === 0) return
  const message = { org_id: orgId, type, data: JSON.stringify(data), created_at: work.now }
  await work.db
    .insertInto('notification')
    .values(told.map((person) => ({ ...message, ...person, notification_id: newId('ntf') })))
    .execute()
}
