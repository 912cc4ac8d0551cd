import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../locks/members.ts'
import type { NewNotification } from '../notifications/notify.ts'
import { notifyMembers } from '../notifications/notify-members.ts'
import type { Work } from '../store/work.ts'
import { namedRecipients } from './handover/recipients.ts'

type Leaver = Pick<MemberRow, 'org_id' | 'account_id' | 'manager_id'>

/**
 * Notifies the people whom a departure concerns: the leaver's manager and the named recipients of the handover. The leaver is not told
 * before the departure: that is for the people who know them to do.
 */
export async function notifyConcerned(
  work: Work,
  { org_id, account_id, manager_id }: Leaver,
  handover: Schemas['Handover'],
  message: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  const concerned = [manager_id, ...namedRecipients(handover)].filter((id) => id !== account_id)
  await notifyMembers(work, org_id, concerned, message)
}
