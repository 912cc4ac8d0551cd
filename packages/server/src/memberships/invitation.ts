import type { Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { identityOf } from '../identity/identity.ts'
import { lockMembers, type MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { View } from '../store/work.ts'
import { foreignText } from './foreign-text.ts'

/** An identity: its id, or the query that finds it. */
type Person = string | ReturnType<typeof identityOf>

/**
 * Selects the memberships that organisations have created for a person and that the person has not accepted. They are
 * members of the organisation, but not accounts of the person. Memberships of blocked organisations are left out.
 */
const invitationsTo = (db: Reader, identityId: Person) =>
  db
    .selectFrom('account')
    .innerJoin('organization', 'organization.org_id', 'account.org_id')
    .select(['account.account_id', 'organization.org_id', 'organization.name as organization_name'])
    .select(['account.name', 'account.role', 'account.created_at'])
    .where('account.identity_id', '=', identityId)
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is', null)
    .where('organization.status', '!=', 'dissolved')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('membership_block as block')
            .select('block.org_id')
            .whereRef('block.identity_id', '=', 'account.identity_id')
            .whereRef('block.org_id', '=', 'account.org_id'),
        ),
      ),
    )
    .orderBy('account.account_id')

/** An organisation that lists a person as a member who has not accepted. */
export type MembershipInvitation = Schemas['MembershipInvitation']

/** Lists a person's invitations, oldest first. */
export async function listInvitationsTo(
  db: Reader,
  identityId: Person,
  page: Page,
): Promise<Schemas['MembershipInvitationList']> {
  const query = invitationsTo(db, identityId)
  const read = (after: string, limit: number) => query.where('account.account_id', '>', after).limit(limit).execute()
  return paged(page, read, {
    key: (row) => row.account_id,
    present: ({ account_id, org_id, organization_name, name, created_at }): MembershipInvitation => ({
      account_id,
      org_id,
      organization_name: foreignText(organization_name),
      name: foreignText(name),
      invited_at: timestamp(created_at),
    }),
  })
}

/**
 * Lists the invitations of the person behind a token, whichever of their accounts it is for.
 *
 * @throws {Refusal} `user_required`
 */
export async function listMembershipInvitations(
  { db }: View,
  actor: Actor,
  page: Page,
): Promise<Schemas['MembershipInvitationList']> {
  requireUserActor(actor)
  return listInvitationsTo(db, identityOf(db, actor), page)
}

/** Checks if an account is an invitation that the person can answer. */
export async function isInvitationTo(db: Reader, identityId: string, accountId: string): Promise<boolean> {
  const row = await invitationsTo(db, identityId).where('account.account_id', '=', accountId).executeTakeFirst()
  return row !== undefined
}

/**
 * Locks an invitation for the person who answers it.
 *
 * @throws {Refusal} `invitation_not_found` if the person has no pending invitation with this account
 */
export async function lockInvitationTo(tx: Tx, identityId: string, accountId: string): Promise<MemberRow> {
  const found = await invitationsTo(tx, identityId).where('account.account_id', '=', accountId).executeTakeFirst()
  // The invitation is read again under the lock, so that the second of two concurrent answers finds it answered.
  const [member] = found ? await lockMembers(tx, found.org_id, [accountId]) : []
  const isOpen = member?.status === 'active' && member.accepted_at === null && member.identity_id === identityId
  if (!member || !isOpen) throw new Refusal('invitation_not_found')
  return member
}
