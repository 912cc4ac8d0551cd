import type { CallOf } from '@sendoff/api'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockMembers } from '../../locks/members.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { notifyMembers } from '../../notifications/notify-members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { changeApplication, findOwnApplication, type LeaveApplication, presentApplication } from './application.ts'

/**
 * Withdraws the member's own leave application, as long as it is not confirmed.
 *
 * @throws {Refusal} `leave_application_not_found`, `application_closed`
 */
export async function withdraw(
  work: Work,
  actor: OrganizationActor,
  { application_id: applicationId }: CallOf<'leaveApplications.withdraw'>,
): Promise<LeaveApplication> {
  requireUser(actor)
  const { orgId, id: account_id } = actor
  const [member] = await lockMembers(work.db, orgId, [account_id])
  const application = await findOwnApplication(work.db, actor, applicationId)
  const { status } = application
  if (status !== 'pending' && status !== 'approved') throw new Refusal('application_closed')
  const changed = await changeApplication(work.db, application, { status: 'withdrawn', ended_at: work.now })
  await unschedule(work.db, orgId, 'leave_application_expiry', applicationId)
  const data = { application_id: applicationId, account_id, cause: 'withdrawn' } as const
  await appendEvents(work, [{ orgId, type: 'leave_application.withdrawn', actor, data }])
  const told = { type: 'leave_application.withdrawn', data: { application_id: applicationId, account_id } } as const
  // A pending one waits for any administrator; whoever approved one expects its confirmation.
  const administrators = status === 'pending' ? await notifyAdministrators(work, orgId, told) : new Set()
  const others = [member?.manager_id ?? null, status === 'approved' ? application.decided_by : null]
  const left = others.filter((id) => id !== null && !administrators.has(id))
  await notifyMembers(work, orgId, left, told)
  const change = { before: { status }, after: { status: 'withdrawn' } }
  await audit(work, actor, { orgId, action: 'leaveApplications.withdraw', target: applicationId, ...change })
  return presentApplication(changed)
}
