import type { Schemas } from '@sendoff/api'
import { type MemberRow, membersOf } from '../../locks/members.ts'
import type { Reader, Schema } from '../../store/schema.ts'

export type Reviewer = Schemas['Reviewer']
/** An approval as it is stored; `approved_at` is in milliseconds. */
export type Approval = { reviewer: Reviewer; approved_by: string; approved_at: number; comment: string | null }
/** The approvals that a pending application lacks; of `either` one is enough. */
export type Awaiting = 'administrator' | 'manager' | 'both' | 'either'

/** The most managers above one another that are looked at. */
const MOST_LEVELS = 50

/**
 * Finds the manager who can decide on a member's application (S72): active, not restricted, with an accepted membership, and nobody who
 * reports to the applicant, directly or through others.
 *
 * @returns the id of the manager, or null if administrators decide alone
 */
export async function findReviewingManager(db: Reader, applicant: MemberRow): Promise<string | null> {
  const { org_id, account_id, manager_id } = applicant
  if (manager_id === null || manager_id === account_id) return null
  const manager = await membersOf(db, org_id).where('account.account_id', '=', manager_id).executeTakeFirst()
  const able = manager?.status === 'active' && manager.condition === 'normal' && manager.accepted_at !== null
  return able && !(await reportsTo(db, manager, account_id)) ? manager_id : null
}

async function reportsTo(db: Reader, member: MemberRow, accountId: string): Promise<boolean> {
  let above = member.manager_id
  for (let level = 0; above !== null && level < MOST_LEVELS; level++) {
    if (above === accountId) return true
    const row = await membersOf(db, member.org_id).where('account.account_id', '=', above).executeTakeFirst()
    above = row?.manager_id ?? null
  }
  return false
}

/**
 * Returns the approvals that an application lacks.
 *
 * @param managerId the manager who can decide, if there is one
 * @returns null if it lacks none
 */
export function awaitingOf(
  reviewers: Schema['organization_policy']['reviewers'],
  managerId: string | null,
  approvals: Approval[],
): Awaiting | null {
  const given = new Set(approvals.map(({ reviewer }) => reviewer))
  if (reviewers === 'administrators' || managerId === null) return given.has('administrator') ? null : 'administrator'
  if (reviewers === 'manager_or_administrator') return given.size > 0 ? null : 'either'
  if (given.size === 0) return 'both'
  if (given.size === 2) return null
  return given.has('manager') ? 'administrator' : 'manager'
}

/** The awaited approvals as the contract shows them. */
export function presentAwaiting(awaiting: Awaiting | null): Reviewer[] {
  if (awaiting === null) return []
  return awaiting === 'both' || awaiting === 'either' ? ['manager', 'administrator'] : [awaiting]
}
