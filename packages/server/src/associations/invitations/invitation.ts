import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { lockAsAdministrator } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { Refusal } from '../../refusal.ts'
import { listed } from '../../store/page.ts'
import type { Reader, Schema } from '../../store/schema.ts'
import type { View, Work } from '../../store/work.ts'

/** An invitation from the inviting organisation's view: `type` is the role of `associated_org_id` towards `org_id`. */
export type Invitation = Selectable<Schema['association_invitation']>

const ofOrganization = (db: Reader, orgId: string) =>
  db
    .selectFrom('association_invitation as invitation')
    .innerJoin('organization as inviting', 'inviting.org_id', 'invitation.org_id')
    .innerJoin('organization as invited', 'invited.org_id', 'invitation.associated_org_id')
    .selectAll('invitation')
    .select(['inviting.name as org_name', 'invited.name as associated_org_name'])
    .where((or) => or.or([or('invitation.org_id', '=', orgId), or('invitation.associated_org_id', '=', orgId)]))

type Row = Invitation & { org_name: string; associated_org_name: string }

const present = (row: Row, orgId: string): Schemas['AssociationInvitation'] => ({
  invitation_id: row.invitation_id,
  direction: row.org_id === orgId ? 'sent' : 'received',
  org_id: row.org_id,
  org_name: row.org_name,
  associated_org_id: row.associated_org_id,
  associated_org_name: row.associated_org_name,
  type: row.type,
  dept_id: row.dept_id,
  message: row.message,
  status: row.status,
  created_at: timestamp(row.created_at),
  expires_at: timestamp(row.expires_at),
})

/**
 * Lists the invitations that the organisation has sent and received.
 *
 * @throws {Refusal} `admin_required`
 */
export async function listInvitations(
  { db }: View,
  actor: OrganizationActor,
  { status, ...page }: CallOf<'associationInvitations.list'>,
): Promise<Schemas['AssociationInvitationList']> {
  requireAdministrator(actor)
  let query = ofOrganization(db, actor.orgId)
  if (status) query = query.where('invitation.status', '=', status)
  const columns = { id: 'invitation_id', from: 'invitation', at: 'created_at' } as const
  return listed(query, columns, page, (row) => present(row, actor.orgId))
}

/** @throws {Refusal} `invitation_not_found` for an invitation between other organisations */
export async function getInvitation(
  db: Reader,
  actor: OrganizationActor,
  invitationId: string,
): Promise<Schemas['AssociationInvitation']> {
  const row = await ofOrganization(db, actor.orgId)
    .where('invitation.invitation_id', '=', invitationId)
    .executeTakeFirst()
  if (!row) throw new Refusal('invitation_not_found')
  return present(row, actor.orgId)
}

/**
 * Locks a pending invitation with its two organisations, for the side that may answer it or take it back.
 *
 * @param side the column that must contain the actor's organisation: `org_id` invites `associated_org_id`
 * @throws {Refusal} `admin_required`, `invitation_not_found` when the organisation has none with this id on this side,
 * `invitation_closed`, `invitation_expired`
 */
export async function lockPendingInvitation(
  work: Work,
  actor: OrganizationActor,
  side: 'org_id' | 'associated_org_id',
  invitationId: string,
): Promise<Invitation> {
  const query = work.db
    .selectFrom('association_invitation')
    .selectAll()
    .where('invitation_id', '=', invitationId)
    .where(side, '=', actor.orgId)
  const found = await query.executeTakeFirst()
  if (!found) throw new Refusal('invitation_not_found')
  await lockAsAdministrator(work.db, actor)
  await lockOrganizations(work.db, [found.org_id, found.associated_org_id])
  // The invitation is read again under the lock, so that the second of two concurrent answers finds it closed.
  const invitation = await query.forUpdate().executeTakeFirstOrThrow()
  const { status, expires_at } = invitation
  if (status === 'expired' || (status === 'pending' && expires_at <= work.now)) throw new Refusal('invitation_expired')
  if (status !== 'pending') throw new Refusal('invitation_closed')
  return invitation
}
