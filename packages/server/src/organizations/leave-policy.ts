import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { View, Work } from '../store/work.ts'

/** Reads the leave policy: the mode and the fallback recipient. */
export async function getLeavePolicy({ db }: View, actor: OrganizationActor): Promise<Schemas['LeavePolicy']> {
  return db
    .selectFrom('organization')
    .select(['leave_policy as mode', 'leave_fallback_recipient_id as fallback_recipient_id'])
    .where('org_id', '=', actor.orgId)
    .executeTakeFirstOrThrow()
}

/**
 * Replaces the leave policy of the organisation (S40, S49); without a recipient in the request there is none.
 *
 * @throws {Refusal} `admin_required`, `recipient_invalid`
 */
export async function setLeavePolicy(
  work: Work,
  actor: OrganizationActor,
  { mode, fallback_recipient_id: recipientId }: Schemas['SetLeavePolicyRequest'],
): Promise<Schemas['LeavePolicy']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const locked = await lockAsAdministrator(work.db, actor, recipientId ? [recipientId] : [])
  if (recipientId) {
    const recipient = locked.find((row) => row.account_id === recipientId)
    const able = recipient?.status === 'active' && recipient.condition === 'normal'
    if (!able) throw new Refusal('recipient_invalid', { recipient_id: recipientId })
  }
  await lockOrganizations(work.db, [orgId])
  const before = await getLeavePolicy(work, actor)
  const after = { mode, fallback_recipient_id: recipientId ?? null }
  if (before.mode === mode && before.fallback_recipient_id === after.fallback_recipient_id) return after
  await work.db
    .updateTable('organization')
    .set({ leave_policy: mode, leave_fallback_recipient_id: after.fallback_recipient_id })
    .where('org_id', '=', orgId)
    .execute()
  await appendEvents(work, [{ orgId, type: 'organization.leave_policy_changed', actor, data: after }])
  await audit(work, actor, { orgId, action: 'organization.setLeavePolicy', target: orgId, before, after })
  return after
}
