import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { requireActive } from '../../members/member.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { requireMayDepart } from '../may-depart.ts'
import { requireNoWayRoundApproval } from './no-way-round-approval.ts'
import { departBy } from './offboard.ts'
import { actsFor, changeOffboarding, findOffboarding, type OffboardingRow } from './offboarding.ts'
import { requireStillMayOffboard } from './still-may.ts'

/**
 * Carries out an offboarding whose time has come. When a rule stands against it by now, or whoever it acts for may offboard no more,
 * it fails and that is told; nobody is left half offboarded.
 */
export const offboardingStep: Step = async (tx, { orgId, subjectId }, now) => {
  const known = await findOffboarding(tx, orgId, subjectId)
  const { account_id } = known
  const ids = known.actor_type === 'user' ? [account_id, known.actor_id] : [account_id]
  const locked = await lockMembers(tx, orgId, ids)
  const row = await findOffboarding(tx, orgId, subjectId)
  // Canceled, or rescheduled, while this waited for the lock.
  if (row.status !== 'scheduled' || row.effective_at > now) return 'done'
  // Taken over by somebody whose account is not locked yet.
  if (row.actor_id !== known.actor_id) return 'again'
  try {
    await carryOut(tx, row, locked, now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await fail(tx, row, error.code, now)
  }
  return 'done'
}

/** Every rule is checked before anything is written, so that a refusal leaves nothing behind. */
async function carryOut(tx: Tx, row: OffboardingRow, locked: MemberRow[], now: number): Promise<void> {
  const member = requireMember(locked, row.account_id)
  requireActive(member)
  await requireStillMayOffboard(tx, { ...actsFor(row), orgId: row.org_id }, locked)
  await requireMayDepart(tx, member)
  await requireNoWayRoundApproval(tx, actsFor(row), member)
  await departBy(tx, member, row, actsFor(row), now)
}

async function fail(tx: Tx, row: OffboardingRow, failure: Refusal['code'], now: number): Promise<void> {
  const { org_id: orgId, offboarding_id, account_id } = row
  await changeOffboarding(tx, row, { status: 'failed', failure })
  const data = { offboarding_id, account_id, acts_for: actsFor(row), code: failure }
  await appendEvents(tx, [{ orgId, type: 'member.offboarding_failed', actor: system, data }], now)
  await notifyAdministrators(tx, orgId, { type: 'offboarding.failed', data }, now)
  const change = { before: { status: 'scheduled' }, after: { status: 'failed', failure } }
  await audit(tx, system, { orgId, action: 'system', target: offboarding_id, ...change }, now)
}
