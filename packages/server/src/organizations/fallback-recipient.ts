import { appendEvents } from '../events/append.ts'
import { system } from '../events/event.ts'
import type { Work } from '../store/work.ts'
import { leavePolicyOf, readPolicy } from './policy.ts'

/**
 * Puts another member, or nobody, in the place of the leave policy's fallback recipient, and records the events. The organisation is
 * locked.
 *
 * @returns false if the policy names somebody else
 */
export async function changeFallbackRecipient(
  work: Work,
  orgId: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('organization')
    .set({ leave_fallback_recipient_id: to })
    .where('org_id', '=', orgId)
    .where('leave_fallback_recipient_id', 'is not distinct from', from)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  const policy = await readPolicy(work.db, orgId)
  await appendEvents(work, [
    { orgId, type: 'organization.leave_policy_changed', actor: system, data: leavePolicyOf(policy) },
    { orgId, type: 'organization.policies_changed', actor: system, data: policy },
  ])
  return true
}
