import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { changeCondition } from '../../members/change-condition.ts'
import { requireActive } from '../../members/member.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { requireMayDepart } from '../may-depart.ts'
import { departBy } from './offboard.ts'
import { actsFor, changeOffboarding, findOffboarding, type OffboardingRow } from './offboarding.ts'
import { requireNotOwnDeparture } from './own-departure.ts'
import { requireStillMayOffboard } from './still-may.ts'

/**
 * Carries out an offboarding that has fallen due. If a rule now refuses it, or the person or app it acts for may no
 * longer offboard, it fails as a whole and the failure is recorded as an event.
 */
export const offboardingStep: Step = async (work, { orgId, subjectId }) => {
  const known = await findOffboarding(work.db, orgId, subjectId)
  const { account_id } = known
  const ids = known.actor_type === 'user' ? [account_id, known.actor_id] : [account_id]
  const locked = await lockMembers(work.db, orgId, ids)
  const row = await findOffboarding(work.db, orgId, subjectId)
  // The offboarding was canceled or rescheduled while this waited for the lock.
  if (row.status !== 'scheduled' || row.effective_at > work.now) return 'done'
  // It was taken over by somebody whose account is not locked yet.
  if (row.actor_id !== known.actor_id) return 'again'
  try {
    await carryOut(work, row, locked)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await fail(work, row, requireMember(locked, account_id), error.code)
  }
  return 'done'
}

/** All rules are checked before anything is written, so that a refusal changes nothing. */
async function carryOut(work: Work, row: OffboardingRow, locked: MemberRow[]): Promise<void> {
  const member = requireMember(locked, row.account_id)
  requireActive(member)
  await requireStillMayOffboard(work.db, { ...actsFor(row), orgId: row.org_id }, locked)
  await requireMayDepart(work.db, member)
  await requireNotOwnDeparture(work.db, actsFor(row), member)
  await departBy(work, member, row, actsFor(row))
}

/**
 * Records that an offboarding failed. The member is suspended, because nobody expects them to have access after the set time, and a
 * suspension can be undone (S74). A founder can't be restricted, and an earlier restriction stays.
 */
async function fail(work: Work, row: OffboardingRow, member: MemberRow, failure: Refusal['code']): Promise<void> {
  const { org_id: orgId, offboarding_id, account_id } = row
  await changeOffboarding(work.db, row, { status: 'failed', failure, ended_at: work.now })
  const data = { offboarding_id, account_id, acts_for: actsFor(row), code: failure }
  await appendEvents(work, [{ orgId, type: 'member.offboarding_failed', actor: system, data }])
  await notifyAdministrators(work, orgId, { type: 'offboarding.failed', data })
  const change = { before: { status: 'scheduled' }, after: { status: 'failed', failure } }
  await audit(work, system, { orgId, action: 'system', target: offboarding_id, ...change })
  if (member.status !== 'active' || member.role === 'founder' || member.condition !== 'normal') return
  await changeCondition(work, member, 'suspended', { actor: system, action: 'system', offboarding_id })
}
