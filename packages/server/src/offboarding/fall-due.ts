import { audit } from '../audit/audit.ts'
import { requireMayDepart } from '../departures/may-depart.ts'
import type { Step } from '../due-work/due-work.ts'
import { appendEvents, system } from '../events/append.ts'
import { lockMembers, requireActive, requireMember } from '../members/member.ts'
import { Refusal } from '../refusal.ts'
import { departBy } from './offboard.ts'
import { changeOffboarding, findOffboarding } from './offboarding.ts'

/**
 * Carries out an offboarding whose time has come. When a rule stands against it by now, it fails and that is told; nobody is left
 * half offboarded.
 */
export const offboardingStep: Step = async (tx, { orgId, subjectId }, now) => {
  const { account_id } = await findOffboarding(tx, orgId, subjectId)
  const locked = await lockMembers(tx, orgId, [account_id])
  const row = await findOffboarding(tx, orgId, subjectId)
  // Canceled, or rescheduled, while this waited for the lock.
  if (row.status !== 'scheduled' || row.effective_at > now) return 'done'
  try {
    const member = requireMember(locked, account_id)
    requireActive(member)
    await requireMayDepart(tx, member)
    await departBy(tx, member, row, { type: row.actor_type, id: row.actor_id }, now)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await changeOffboarding(tx, row, { status: 'failed', failure: error.code })
    const data = { offboarding_id: subjectId, account_id, code: error.code }
    await appendEvents(tx, [{ orgId, type: 'member.offboarding_failed', actor: system, data }], now)
    const change = { before: { status: 'scheduled' }, after: { status: 'failed', failure: error.code } }
    await audit(tx, system, { orgId, action: 'system', target: subjectId, ...change }, now)
  }
  return 'done'
}
