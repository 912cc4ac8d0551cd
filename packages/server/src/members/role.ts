import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { requireOtherAdmin } from './administrators.ts'
import { getMember } from './list.ts'
import { requireActive } from './member.ts'

/**
 * Grants or revokes the role of administrator. The founder's role changes only by a transfer.
 *
 * @throws {Refusal} `user_required`, `admin_required`, `member_not_found`, `already_departed`, `founder_must_transfer`,
 * `last_admin`
 */
export async function setRole(
  work: Work,
  actor: OrganizationActor,
  { account_id, role }: { account_id: string; role: 'admin' | 'member' },
): Promise<Schemas['Member']> {
  requireUser(actor)
  requireAdministrator(actor)
  const { orgId } = actor
  const row = requireMember(await lockAsAdministrator(work.db, actor, [account_id]), account_id)
  requireActive(row)
  if (row.role === 'founder') throw new Refusal('founder_must_transfer')
  const { role: before, revision } = row
  if (before !== role) {
    if (before === 'admin') await requireOtherAdmin(work.db, orgId, account_id)
    await work.db
      .updateTable('account')
      .set({ role, revision: revision + 1 })
      .where('account_id', '=', account_id)
      .execute()
    await appendEvents(work, [{ orgId, type: 'member.role_changed', actor, data: { account_id, before, role } }])
    const change = { before: { role: before }, after: { role } }
    await audit(work, actor, { orgId, action: 'members.setRole', target: account_id, ...change })
  }
  return getMember(work, actor, { account_id })
}
