import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import type { Work } from '../../store/work.ts'
import { invitationEvents } from './events.ts'
import { getInvitation, lockPendingInvitation } from './invitation.ts'
import { setInvitationStatus } from './set-status.ts'

/**
 * Declines an invitation on behalf of the invited organisation, and records events for both.
 *
 * @throws {Refusal} `admin_required`, `invitation_not_found`, `invitation_closed`, `invitation_expired`
 */
export async function declineInvitation(
  work: Work,
  actor: OrganizationActor,
  { invitation_id: invitationId }: CallOf<'associationInvitations.decline'>,
): Promise<Schemas['AssociationInvitation']> {
  return close(work, actor, invitationId, 'declined')
}

/**
 * Revokes an invitation on behalf of the inviting organisation, and records events for both.
 *
 * @throws {Refusal} `admin_required`, `invitation_not_found`, `invitation_closed`, `invitation_expired`
 */
export async function revokeInvitation(
  work: Work,
  actor: OrganizationActor,
  { invitation_id: invitationId }: CallOf<'associationInvitations.revoke'>,
): Promise<Schemas['AssociationInvitation']> {
  return close(work, actor, invitationId, 'revoked')
}

const ways = {
  declined: { side: 'associated_org_id', action: 'associationInvitations.decline' },
  revoked: { side: 'org_id', action: 'associationInvitations.revoke' },
} as const

async function close(
  work: Work,
  actor: OrganizationActor,
  invitationId: string,
  status: keyof typeof ways,
): Promise<Schemas['AssociationInvitation']> {
  requireAdministrator(actor)
  const { side, action } = ways[status]
  const invitation = await lockPendingInvitation(work, actor, side, invitationId)
  await setInvitationStatus(work.db, invitation, status)
  await appendEvents(work, invitationEvents(status, invitation, actor))
  const change = { before: { status: invitation.status }, after: { status } }
  await audit(work, actor, { orgId: actor.orgId, action, target: invitationId, ...change })
  return getInvitation(work.db, actor, invitationId)
}
