import type { Schemas } from '@sendoff/api'
import { requireNoneOpen } from '../departures/applications/application.ts'
import { requireNoneScheduled } from '../departures/offboarding/scheduled.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import type { MemberRow } from '../locks/members.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/**
 * Checks that a member of the founder's organisation can become the founder.
 *
 * @throws {Refusal} `recipient_invalid`, `offboarding_exists`, `application_pending`
 */
export async function requireSuccessor(db: Reader, target: MemberRow, founderId: string): Promise<void> {
  const { account_id: id, org_id: orgId, status, condition, accepted_at } = target
  const able = status === 'active' && condition === 'normal' && accepted_at !== null
  if (id === founderId || !able) throw new Refusal('recipient_invalid', { recipient_id: id })
  await requireNoneScheduled(db, target)
  await requireNoneOpen(db, orgId, id)
}

/** Makes a locked member the founder, and the locked founder an administrator, who may leave as one (S10). */
export async function makeFounder(
  work: Work,
  { former, successor }: { former: MemberRow; successor: MemberRow },
  actor: NewEvent['actor'],
): Promise<Schemas['FounderTransfer']> {
  await changeRole(work.db, former, 'admin')
  await changeRole(work.db, successor, 'founder')
  const { org_id: orgId, account_id: founder_id } = successor
  const result = { founder_id, former_founder_id: former.account_id }
  const type = 'member.role_changed'
  await appendEvents(work, [
    { orgId, type: 'organization.founder_transferred', actor, data: result },
    { orgId, type, actor, data: { account_id: founder_id, before: successor.role, role: 'founder' } },
    { orgId, type, actor, data: { account_id: former.account_id, before: 'founder', role: 'admin' } },
  ])
  return result
}

async function changeRole(tx: Tx, { account_id, revision }: MemberRow, role: Schemas['Role']): Promise<void> {
  await tx
    .updateTable('account')
    .set({ role, revision: revision + 1 })
    .where('account_id', '=', account_id)
    .execute()
}
