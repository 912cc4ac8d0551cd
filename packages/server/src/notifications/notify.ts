import type { Schemas } from '@sendoff/api'
import { newId } from '../ids.ts'
import { insertRow } from '../store/statement.ts'
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
  const written = insertNotification(work.db, {
    identity_id: message.identityId,
    notification_id: newId('ntf'),
    account_id: message.accountId,
    org_id: message.orgId,
    type: message.type,
    data: JSON.stringify(message.data),
    created_at: work.now,
  })
  work.later(written)
}

const insertNotification = insertRow('notification')

/** Stores a message of an organisation for each of its members that are given, a hundred at most. */
export async function notifyEach(
  work: Work,
  orgId: string,
  members: { account_id: string; identity_id: string }[],
  { type, data }: Pick<NewNotification, 'type' | 'data'>,
): Promise<void> {
  const message = { org_id: orgId, type, data: JSON.stringify(data), created_at: work.now }
  for (const member of members) {
    work.later(insertNotification(work.db, { ...message, ...member, notification_id: newId('ntf') }))
  }
}
