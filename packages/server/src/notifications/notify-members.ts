import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { type NewNotification, notifyEach } from './notify.ts'

/** The most people who are notified of one fact, so that its transaction stays short. */
const MOST = 100

/**
 * Leaves a message for members, once for each. See {@link findReachable}.
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
  await notifyEach(work, orgId, await findReachable(work.db, orgId, ids), message)
}

/**
 * Finds the active members among some accounts, except those who have not accepted the membership: a stranger's organisation does not
 * reach anybody. Restricted members are found, because they read a message with another account or once they are released.
 */
export async function findReachable(
  db: Reader,
  orgId: string,
  accountIds: string[],
): Promise<{ account_id: string; identity_id: string }[]> {
  if (accountIds.length === 0) return []
  return db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', orgId)
    .where('account_id', 'in', accountIds)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .orderBy('account_id')
    .execute()
}
