import type { Schemas } from '@sendoff/api'
import { checkPassword } from '../accounts/check-password.ts'
import { type OrganizationActor, requireFounder } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { requireNoneOpen } from '../departures/applications/application.ts'
import { requireNoneScheduled } from '../departures/offboarding/scheduled.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsFounder, type MemberRow, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'

/**
 * Checks the password of a founder who requests a transfer. Other callers are refused regardless of the password; a
 * former founder who repeats the request gets the first answer again.
 *
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`
 */
export async function checkFounder(
  store: Store,
  actor: OrganizationActor,
  request: { password: string },
  at: Moment,
): Promise<void> {
  if (actor.type === 'user' && actor.role === 'founder') await checkPassword(store, actor, request, at)
}

/**
 * Makes another member the founder. The former founder becomes an administrator and may leave as one (S10).
 *
 * @throws {Refusal} `user_required`, `founder_required`, `member_not_found`, `recipient_invalid`, `offboarding_exists`,
 * `application_pending`
 */
export async function transferFounder(
  work: Work,
  actor: OrganizationActor,
  { account_id: founderId }: { account_id: string },
): Promise<Schemas['FounderTransfer']> {
  requireFounder(actor)
  const { orgId, id: formerId } = actor
  const { founder: former, locked } = await lockAsFounder(work.db, actor, [founderId])
  const target = requireMember(locked, founderId)
  const able = target.status === 'active' && target.condition === 'normal' && target.accepted_at !== null
  if (founderId === formerId || !able) throw new Refusal('recipient_invalid', { recipient_id: founderId })
  await requireNoneScheduled(work.db, target)
  await requireNoneOpen(work.db, orgId, founderId)

  await changeRole(work.db, former, 'admin')
  await changeRole(work.db, target, 'founder')
  const result = { founder_id: founderId, former_founder_id: formerId }
  const type = 'member.role_changed'
  await appendEvents(work, [
    { orgId, type: 'organization.founder_transferred', actor, data: result },
    { orgId, type, actor, data: { account_id: founderId, before: target.role, role: 'founder' } },
    { orgId, type, actor, data: { account_id: formerId, before: 'founder', role: 'admin' } },
  ])
  const change = { before: { founder_id: formerId }, after: { founder_id: founderId } }
  await audit(work, actor, { orgId, action: 'organization.transferFounder', target: orgId, ...change })
  return result
}

async function changeRole(tx: Tx, { account_id, revision }: MemberRow, role: Schemas['Role']): Promise<void> {
  await tx
    .updateTable('account')
    .set({ role, revision: revision + 1 })
    .where('account_id', '=', account_id)
    .execute()
}
