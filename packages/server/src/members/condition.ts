import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { requireNotOwnCase } from '../apps/controllers.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { requireOtherAdmin } from './administrators.ts'
import { changeCondition } from './change-condition.ts'
import { getMember } from './list.ts'
import { requireActive } from './member.ts'
import { reviewAgain } from './review-again.ts'

/**
 * Freezes, bans or suspends a member, or releases them. A member who is not `normal` can't act themselves (S22 to S25).
 *
 * @throws {Refusal} `admin_required`, `own_case` for an app that the member controls, `member_not_found`,
 * `already_departed`, `founder_must_transfer`, `last_admin`
 */
export async function setCondition(
  work: Work,
  actor: OrganizationActor,
  { account_id, condition, reason_text = null }: SetCondition,
): Promise<Schemas['Member']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const row = requireMember(await lockAsAdministrator(work.db, actor, [account_id]), account_id)
  requireActive(row)
  if (row.role === 'founder') throw new Refusal('founder_must_transfer')
  if (actor.type === 'app') await requireNotOwnCase(work.db, actor, row)
  const { condition: before } = row
  if (before !== condition) {
    if (row.role === 'admin' && before === 'normal') await requireOtherAdmin(work.db, orgId, account_id)
    await changeCondition(work, row, condition, { actor, action: 'members.setCondition', reason_text })
    await takeFromOffboarding(work.db, row)
    await reviewAgain(work, orgId, account_id)
  }
  return getMember(work, actor, { account_id })
}

type SetCondition = { account_id: string; condition: Schemas['Condition']; reason_text?: string | null }

/** A condition that is set by hand stays when a scheduled offboarding, which had suspended the member, is canceled. */
async function takeFromOffboarding(tx: Tx, { org_id, account_id }: MemberRow): Promise<void> {
  await tx
    .updateTable('offboarding')
    .set({ suspended_from: null })
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', '=', 'scheduled')
    .execute()
}
