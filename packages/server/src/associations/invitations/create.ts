import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { countInvitation } from '../../limits/invitations.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { requireDepartments } from '../../organizations/departments.ts'
import { requireOrganizationExists } from '../../organizations/organization.ts'
import { invalid } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { requireNotBlocked } from '../blocks.ts'
import { requireMayLink } from '../link.ts'
import { invitationEvents } from './events.ts'
import { getInvitation } from './invitation.ts'

/** The time within which an invitation can be answered, in milliseconds: 14 days. */
const OPEN_FOR = 14 * 24 * 60 * 60 * 1000

/**
 * Invites an organisation to an association of any of the three types (S58). It has 14 days to accept or decline.
 *
 * @throws {Refusal} `admin_required`, `organization_not_found`, `invalid_request` for the organisation itself, for one
 * that has not answered an earlier invitation and for an unknown department, `association_exists`,
 * `dissolution_in_progress`, `invitation_refused`, `rate_limited`
 */
export async function createInvitation(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['CreateAssociationInvitationRequest'],
): Promise<Schemas['AssociationInvitation']> {
  requireAdministrator(actor)
  const { associated_org_id, dept_id, type, message = null } = command
  if (associated_org_id === actor.orgId) throw invalid('/associated_org_id', 'association.own')
  await lockAsAdministrator(work.db, actor)
  await lockOrganizations(work.db, [actor.orgId, associated_org_id])
  await requireOrganizationExists(work.db, associated_org_id)
  await requireDepartments(work.db, actor.orgId, [dept_id], () => '/dept_id')
  await requireMayLink(work.db, actor.orgId, associated_org_id)
  await requireNotBlocked(work.db, actor.orgId, associated_org_id)
  await requireNoneOpen(work, actor.orgId, associated_org_id)
  await countInvitation(work, actor.orgId, { orgId: associated_org_id })
  const invitation = {
    org_id: actor.orgId,
    invitation_id: newId('inv'),
    dept_id,
    associated_org_id,
    type,
    message,
    status: 'pending' as const,
    created_at: work.now,
    expires_at: work.now + OPEN_FOR,
  }
  await work.db.insertInto('association_invitation').values(invitation).execute()
  const { org_id: orgId, invitation_id: subjectId, expires_at: dueAt } = invitation
  await schedule(work, { orgId, kind: 'invitation_expiry', subjectId, dueAt })
  await appendEvents(work, invitationEvents('invited', invitation, actor))
  const after = { associated_org_id, type, dept_id }
  await audit(work, actor, { orgId, action: 'associationInvitations.create', target: subjectId, after })
  return getInvitation(work.db, actor, subjectId)
}

async function requireNoneOpen(work: Work, orgId: string, associatedOrgId: string): Promise<void> {
  const open = await work.db
    .selectFrom('association_invitation')
    .select('invitation_id')
    .where('org_id', '=', orgId)
    .where('associated_org_id', '=', associatedOrgId)
    .where('status', '=', 'pending')
    .where('expires_at', '>', work.now)
    .executeTakeFirst()
  if (open) throw invalid('/associated_org_id', 'association.invited', { invitation_id: open.invitation_id })
}
