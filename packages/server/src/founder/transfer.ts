import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireFounder } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { requireNoneScheduled } from '../departures/offboarding/scheduled.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsFounder, type MemberRow, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'

/**
 * Makes another member the founder; the former one is an administrator from then on, and may leave as one (S10).
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `founder_required`, `member_not_found`, `recipient_invalid`, `offboarding_exists`
 */
export async function transferFounder(
  tx: Tx,
  actor: OrganizationActor,
  { account_id: founderId }: { account_id: string },
  now: number,
): Promise<Schemas['FounderTransfer']> {
  requireFounder(actor)
  const { orgId, id: formerId } = actor
  const { founder: former, locked } = await lockAsFounder(tx, actor, [founderId])
  const target = requireMember(locked, founderId)
  const able = target.status === 'active' && target.condition === 'normal' && target.accepted_at !== null
  if (founderId === formerId || !able) throw new Refusal('recipient_invalid', { recipient_id: founderId })
  await requireNoneScheduled(tx, target)

  await changeRole(tx, former, 'admin')
  await changeRole(tx, target, 'founder')
  const result = { founder_id: founderId, former_founder_id: formerId }
  const type = 'member.role_changed'
  await appendEvents(
    tx,
    [
      { orgId, type: 'organization.founder_transferred', actor, data: result },
      { orgId, type, actor, data: { account_id: founderId, before: target.role, role: 'founder' } },
      { orgId, type, actor, data: { account_id: formerId, before: 'founder', role: 'admin' } },
    ],
    now,
  )
  const change = { before: { founder_id: formerId }, after: { founder_id: founderId } }
  await audit(tx, actor, { orgId, action: 'organization.transferFounder', target: orgId, ...change }, now)
  return result
}

async function changeRole(tx: Tx, { account_id, revision }: MemberRow, role: Schemas['Role']): Promise<void> {
  await tx
    .updateTable('account')
    .set({ role, revision: revision + 1 })
    .where('account_id', '=', account_id)
    .execute()
}
