import type { CallOf, Schemas } from '@sendoff/api'
import { checkPassword } from '../../accounts/check-password.ts'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { unschedule } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { lockMembers, requireMember } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Store } from '../../store/store.ts'
import type { Moment, View, Work } from '../../store/work.ts'
import { depart } from '../depart.ts'
import { findDeparture } from '../departure.ts'
import { requireFounderTransferred, requireMayDepart, requireOwnAct } from '../may-depart.ts'
import { type ApplicationRow, changeApplication, findOwnApplication } from './application.ts'

/**
 * Checks, before the transaction, that there is an application to confirm, and then the password (S55).
 *
 * @throws {Refusal} `leave_application_not_found`, `application_not_approved`, `application_closed`,
 * `password_incorrect`, `too_many_attempts`
 */
export async function checkConfirmation(
  store: Store,
  actor: OrganizationActor,
  { application_id, password }: CallOf<'leaveApplications.confirm'>,
  at: Moment,
): Promise<void> {
  await findConfirmable({ db: store.db, now: at.now }, actor, application_id)
  await checkPassword(store, actor, { password }, at)
}

/**
 * Confirms an approved application: the member leaves (S55). The password was checked by {@link checkConfirmation}.
 *
 * @throws {Refusal} `leave_application_not_found`, `application_not_approved`, `application_closed`, `founder_must_transfer`,
 *   `last_admin`, `already_departed`, `account_restricted`
 */
export async function confirmLeave(
  work: Work,
  actor: OrganizationActor,
  { application_id: applicationId }: CallOf<'leaveApplications.confirm'>,
): Promise<Schemas['Departure']> {
  requireUser(actor)
  const { orgId, id: account_id } = actor
  const member = requireMember(await lockMembers(work.db, orgId, [account_id]), account_id)
  requireOwnAct(member)
  const application = await findConfirmable(work, actor, applicationId)
  await requireFounderTransferred(work.db, member)
  await requireMayDepart(work.db, member)
  const { reason_code: reasonCode, reason_text: reasonText } = application
  await changeApplication(work.db, application, { status: 'confirmed' })
  await unschedule(work.db, orgId, 'leave_application_expiry', applicationId)
  const { departure_id } = await depart(work, member, {
    method: 'approved_leave',
    initiator: 'self',
    actor,
    action: 'leaveApplications.confirm',
    reasonCode,
    reasonText,
  })
  await changeApplication(work.db, application, { departure_id })
  const data = { application_id: applicationId, account_id, departure_id }
  await appendEvents(work, [{ orgId, type: 'leave_application.confirmed', actor, data }])
  return findDeparture(work, orgId, departure_id)
}

async function findConfirmable(view: View, actor: OrganizationActor, applicationId: string): Promise<ApplicationRow> {
  const application = await findOwnApplication(view.db, actor, applicationId)
  if (application.status === 'pending') throw new Refusal('application_not_approved')
  if (application.status !== 'approved') throw new Refusal('application_closed')
  // The application has expired after 14 days, even if the work that closes it is late.
  if (application.expires_at !== null && application.expires_at <= view.now) throw new Refusal('application_closed')
  return application
}
