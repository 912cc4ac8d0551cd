import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import type { MemberRow } from '../../locks/members.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { notifyMember } from '../../notifications/notify-member.ts'
import type { Work } from '../../store/work.ts'
import { type ApplicationRow, changeApplication } from './application.ts'
import { conclude } from './conclude.ts'
import { type Approval, awaitingOf, findReviewingManager, presentAwaiting } from './reviewers.ts'

/** Notifies everybody whose approval a new application needs: the manager who reviews it, and the administrators. */
export async function askReviewers(work: Work, application: ApplicationRow): Promise<void> {
  await askManager(work, application)
  if (presentAwaiting(application.awaiting).includes('administrator')) await askAdministrators(work, application)
}

/** Notifies the administrators that the approval of one of them is asked for. */
export async function askAdministrators(work: Work, { org_id, application_id, account_id }: ApplicationRow) {
  const data = { application_id, account_id, reviewer: 'administrator' }
  await notifyAdministrators(work, org_id, { type: 'leave_application.review_requested', data })
}

/** Notifies the manager of a pending application that their approval is asked for. */
async function askManager(work: Work, { org_id, application_id, account_id, manager_id }: ApplicationRow) {
  if (manager_id === null) return
  const data = { application_id, account_id, reviewer: 'manager' }
  await notifyMember(work, org_id, manager_id, { type: 'leave_application.review_requested', data })
}

/**
 * Follows a change of the manager of a pending application: another one is asked, and without one administrators decide alone. If they
 * have approved it already, it is approved.
 *
 * @param applicant locked
 */
export async function followManager(
  work: Work,
  applicant: MemberRow,
  application: ApplicationRow,
): Promise<ApplicationRow> {
  const { org_id: orgId, application_id, account_id, reviewers, manager_id: former_manager_id } = application
  if (application.status !== 'pending' || reviewers === 'administrators') return application
  const manager_id = await findReviewingManager(work.db, applicant)
  if (manager_id === former_manager_id) return application
  const approvals = JSON.parse(application.approvals) as Approval[]
  const awaiting = awaitingOf(reviewers, manager_id, approvals)
  const change = { manager_id, ...(awaiting && { awaiting }) }
  const changed = await changeApplication(work.db, application, change)
  const data = { application_id, account_id, former_manager_id, manager_id, awaiting: presentAwaiting(awaiting) }
  await appendEvents(work, [{ orgId, type: 'leave_application.manager_changed', actor: system, data }])
  const audited = { before: { manager_id: former_manager_id }, after: { manager_id } }
  await audit(work, system, { orgId, action: 'system', target: application_id, ...audited })
  const last = approvals.at(-1)
  if (awaiting === null && last) {
    const { comment, approved_by: decided_by } = last
    return conclude(work, applicant, changed, {
      status: 'approved',
      comment,
      decided_by,
      actor: system,
      action: 'system',
    })
  }
  if (awaiting !== 'administrator') await askManager(work, changed)
  return changed
}
