import type { NotificationTexts } from './notification-texts.ts'

/** The English texts of notifications. */
export const en: NotificationTexts = {
  'leave_application.approved': {
    title: 'Leave application approved',
    detail: 'Confirm with your password before "expires_at" to leave; until then you stay a member.',
  },
  'leave_application.rejected': {
    title: 'Leave application rejected',
    detail: 'You stay a member; the reason, if there is one, is in "comment".',
  },
  'leave_application.review_requested': {
    title: 'A leave application needs your approval',
    detail: 'Approve or reject it; the applicant stays a member until it is decided.',
  },
  'account.departed': {
    title: 'Your account has ended',
    detail: 'You have departed from the organisation. Ask its administrators if you did not expect it.',
  },
  'account.restored': {
    title: 'Your account is restored',
    detail: 'You can act in the organisation again.',
  },
  'offboarding.failed': {
    title: 'A scheduled offboarding failed',
    detail: 'The member is still in the organisation. Look at "code", and repeat the offboarding.',
  },
  'offboarding.recipients_departed': {
    title: 'A recipient or successor has departed',
    detail: 'Scheduled offboardings name somebody who has departed. Choose others with "offboardings.update".',
  },
  'handover.recipient_unavailable': {
    title: 'A recipient could not take over',
    detail: 'The resources are held. Hand them over to somebody else before they are purged.',
  },
  'resources.received': {
    title: 'You have received resources',
    detail: 'They were owned by a member who departed, and are yours now. Look through them.',
  },
  'webhook_endpoint.failing': {
    title: 'A webhook endpoint is failing',
    detail: 'Look at its health, and repair the receiver.',
  },
  'webhook_endpoint.disabled': {
    title: 'A webhook endpoint is disabled',
    detail: 'Repair the receiver and enable it; its deliveries are held for 30 days.',
  },
  'webhook_endpoint.unverified': {
    title: 'A webhook endpoint was not verified',
    detail: 'Let the receiver answer the challenge, and verify it again.',
  },
  'webhook_delivery.failed': {
    title: 'A webhook delivery failed',
    detail: 'Repair the receiver, and redeliver it.',
  },
  'receipts.unsettled': {
    title: 'A departure is not settled',
    detail: 'Some systems have not confirmed that they acted. Remind them, or settle their receipts by hand.',
  },
  'offboarding.scheduled': {
    title: 'A member will depart',
    detail: 'At "effective_at" you receive what they own, or they leave your team. Agree on the handover beforehand.',
  },
  'offboarding.changed': {
    title: 'A scheduled offboarding has changed',
    detail: 'Its time or its handover has changed; look at "effective_at".',
  },
  'offboarding.canceled': {
    title: 'A scheduled offboarding was canceled',
    detail: 'The member stays; there is nothing to take over.',
  },
  'member.departed': {
    title: 'A member of your team has departed',
    detail: 'Look at who received their work, and take over what is held.',
  },
  'member.restored': {
    title: 'A departed member is back',
    detail: 'What you received from them stays yours. Give back by hand what they need.',
  },
  'leave_application.decided': {
    title: 'A leave application was decided',
    detail: 'The applicant is in your team. If it was approved, prepare to take over their work.',
  },
  'leave_application.withdrawn': {
    title: 'A leave application was withdrawn',
    detail: 'The applicant stays; there is nothing to decide or prepare any more.',
  },
  'leave_application.expired': {
    title: 'A leave application expired',
    detail: 'It was approved but not confirmed in time. The applicant stays a member, and must apply again to leave.',
  },
  'dissolution.scheduled': {
    title: 'The organisation is to be dissolved',
    detail: 'At "effective_at" everybody departs and everything ends. The founder can cancel it until then.',
  },
  'dissolution.canceled': {
    title: 'The dissolution was canceled',
    detail: 'The organisation continues as before.',
  },
  'membership.invited': {
    title: 'An organisation has added you',
    detail: 'Accept or decline the membership.',
  },
  'offboarding_batch.completed': {
    title: 'A batch is over',
    detail: 'Look at the items that failed, and repeat them.',
  },
  'offboarding_batch.canceled': {
    title: 'A batch was canceled',
    detail: 'Items that had not begun did not happen; members who had departed stay departed.',
  },
  'association.unlinked': {
    title: 'An association has ended',
    detail: 'Sharing with the other organisation has ended, and so have authorizations of its apps.',
  },
  'association.unlink_scheduled': {
    title: 'An association will end',
    detail: 'Save what you share with the other organisation before "effective_at".',
  },
  'association.unlink_canceled': {
    title: 'A scheduled unlink was canceled',
    detail: 'Nothing ends at that time any more; check whether the association continues.',
  },
  'association.unlink_failed': {
    title: 'A scheduled unlink failed',
    detail: 'The association continues. Schedule the unlink again if it is still wanted.',
  },
  'legal_hold.placed': {
    title: 'A legal hold was placed',
    detail: 'The records of the departure are kept until it is released, even beyond the time of their purge.',
  },
  'legal_hold.released': {
    title: 'A legal hold was released',
    detail: 'The records of the departure are purged at their time again, or now if it has passed.',
  },
  'founder_replacement.started': {
    title: 'The founder is to be replaced',
    detail:
      'The operator was told that the founder can’t be reached. Object before "effective_at" if that is wrong; otherwise "successor_id" becomes the founder.',
  },
  'founder_replacement.reminder': {
    title: 'The founder is about to be replaced',
    detail: '"successor_id" becomes the founder at "effective_at". Object before then if that is wrong.',
  },
  'founder_replacement.ended': {
    title: 'The replacement of the founder has ended',
    detail: 'Look at "status": if it is completed, "successor_id" is the founder now; otherwise the founder stays.',
  },
  'erasure.requested': {
    title: 'A person asks for an erasure',
    detail: 'Decide by "decide_by": grant it, or refuse it with a ground and a reason.',
  },
  'erasure.granted': {
    title: 'Your data is being erased',
    detail: 'The organisation erases everything personal of your departed account.',
  },
  'erasure.refused': {
    title: 'Your request for erasure was refused',
    detail: 'Read the ground and the reason. You can ask again, or complain to a supervisory authority.',
  },
  'erasure.overdue': {
    title: 'A request for erasure is overdue',
    detail:
      'The organisation has not decided in time. Administrators must decide now; the person can complain to a supervisory authority.',
  },
}
