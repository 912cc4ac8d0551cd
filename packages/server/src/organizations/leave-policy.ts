import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'

/** Reads how members leave, and who gets what nobody else would. */
export async function getLeavePolicy(db: Reader, actor: OrganizationActor): Promise<Schemas['LeavePolicy']> {
  return db
    .selectFrom('organization')
    .select(['leave_policy as mode', 'leave_fallback_recipient_id as fallback_recipient_id'])
    .where('org_id', '=', actor.orgId)
    .executeTakeFirstOrThrow()
}

/**
 * Sets the whole leave policy of the organisation (S40, S49): a recipient that is not named is taken away.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `admin_required`, `recipient_invalid`
 */
export async function setLeavePolicy(
  tx: Tx,
  actor: OrganizationActor,
  { mode, fallback_recipient_id: recipientId }: Schemas['SetLeavePolicyRequest'],
  now: number,
): Promise<Schemas['LeavePolicy']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const locked = await lockAsAdministrator(tx, actor, recipientId ? [recipientId] : [])
  if (recipientId) {
    const recipient = locked.find((row) => row.account_id === recipientId)
    const able = recipient?.status === 'active' && recipient.condition === 'normal'
    if (!able) throw new Refusal('recipient_invalid', { recipient_id: recipientId })
  }
  await lockOrganizations(tx, [orgId])
  const before = await getLeavePolicy(tx, actor)
  const after = { mode, fallback_recipient_id: recipientId ?? null }
  if (before.mode === mode && before.fallback_recipient_id === after.fallback_recipient_id) return after
  await tx
    .updateTable('organization')
    .set({ leave_policy: mode, leave_fallback_recipient_id: after.fallback_recipient_id })
    .where('org_id', '=', orgId)
    .execute()
  await appendEvents(tx, [{ orgId, type: 'organization.leave_policy_changed', actor, data: after }], now)
  await audit(tx, actor, { orgId, action: 'organization.setLeavePolicy', target: orgId, before, after }, now)
  return after
}
