import { invitationEvents } from '../associations/invitations/events.ts'
import { setInvitationStatus } from '../associations/invitations/set-status.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Work } from '../store/work.ts'

/** The number of invitations that are revoked in one transaction. */
const PAGE = 50

/**
 * Revokes a page of the invitations that a dissolving organisation has sent or received, and tells both sides of each.
 *
 * @returns false if there were none
 */
export async function revokeInvitations(work: Work, orgId: string): Promise<boolean> {
  const pending = work.db
    .selectFrom('association_invitation')
    .selectAll()
    .where((or) => or.or([or('org_id', '=', orgId), or('associated_org_id', '=', orgId)]))
    .where('status', '=', 'pending')
    .orderBy('invitation_id')
    .limit(PAGE)
  const found = await pending.execute()
  if (found.length === 0) return false
  const sides = new Set(found.flatMap(({ org_id, associated_org_id }) => [org_id, associated_org_id]))
  await lockOrganizations(work.db, [...sides])
  // They are read again under the lock, so that an answer at the same time comes before or after this.
  const living = (await pending.execute()).filter((one) => sides.has(one.org_id) && sides.has(one.associated_org_id))
  for (const invitation of living) {
    await setInvitationStatus(work.db, invitation, 'revoked')
    const change = { before: { status: 'pending' }, after: { status: 'revoked', cause: 'organization_dissolved' } }
    for (const side of [invitation.org_id, invitation.associated_org_id]) {
      await audit(work, system, { orgId: side, action: 'system', target: invitation.invitation_id, ...change })
    }
  }
  await appendEvents(
    work,
    living.flatMap((invitation) => invitationEvents('revoked', invitation, system)),
  )
  return true
}
