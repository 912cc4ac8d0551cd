import { type AuditedChange, audit, type Who } from '../../audit/audit.ts'
import { timestamp } from '../../clock.ts'
import { schedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import type { MemberRow } from '../../locks/members.ts'
import { notify } from '../../notifications/notify.ts'
import { notifyMembers } from '../../notifications/notify-members.ts'
import type { Work } from '../../store/work.ts'
import { type ApplicationRow, changeApplication } from './application.ts'

/** The time within which an approved application can be confirmed, in milliseconds: 14 days. */
const CONFIRMABLE = 14 * 24 * 60 * 60 * 1000

/** A final decision; `decided_by` gave the last approval or the rejection. */
type Conclusion = {
  status: 'approved' | 'rejected'
  comment: string | null
  decided_by: string
  actor: Who
  action: AuditedChange['action']
}

/** Approves or rejects a pending application, and notifies the applicant (S54). */
export async function conclude(
  work: Work,
  applicant: MemberRow,
  application: ApplicationRow,
  { status, comment, decided_by, actor, action }: Conclusion,
): Promise<ApplicationRow> {
  const { org_id: orgId, application_id: applicationId, account_id } = application
  const expires_at = status === 'approved' ? work.now + CONFIRMABLE : null
  const ended_at = status === 'rejected' ? work.now : null
  const decided = { status, comment, decided_by, decided_at: work.now, expires_at, ended_at }
  const changed = await changeApplication(work.db, application, decided)
  if (expires_at !== null) {
    await schedule(work, { orgId, kind: 'leave_application_expiry', subjectId: applicationId, dueAt: expires_at })
  }
  const data = { application_id: applicationId, account_id, decided_by, comment }
  await appendEvents(work, [{ orgId, type: `leave_application.${status}`, actor, data }])
  const { identity_id: identityId } = applicant
  const notice = { application_id: applicationId, comment, expires_at: expires_at && timestamp(expires_at) }
  await notify(work, { identityId, accountId: account_id, orgId, type: `leave_application.${status}`, data: notice })
  if (applicant.manager_id !== decided_by) {
    const told = { application_id: applicationId, account_id, status, expires_at: notice.expires_at }
    await notifyMembers(work, orgId, [applicant.manager_id], { type: 'leave_application.decided', data: told })
  }
  await audit(work, actor, { orgId, action, target: applicationId, before: { status: 'pending' }, after: { status } })
  return changed
}
