import type { Schemas } from '@sendoff/api'
import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'

/** A message to a person. */
export type NewNotification = {
  identityId: string
  /** The account that the message is about. */
  accountId: string
  orgId: string | null
  type: Schemas['Notification']['type']
  data: object
}

/** Stores a notification for a person, who can read it with any of their accounts. */
export async function notify(work: Work, message: NewNotification): Promise<void> {
  await work.db
    .insertInto('notification')
    .values({
      identity_id: message.identityId,
      notification_id: newId('ntf'),
      account_id: message.accountId,
      org_id: message.orgId,
      type: message.type,
      data: JSON.stringify(message.data),
      created_at: work.now,
    })
    .execute()
}

/** Stores a message of an organisation for each of its members that are given, a hundred at most. */
export async function notifyEach(
  work: Work,
  orgId: string,
  members: { account_id: string; identity_id: string }[],
  { type, data }: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  if (members.length === 0) return
  const message = { org_id: orgId, type, data: JSON.stringify(data), created_at: work.now }
  const rows = members.map((member) => ({ ...message, ...member, notification_id: newId('ntf') }))
  await work.db.insertInto('notification').values(rows).execute()
}
