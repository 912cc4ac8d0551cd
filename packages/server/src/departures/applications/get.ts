import type { CallOf } from '@sendoff/api'
import type { OrganizationActor } from '../../actor.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'
import { findApplication, type LeaveApplication, mayReadAll } from './application.ts'
import { presentWithBlockers } from './blockers.ts'

/** @throws {Refusal} `leave_application_not_found`, also for another member's when a member asks who does not review it */
export async function getApplication(
  { db }: View,
  actor: OrganizationActor,
  { application_id: id }: CallOf<'leaveApplications.get'>,
): Promise<LeaveApplication> {
  const row = await findApplication(db, actor.orgId, id)
  if (!mayReadAll(actor) && ![row.account_id, row.manager_id].includes(actor.id))
    throw new Refusal('leave_application_not_found')
  return presentWithBlockers(db, actor, row)
}
