import type { OrganizationActor } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import type { Work } from '../../store/work.ts'
import { type ApplicationRow, changeApplication, type LeaveApplication } from './application.ts'
import { askAdministrators } from './ask-reviewers.ts'
import { presentWithBlockers } from './blockers.ts'
import { capacitiesOf } from './capacities.ts'
import { conclude } from './conclude.ts'
import { lockForReview } from './lock-for-review.ts'
import { type Approval, awaitingOf, presentAwaiting } from './reviewers.ts'

type Decision = { application_id: string; comment?: string | null }

/**
 * Approves a leave application (S51), as an administrator or as the applicant's manager (S72), and notifies the applicant (S54) or the
 * next reviewer. Nobody decides on their own application, whether in person or through an app that they control.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `leave_application_not_found`, `application_closed`, `account_restricted`,
 * `token_revoked`
 */
export async function approveApplication(
  work: Work,
  actor: OrganizationActor,
  { application_id, comment = null }: Decision,
): Promise<LeaveApplication> {
  const { applicant, application } = await lockForReview(work, actor, application_id)
  const approvals = JSON.parse(application.approvals) as Approval[]
  const given = await capacitiesOf(work, actor, application, approvals)
  if (given.length === 0) return presentWithBlockers(work.db, actor, application)
  const added = given.map((reviewer) => ({ reviewer, approved_by: actor.id, approved_at: work.now, comment }))
  const all = [...approvals, ...added]
  const awaiting = awaitingOf(application.reviewers, application.manager_id, all)
  const change = { approvals: JSON.stringify(all), ...(awaiting && { awaiting }) }
  const changed = await changeApplication(work.db, application, change)
  const action = 'leaveApplications.approve'
  if (awaiting === null) {
    const conclusion = { status: 'approved', comment, decided_by: actor.id, actor, action } as const
    return presentWithBlockers(work.db, actor, await conclude(work, applicant, changed, conclusion))
  }
  await recordPartly(work, actor, changed, added)
  return presentWithBlockers(work.db, actor, changed)
}

/** Rejects a leave application; the rejection of one reviewer is final. See {@link approveApplication}. */
export async function rejectApplication(
  work: Work,
  actor: OrganizationActor,
  { application_id, comment = null }: Decision,
): Promise<LeaveApplication> {
  const { applicant, application } = await lockForReview(work, actor, application_id)
  const action = 'leaveApplications.reject'
  const conclusion = { status: 'rejected', comment, decided_by: actor.id, actor, action } as const
  return presentWithBlockers(work.db, actor, await conclude(work, applicant, application, conclusion))
}

async function recordPartly(
  work: Work,
  actor: OrganizationActor,
  row: ApplicationRow,
  added: Approval[],
): Promise<void> {
  const { org_id: orgId, application_id, account_id } = row
  const awaiting = presentAwaiting(row.awaiting)
  for (const { reviewer, approved_by, comment } of added) {
    const data = { application_id, account_id, reviewer, approved_by, comment, awaiting }
    await appendEvents(work, [{ orgId, type: 'leave_application.partly_approved', actor, data }])
  }
  if (awaiting.includes('administrator')) await askAdministrators(work, row)
  const after = { awaiting }
  await audit(work, actor, { orgId, action: 'leaveApplications.approve', target: application_id, after })
}
