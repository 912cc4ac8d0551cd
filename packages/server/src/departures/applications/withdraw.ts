import { type OrganizationActor, requireUser } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockMembers } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { changeApplication, findOwnApplication, type LeaveApplication, presentApplication } from './application.ts'

/**
 * Withdraws one's own leave application, as long as it is not confirmed.
 *
 * @throws {Refusal} `leave_application_not_found`, `application_closed`
 */
export async function withdraw(
  tx: Tx,
  actor: OrganizationActor,
  applicationId: string,
  now: number,
): Promise<LeaveApplication> {
  requireUser(actor)
  const { orgId, id: account_id } = actor
  await lockMembers(tx, orgId, [account_id])
  const application = await findOwnApplication(tx, actor, applicationId)
  const { status } = application
  if (status !== 'pending' && status !== 'approved') throw new Refusal('application_closed')
  const changed = await changeApplication(tx, application, { status: 'withdrawn' })
  await unschedule(tx, orgId, 'leave_application_expiry', applicationId)
  const data = { application_id: applicationId, account_id, cause: 'withdrawn' } as const
  await appendEvents(tx, [{ orgId, type: 'leave_application.withdrawn', actor, data }], now)
  const change = { before: { status }, after: { status: 'withdrawn' } }
  await audit(tx, actor, { orgId, action: 'leaveApplications.withdraw', target: applicationId, ...change }, now)
  return presentApplication(changed)
}
