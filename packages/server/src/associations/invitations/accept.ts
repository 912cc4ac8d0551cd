import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { requireDepartments } from '../../organizations/departments.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { getAssociation } from '../association.ts'
import { fromOtherSide, type LinkedAssociation, link, linkedEvents, requireMayLink } from '../link.ts'
import { invitationEvents } from './events.ts'
import { type Invitation, lockPendingInvitation } from './invitation.ts'
import { setInvitationStatus } from './set-status.ts'

/**
 * Accepts an invitation: links the two organisations, closes other open invitations between them, and records events
 * for both (S58).
 *
 * @param command `dept_id` is the department of the accepting side
 * @returns the association, from the accepting side
 * @throws {Refusal} `admin_required`, `invitation_not_found`, `invitation_closed`, `invitation_expired`,
 * `invalid_request` for an unknown department, `association_exists`, `dissolution_in_progress`
 */
export async function acceptInvitation(
  work: Work,
  actor: OrganizationActor,
  { invitation_id, dept_id }: { invitation_id: string; dept_id: number },
): Promise<Schemas['Association']> {
  requireAdministrator(actor)
  const invitation = await lockPendingInvitation(work, actor, 'associated_org_id', invitation_id)
  await requireMayLink(work.db, invitation.org_id, invitation.associated_org_id)
  await requireDepartments(work.db, actor.orgId, [dept_id], () => '/dept_id')
  await setInvitationStatus(work.db, invitation, 'accepted')
  const others = await revokeOthers(work.db, invitation)
  const { org_id, associated_org_id, type } = invitation
  const side = await link(work, {
    org_id,
    dept_id: invitation.dept_id,
    associated_org_id,
    associated_dept_id: dept_id,
    type,
  })
  const revoked = others.flatMap((other) => invitationEvents('revoked', other, actor))
  await appendEvents(work, [...revoked, ...linkedEvents(side, actor)])
  await auditOnBothSides(work, actor, side, invitation_id)
  return getAssociation(work, actor, { association_id: side.association_id })
}

/** Closes other pending invitations between two organisations, in either direction, because they are now linked. */
async function revokeOthers(tx: Tx, { org_id, associated_org_id }: Invitation): Promise<Invitation[]> {
  const both = [org_id, associated_org_id]
  return tx
    .updateTable('association_invitation')
    .set({ status: 'revoked' })
    .where('org_id', 'in', both)
    .where('associated_org_id', 'in', both)
    .where('status', '=', 'pending')
    .returningAll()
    .execute()
}

async function auditOnBothSides(
  work: Work,
  actor: OrganizationActor,
  side: LinkedAssociation,
  invitation_id: string,
): Promise<void> {
  for (const { association_id: target, ...view } of [side, fromOtherSide(side)]) {
    const orgId = view.org_id
    // The network address is recorded in the actor's own organisation only.
    const who = orgId === actor.orgId ? actor : { type: actor.type, id: actor.id }
    const after = { invitation_id, ...view }
    await audit(work, who, { orgId, action: 'associationInvitations.accept', target, after })
  }
}
