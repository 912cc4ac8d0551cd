import { newId } from '../ids.ts'
import type { Work } from '../store/work.ts'

/** A message to a person. */
export type NewNotification = {
  identityId: string
  /** The account that the message is about. */
  accountId: string
  orgId: string | null
  type:
    | 'leave_application.approved'
    | 'leave_application.rejected'
    | 'leave_application.review_requested'
    | 'account.departed'
    | 'account.restored'
    | 'offboarding.failed'
    | 'handover.recipient_unavailable'
    | 'resources.received'
    | 'webhook_endpoint.failing'
    | 'webhook_endpoint.disabled'
    | 'webhook_endpoint.unverified'
    | 'webhook_delivery.failed'
    | 'receipts.unsettled'
    | 'membership.invited'
    | 'offboarding_batch.completed'
    | 'offboarding_batch.canceled'
    | 'association.unlinked'
    | 'association.unlink_scheduled'
    | 'association.unlink_canceled'
    | 'association.unlink_failed'
    | 'legal_hold.placed'
    | 'legal_hold.released'
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
