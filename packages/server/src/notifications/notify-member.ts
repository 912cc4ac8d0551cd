import type { Work } from '../store/work.ts'
import type { NewNotification } from './notify.ts'
import { notifyMembers } from './notify-members.ts'

/** Leaves a message for a member. See {@link notifyMembers}. */
export const notifyMember = (
  work: Work,
  orgId: string,
  accountId: string,
  message: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> => notifyMembers(work, orgId, [accountId], message)
