import type { Step } from '../../due-work/due-work.ts'

/** Expires an invitation that nobody answered within its 14 days; one that is closed stays as it is. */
export const expireInvitation: Step = async (tx, { orgId, subjectId }, now) => {
  await tx
    .updateTable('association_invitation')
    .set({ status: 'expired' })
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', subjectId)
    .where('status', '=', 'pending')
    .where('expires_at', '<=', now)
    .execute()
  return 'done'
}
