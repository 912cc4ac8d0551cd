import type { Work } from '../store/work.ts'
import { type NewNotification, notifyEach } from './notify.ts'

/** The most people who are notified of one fact, so that its transaction stays short. */
const MOST = 100

/**
 * Leaves a message for active members, once for each, except those who have not accepted the membership: a stranger's organisation does
 * not reach anybody. Restricted members receive it, because they read it with another account or once they are released.
 *
 * @param accountIds the first hundred different ones are notified; null stands for nobody
 */
export async function notifyMembers(
  work: Work,
  orgId: string,
  accountIds: (string | null)[],
  message: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))].slice(0, MOST)
  if (ids.length === 0) return
  const members = await work.db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', orgId)
    .where('account_id', 'in', ids)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .orderBy('account_id')
    .execute()
  await notifyEach(work, orgId, members, message)
}
