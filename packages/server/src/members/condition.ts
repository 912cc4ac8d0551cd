import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { requireNotOwnCase } from '../apps/controllers.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { requireOtherAdmin } from './administrators.ts'
import { getMember } from './list.ts'
import { requireActive } from './member.ts'

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
  const { condition: before, revision } = row
  if (before !== condition) {
    if (row.role === 'admin' && before === 'normal') await requireOtherAdmin(work.db, orgId, account_id)
    await work.db
      .updateTable('account')
      .set({ condition, revision: revision + 1 })
      .where('account_id', '=', account_id)
      .execute()
    const data = { account_id, before, condition, reason_text }
    await appendEvents(work, [{ orgId, type: 'member.condition_changed', actor, data }])
    const change = { before: { condition: before }, after: { condition, reason_text } }
    await audit(work, actor, { orgId, action: 'members.setCondition', target: account_id, ...change })
  }
  return getMember(work, actor, { account_id })
}

type SetCondition = { account_id: string; condition: Schemas['Condition']; reason_text?: string | null }
