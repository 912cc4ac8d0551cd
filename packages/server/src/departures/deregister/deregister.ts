import type { Schemas } from '@sendoff/api'
import { type Actor, requireOrganization, requireUserActor, type UserActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { appendEvents } from '../../events/append.ts'
import type { NewEvent } from '../../events/event.ts'
import { hasAccount } from '../../identity/has-account.ts'
import { UNUSABLE } from '../../identity/waiting.ts'
import { newId } from '../../ids.ts'
import { lockMembers, requireMember } from '../../locks/members.ts'
import { hasInvitationUnderWay, moveInvitations } from '../../members/move-invitations.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { depart } from '../depart.ts'
import { clearAccount } from '../purge.ts'
import { requireWay } from '../ways.ts'

type Command = Schemas['DeregisterRequest']

/**
 * Deregisters the account of the token and no other (S1, S11, S34). For an account in an organisation this means
 * leaving (S2); a personal account ends for good (S13). The caller has checked the password.
 *
 * @throws {Refusal} `founder_must_transfer`, `sole_member_must_dissolve`, `approval_required`, `last_admin`,
 * `already_departed`, `account_restricted`
 */
export async function deregister(work: Work, actor: Actor, command: Command): Promise<Schemas['Deregistration']> {
  requireUserActor(actor)
  if (actor.orgId === null) return deregisterPersonal(work, actor, command)
  requireOrganization(actor)
  const member = requireMember(await lockMembers(work.db, actor.orgId, [actor.id]), actor.id)
  await requireWay(work.db, member, 'deregistration')
  const { reason_code: reasonCode, reason_text: reasonText } = command
  const { departure_id } = await depart(work, member, {
    method: 'self_leave',
    initiator: 'self',
    actor,
    action: 'me.deregister',
    reasonCode,
    reasonText,
  })
  return { account_id: actor.id, kind: 'organization', departure_id, deregistered_at: timestamp(work.now) }
}

async function deregisterPersonal(work: Work, actor: UserActor, command: Command): Promise<Schemas['Deregistration']> {
  const account = await work.db
    .selectFrom('account')
    .selectAll()
    .where('account_id', '=', actor.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (account.status !== 'active') throw new Refusal('already_departed')
  const departure_id = newId('dep')
  await work.db
    .insertInto('departure')
    .values({
      // The departure belongs to no organisation and contains no personal data, which is purged immediately.
      org_id: '',
      departure_id,
      account_id: actor.id,
      identity_id: account.identity_id,
      method: 'self_leave',
      initiator: 'self',
      actor_type: 'user',
      actor_id: actor.id,
      reason_code: command.reason_code ?? null,
      reason_text: null,
      entry_point: null,
      snapshot: '{}',
      handover: '{}',
      handover_status: 'completed',
      transferred: 0,
      deleted: 0,
      held: 0,
      status: 'purged',
      restorable_until: null,
      departed_at: work.now,
      restored_at: null,
      successor_id: null,
    })
    .execute()
  await clearAccount(work.db, actor.id)
  await tellOrganizations(work, account.identity_id, actor)
  await forgetIdentityUnlessUsed(work, account.identity_id)
  return { account_id: actor.id, kind: 'personal', departure_id, deregistered_at: timestamp(work.now) }
}

/**
 * Records the deregistration for the organisations in which the person has accepted an account; those accounts are not
 * affected (S15).
 */
async function tellOrganizations(work: Work, identityId: string, actor: UserActor): Promise<void> {
  const members = await work.db
    .selectFrom('account')
    .select(['account_id', 'org_id'])
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .where('org_id', 'is not', null)
    .where('accepted_at', 'is not', null)
    .orderBy('org_id')
    .execute()
  const events = members.map(
    ({ account_id, org_id }): NewEvent => ({
      orgId: org_id ?? '',
      type: 'account.deregistered',
      actor,
      data: { account_id: actor.id, member_id: account_id },
    }),
  )
  await appendEvents(work, events)
}

/**
 * Deletes the sign-in when no account is left, which frees its email and phone immediately (S36, S37). An account that
 * an administrator can still restore keeps it (S26). A membership that was never accepted does not: it waits for the
 * next owner of the address.
 */
async function forgetIdentityUnlessUsed(work: Work, identityId: string): Promise<void> {
  // Adding an account to a sign-in takes the same lock: either that account is visible here, or the sign-in is already
  // gone there.
  const identity = await work.db
    .selectFrom('identity')
    .selectAll()
    .where('identity_id', '=', identityId)
    .forUpdate()
    .executeTakeFirst()
  // The order matters: an account that is restored in between is no longer restorable, but in use.
  const restorable = await work.db
    .selectFrom('departure')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .select('departure_id')
    .where('departure.identity_id', '=', identityId)
    .where('departure.status', '=', 'departed')
    .where('account.accepted_at', 'is not', null)
    .where('restorable_until', '>', work.now)
    .limit(1)
    .executeTakeFirst()
  if (
    !identity ||
    restorable ||
    (await hasAccount(work.db, identityId)) ||
    (await hasInvitationUnderWay(work.db, identityId))
  )
    return
  await work.db.deleteFrom('notification').where('identity_id', '=', identityId).execute()
  await work.db.deleteFrom('membership_block').where('identity_id', '=', identityId).execute()
  await work.db.deleteFrom('identity').where('identity_id', '=', identityId).execute()
  await leaveInvitationsWaiting(work, identity)
}

/**
 * The new sign-in has another id, so that nothing connects the waiting memberships to the person who had the address.
 */
async function leaveInvitationsWaiting(
  work: Work,
  { identity_id: from, email, phone }: { identity_id: string; email: string | null; phone: string | null },
): Promise<void> {
  const invitation = await work.db
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', from)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  if (!invitation) return
  const identity_id = newId('idn')
  await work.db
    .insertInto('identity')
    .values({ identity_id, email, phone, password_hash: UNUSABLE, created_at: work.now })
    .execute()
  await moveInvitations(work.db, from, identity_id)
}
