import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'

/** Expires an invitation that was not answered within 14 days; a closed one is not changed. */
export const expireInvitation: Step = async (work, { orgId, subjectId }) => {
  const expired = await work.db
    .updateTable('association_invitation')
    .set({ status: 'expired' })
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', subjectId)
    .where('status', '=', 'pending')
    .where('expires_at', '<=', work.now)
    .returning('invitation_id')
    .executeTakeFirst()
  if (!expired) return 'done'
  const change = { before: { status: 'pending' }, after: { status: 'expired' } }
  await audit(work, system, { orgId, action: 'system', target: subjectId, ...change })
  return 'done'
}
