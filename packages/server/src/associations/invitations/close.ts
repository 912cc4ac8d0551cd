import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import type { Tx } from '../../store/schema.ts'
import { invitationEvents } from './events.ts'
import { getInvitation, lockPendingInvitation } from './invitation.ts'
import { setStatus } from './set-status.ts'

/**
 * Declines an invitation, for the organisation that it invites, and tells both.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `admin_required`, `invitation_not_found`, `invitation_closed`, `invitation_expired`
 */
export async function declineInvitation(
  tx: Tx,
  actor: OrganizationActor,
  invitationId: string,
  now: number,
): Promise<Schemas['AssociationInvitation']> {
  return close(tx, actor, invitationId, 'declined', now)
}

/**
 * Takes an invitation back, for the organisation that sent it, and tells both.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `admin_required`, `invitation_not_found`, `invitation_closed`, `invitation_expired`
 */
export async function revokeInvitation(
  tx: Tx,
  actor: OrganizationActor,
  invitationId: string,
  now: number,
): Promise<Schemas['AssociationInvitation']> {
  return close(tx, actor, invitationId, 'revoked', now)
}

const ways = {
  declined: { side: 'associated_org_id', action: 'associationInvitations.decline' },
  revoked: { side: 'org_id', action: 'associationInvitations.revoke' },
} as const

async function close(
  tx: Tx,
  actor: OrganizationActor,
  invitationId: string,
  status: keyof typeof ways,
  now: number,
): Promise<Schemas['AssociationInvitation']> {
  requireAdministrator(actor)
  const { side, action } = ways[status]
  const invitation = await lockPendingInvitation(tx, actor, side, invitationId, now)
  await setStatus(tx, invitation, status)
  await appendEvents(tx, invitationEvents(status, invitation, actor), now)
  const change = { before: { status: invitation.status }, after: { status } }
  await audit(tx, actor, { orgId: actor.orgId, action, target: invitationId, ...change }, now)
  return getInvitation(tx, actor, invitationId)
}
