import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'

/** Expires an invitation that nobody answered within its 14 days; one that is closed stays as it is. */
export const expireInvitation: Step = async (tx, { orgId, subjectId }, now) => {
  const expired = await tx
    .updateTable('association_invitation')
    .set({ status: 'expired' })
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', subjectId)
    .where('status', '=', 'pending')
    .where('expires_at', '<=', now)
    .returning('invitation_id')
    .executeTakeFirst()
  if (!expired) return 'done'
  const change = { before: { status: 'pending' }, after: { status: 'expired' } }
  await audit(tx, system, { orgId, action: 'system', target: subjectId, ...change }, now)
  return 'done'
}
