import type { AuditedChange, Who } from '../../audit/audit.ts'
import { type Step, schedule, unschedule } from '../../due-work/due-work.ts'
import { system } from '../../events/event.ts'
import { lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { changeCondition } from '../../members/change-condition.ts'
import type { Work } from '../../store/work.ts'
import { changeOffboarding, findOffboarding, type OffboardingRow } from './offboarding.ts'

type By = { actor: Who; action: AuditedChange['action'] }

/**
 * Suspends the member of a scheduled offboarding, or has them suspended at its time, or releases them if that time was moved (S74). A
 * member who is restricted already keeps that restriction.
 *
 * @param member locked
 * @returns the row as it is now
 */
export async function followSuspension(
  work: Work,
  member: MemberRow,
  row: OffboardingRow,
  by: By,
): Promise<OffboardingRow> {
  const { org_id: orgId, offboarding_id: subjectId, suspend_at } = row
  if (suspend_at !== null && suspend_at <= work.now) return suspend(work, member, row, by)
  await unschedule(work.db, orgId, 'offboarding_suspension', subjectId)
  if (suspend_at !== null) {
    await schedule(work, { orgId, kind: 'offboarding_suspension', subjectId, dueAt: suspend_at })
  }
  return release(work, member, row, by)
}

async function suspend(work: Work, member: MemberRow, row: OffboardingRow, by: By): Promise<OffboardingRow> {
  if (member.condition !== 'normal') return row
  await changeCondition(work, member, 'suspended', { ...by, offboarding_id: row.offboarding_id })
  return changeOffboarding(work.db, row, { suspended_from: member.condition })
}

/** Gives a member back the condition that they had before their offboarding suspended them, unless it was changed by hand since. */
export async function release(work: Work, member: MemberRow, row: OffboardingRow, by: By): Promise<OffboardingRow> {
  if (row.suspended_from === null) return row
  if (member.condition === 'suspended') {
    await changeCondition(work, member, row.suspended_from, { ...by, offboarding_id: row.offboarding_id })
  }
  return changeOffboarding(work.db, row, { suspended_from: null })
}

/**
 * Suspends a member whose offboarding takes effect soon, or is overdue because of an error: their access ends while it is tried again.
 */
export const suspensionStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findOffboarding(work.db, orgId, subjectId)
  const member = requireMember(await lockMembers(work.db, orgId, [account_id]), account_id)
  const row = await findOffboarding(work.db, orgId, subjectId)
  // The offboarding was carried out, canceled or rescheduled while this waited for the lock.
  if (row.status !== 'scheduled' || Math.min(row.suspend_at ?? row.effective_at, row.effective_at) > work.now)
    return 'done'
  await suspend(work, member, row, { actor: system, action: 'system' })
  return 'done'
}
