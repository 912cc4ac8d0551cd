import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { requireNotOwnCase } from '../../apps/controllers.ts'
import { audit } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockAsAdministrator, requireMember } from '../../locks/members.ts'
import { notify } from '../../notifications/notify.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { changeApplication, findApplication, type LeaveApplication } from './application.ts'
import { presentWithBlockers } from './blockers.ts'

/** The time within which an approved application can be confirmed, in milliseconds: 14 days. */
const CONFIRMABLE = 14 * 24 * 60 * 60 * 1000

type Decision = { application_id: string; comment?: string }

/**
 * Approves a leave application (S51) and notifies the applicant (S54). Nobody decides on their own application, whether
 * in person or through an app that they control.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `leave_application_not_found`, `application_closed`
 */
export const approveApplication = (work: Work, actor: OrganizationActor, decision: Decision) =>
  decide(work, actor, 'approved', decision)

/** Rejects a leave application. See {@link approveApplication}. */
export const rejectApplication = (work: Work, actor: OrganizationActor, decision: Decision) =>
  decide(work, actor, 'rejected', decision)

async function decide(
  work: Work,
  actor: OrganizationActor,
  status: 'approved' | 'rejected',
  { application_id: applicationId, comment = null }: { application_id: string; comment?: string | null },
): Promise<LeaveApplication> {
  requireAdministrator(actor)
  const { orgId } = actor
  const { account_id } = await findApplication(work.db, orgId, applicationId)
  if (account_id === actor.id) throw new Refusal('admin_required')
  const locked = await lockAsAdministrator(work.db, actor, [account_id])
  const application = await findApplication(work.db, orgId, applicationId)
  // A member who has departed in the meantime no longer has a pending application.
  if (application.status !== 'pending') throw new Refusal('application_closed')
  await requireNotOwnCase(work.db, actor, requireMember(locked, account_id))

  const expires_at = status === 'approved' ? work.now + CONFIRMABLE : null
  const decided = { status, comment, decided_by: actor.id, decided_at: work.now, expires_at }
  const changed = await changeApplication(work.db, application, decided)
  if (expires_at !== null) {
    await schedule(work, { orgId, kind: 'leave_application_expiry', subjectId: applicationId, dueAt: expires_at })
  }
  const data = { application_id: applicationId, account_id, decided_by: actor.id, comment }
  await appendEvents(work, [{ orgId, type: `leave_application.${status}`, actor, data }])
  const { identity_id: identityId } = requireMember(locked, account_id)
  const notice = { application_id: applicationId, comment, expires_at: expires_at && timestamp(expires_at) }
  await notify(work, { identityId, accountId: account_id, orgId, type: `leave_application.${status}`, data: notice })
  const action = status === 'approved' ? 'leaveApplications.approve' : 'leaveApplications.reject'
  await audit(work, actor, { orgId, action, target: applicationId, before: { status: 'pending' }, after: { status } })
  return presentWithBlockers(work.db, actor, changed)
}
