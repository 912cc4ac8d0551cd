import type { Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { depart } from '../departures/depart.ts'
import { appendEvents } from '../events/append.ts'
import { identityOf } from '../identity/identity.ts'
import type { Tx } from '../store/schema.ts'
import { lockInvitationTo } from './invitation.ts'

/** The person who answers, in the words of the organisation: not with which account, nor from where. */
const asMember = (accountId: string) => ({ type: 'user', id: accountId }) as const

/**
 * Accepts a membership: from now on the account is one of the person's, and what concerns it is told to the organisation.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `invitation_not_found`
 */
export async function acceptMembership(tx: Tx, identityId: string, accountId: string, now: number): Promise<void> {
  const { org_id: orgId } = await lockInvitationTo(tx, identityId, accountId)
  await tx.updateTable('account').set({ accepted_at: now }).where('account_id', '=', accountId).execute()
  const actor = asMember(accountId)
  await appendEvents(tx, [{ orgId, type: 'member.accepted', actor, data: { account_id: accountId } }], now)
  const change = { before: { accepted_at: null }, after: { accepted_at: timestamp(now) } }
  await audit(tx, actor, { orgId, action: 'membershipInvitations.accept', target: accountId, ...change }, now)
}

/**
 * Declines a membership: the member departs, whatever the leave policy says, because they never joined.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `invitation_not_found`
 */
export async function declineMembership(tx: Tx, identityId: string, accountId: string, now: number): Promise<void> {
  const member = await lockInvitationTo(tx, identityId, accountId)
  const how = { method: 'declined', initiator: 'self', action: 'membershipInvitations.decline' } as const
  await depart(tx, member, { ...how, actor: asMember(accountId) }, now)
}

/**
 * Accepts a membership of the person behind a token.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `invitation_not_found`
 */
export async function acceptMembershipInvitation(
  tx: Tx,
  actor: Actor,
  accountId: string,
  now: number,
): Promise<Schemas['MyOrganization']> {
  await acceptMembership(tx, await personOf(tx, actor), accountId, now)
  const { created_at, ...organization } = await tx
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
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `invitation_not_found`
 */
export async function declineMembershipInvitation(tx: Tx, actor: Actor, accountId: string, now: number): Promise<void> {
  await declineMembership(tx, await personOf(tx, actor), accountId, now)
}

async function personOf(tx: Tx, actor: Actor): Promise<string> {
  requireUserActor(actor)
  return (await identityOf(tx, actor).executeTakeFirstOrThrow()).identity_id
}
