import { audit } from '../../audit/audit.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { lockMembers } from '../../locks/members.ts'
import { changeApplication, findApplication } from './application.ts'

/** Ends an approved application that nobody confirmed within 14 days; the applicant stays a member. */
export const expireApplicationStep: Step = async (tx, { orgId, subjectId }, now) => {
  const { account_id } = await findApplication(tx, orgId, subjectId)
  await lockMembers(tx, orgId, [account_id])
  const application = await findApplication(tx, orgId, subjectId)
  if (application.status !== 'approved') return 'done'
  await changeApplication(tx, application, { status: 'expired' })
  const data = { application_id: subjectId, account_id }
  await appendEvents(tx, [{ orgId, type: 'leave_application.expired', actor: system, data }], now)
  const change = { before: { status: 'approved' }, after: { status: 'expired' } }
  await audit(tx, system, { orgId, action: 'system', target: subjectId, ...change }, now)
  return 'done'
}
