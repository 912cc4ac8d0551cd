import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator, requireUser } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator, requireMember } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import { requireOtherAdmin } from './administrators.ts'
import { getMember } from './list.ts'
import { requireActive } from './member.ts'

/**
 * Makes a member an administrator, or no longer one. The founder's role changes by a transfer only.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `user_required`, `admin_required`, `member_not_found`, `already_departed`, `founder_must_transfer`, `last_admin`
 */
export async function setRole(
  tx: Tx,
  actor: OrganizationActor,
  { account_id, role }: { account_id: string; role: 'admin' | 'member' },
  now: number,
): Promise<Schemas['Member']> {
  requireUser(actor)
  requireAdministrator(actor)
  const { orgId } = actor
  const row = requireMember(await lockAsAdministrator(tx, actor, [account_id]), account_id)
  requireActive(row)
  if (row.role === 'founder') throw new Refusal('founder_must_transfer')
  const { role: before, revision } = row
  if (before !== role) {
    if (before === 'admin') await requireOtherAdmin(tx, orgId, account_id)
    await tx
      .updateTable('account')
      .set({ role, revision: revision + 1 })
      .where('account_id', '=', account_id)
      .execute()
    await appendEvents(tx, [{ orgId, type: 'member.role_changed', actor, data: { account_id, before, role } }], now)
    const change = { before: { role: before }, after: { role } }
    await audit(tx, actor, { orgId, action: 'members.setRole', target: account_id, ...change }, now)
  }
  return getMember(tx, actor, account_id)
}
