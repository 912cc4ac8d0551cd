import type { MemberRow } from '../locks/members.ts'
import { requireOtherAdmin } from '../members/administrators.ts'
import { requireActive } from '../members/member.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'

/**
 * Checks under the lock that a member can act for themselves: if a freeze and a leave happen at the same time, the
 * second is refused (S22 to S25).
 *
 * @param member locked
 * @throws {Refusal} `already_departed`, `account_restricted`
 */
export function requireOwnAct(member: MemberRow): void {
  requireActive(member)
  if (member.condition !== 'normal') throw new Refusal('account_restricted', { condition: member.condition })
}

/**
 * Checks that the organisation keeps its founder and an administrator when a member departs.
 *
 * @param member locked and active
 * @throws {Refusal} `founder_must_transfer`, `last_admin`
 */
export async function requireMayDepart(tx: Tx, member: MemberRow): Promise<void> {
  if (member.role === 'founder') throw new Refusal('founder_must_transfer')
  if (member.role === 'admin') await requireOtherAdmin(tx, member.org_id, member.account_id)
}

/**
 * Checks that a member who departs by their own act is not the founder. A sole founder has nobody to transfer to, and
 * must dissolve the organisation instead (S10).
 *
 * @throws {Refusal} `sole_member_must_dissolve`, `founder_must_transfer`
 */
export async function requireFounderTransferred(tx: Tx, member: MemberRow): Promise<void> {
  if (member.role !== 'founder') return
  const anotherMember = await tx
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', member.org_id)
    .where('account_id', '!=', member.account_id)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  throw new Refusal(anotherMember ? 'founder_must_transfer' : 'sole_member_must_dissolve')
}
