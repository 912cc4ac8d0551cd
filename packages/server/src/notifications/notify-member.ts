import type { Work } from '../store/work.ts'
import { type NewNotification, notify } from './notify.ts'

/**
 * Leaves a message for an active member, except one who has not accepted the membership: a stranger's organisation does not reach
 * anybody. Restricted members receive it, because they read it with another account or once they are released.
 */
export async function notifyMember(
  work: Work,
  orgId: string,
  accountId: string,
  { type, data }: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  const member = await work.db
    .selectFrom('account')
    .select('identity_id')
    .where('org_id', '=', orgId)
    .where('account_id', '=', accountId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .executeTakeFirst()
  if (member) await notify(work, { identityId: member.identity_id, accountId, orgId, type, data })
}
