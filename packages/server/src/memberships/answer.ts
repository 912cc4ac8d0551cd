import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { depart } from '../departures/depart.ts'
import { appendEvents } from '../events/append.ts'
import { identityOf } from '../identity/identity.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { lockInvitationTo } from './invitation.ts'

/** The person as the organisation's own actor, without the account they use or the address they call from. */
const asMember = (accountId: string) => ({ type: 'user', id: accountId }) as const

/**
 * Accepts a membership: from now on the account is one of the person's, and the organisation receives the events that
 * concern it.
 *
 * @throws {Refusal} `invitation_not_found`
 */
export async function acceptMembership(work: Work, identityId: string, accountId: string): Promise<void> {
  const { org_id: orgId } = await lockInvitationTo(work.db, identityId, accountId)
  await work.db.updateTable('account').set({ accepted_at: work.now }).where('account_id', '=', accountId).execute()
  const actor = asMember(accountId)
  await appendEvents(work, [{ orgId, type: 'member.accepted', actor, data: { account_id: accountId } }])
  const change = { before: { accepted_at: null }, after: { accepted_at: timestamp(work.now) } }
  await audit(work, actor, { orgId, action: 'membershipInvitations.accept', target: accountId, ...change })
}

/**
 * Declines a membership: the member departs regardless of the leave policy, because they never joined.
 *
 * @throws {Refusal} `invitation_not_found`
 */
export async function declineMembership(work: Work, identityId: string, accountId: string): Promise<void> {
  const member = await lockInvitationTo(work.db, identityId, accountId)
  const departing = { method: 'declined', initiator: 'self', action: 'membershipInvitations.decline' } as const
  await depart(work, member, { ...departing, actor: asMember(accountId) })
}

/**
 * Accepts a membership of the person behind a token.
 *
 * @throws {Refusal} `user_required`, `invitation_not_found`
 */
export async function acceptMembershipInvitation(
  work: Work,
  actor: Actor,
  { account_id: accountId }: CallOf<'membershipInvitations.accept'>,
): Promise<Schemas['MyOrganization']> {
  await acceptMembership(work, await personOf(work.db, actor), accountId)
  const { created_at, ...organization } = await work.db
    .selectFrom('account')
    .innerJoin('organization', 'organization.org_id', 'account.org_id')
    .select(['organization.org_id', 'organization.name', 'account.account_id', 'account.role', 'account.created_at'])
    .where('account.account_id', '=', accountId)
    .$narrowType<{ role: Schemas['Role'] }>()
    .executeTakeFirstOrThrow()
  return { ...organization, joined_at: timestamp(created_at) }
}

/**
 * Declines a membership of the person behind a token.
 *
 * @throws {Refusal} `user_required`, `invitation_not_found`
 */
export async function declineMembershipInvitation(
  work: Work,
  actor: Actor,
  { account_id: accountId }: CallOf<'membershipInvitations.decline'>,
): Promise<void> {
  await declineMembership(work, await personOf(work.db, actor), accountId)
}

async function personOf(tx: Tx, actor: Actor): Promise<string> {
  requireUserActor(actor)
  return (await identityOf(tx, actor).executeTakeFirstOrThrow()).identity_id
}
