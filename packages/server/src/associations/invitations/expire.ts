import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { invitationEvents } from './events.ts'

/** Expires an invitation that was not answered within 14 days, and tells both sides; a closed one is not changed. */
export const expireInvitation: Step = async (work, { orgId, subjectId }) => {
  const pending = work.db
    .selectFrom('association_invitation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', subjectId)
    .where('status', '=', 'pending')
    .where('expires_at', '<=', work.now)
  const found = await pending.executeTakeFirst()
  if (!found) return 'done'
  await lockOrganizations(work.db, [orgId, found.associated_org_id])
  const invitation = await pending.forUpdate().executeTakeFirst()
  if (!invitation) return 'done'
  await work.db
    .updateTable('association_invitation')
    .set({ status: 'expired' })
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', subjectId)
    .execute()
  await appendEvents(work, invitationEvents('expired', invitation, system))
  const change = { before: { status: 'pending' }, after: { status: 'expired' } }
  await audit(work, system, { orgId, action: 'system', target: subjectId, ...change })
  return 'done'
}
