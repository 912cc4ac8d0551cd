import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers } from '../../locks/members.ts'
import { notifyMembers } from '../../notifications/notify-members.ts'
import { changeApplication, findApplication } from './application.ts'

/** Ends an approved application that nobody confirmed within 14 days; the applicant stays a member. */
export const expireApplicationStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findApplication(work.db, orgId, subjectId)
  const [member] = await lockMembers(work.db, orgId, [account_id])
  const application = await findApplication(work.db, orgId, subjectId)
  if (application.status !== 'approved') return 'done'
  await changeApplication(work.db, application, { status: 'expired', ended_at: work.now })
  const data = { application_id: subjectId, account_id }
  await appendEvents(work, [{ orgId, type: 'leave_application.expired', actor: system, data }])
  const told = { type: 'leave_application.expired', data } as const
  await notifyMembers(work, orgId, [account_id, member?.manager_id ?? null, application.decided_by], told)
  const change = { before: { status: 'approved' }, after: { status: 'expired' } }
  await audit(work, system, { orgId, action: 'system', target: subjectId, ...change })
  return 'done'
}
