import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { lockMembers, requireMember } from '../../locks/members.ts'
import type { Work } from '../../store/work.ts'
import { depart } from '../depart.ts'
import { findDeparture } from '../departure.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { requireWay } from '../ways.ts'
import { requireNoDeletion } from './no-deletion.ts'

/**
 * Lets an ordinary member leave immediately, by their own act and without an approval (S38, S43, S44, S45). The entry
 * point makes no difference (S17, S39, S48).
 *
 * @throws {Refusal} `founder_must_transfer`, `sole_member_must_dissolve`, `admin_cannot_leave_instantly`,
 * `approval_required`, `already_departed`, `account_restricted`, `recipient_invalid`; `invalid_request` for a deletion that the policy forbids
 */
export async function leave(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['LeaveRequest'],
): Promise<Schemas['Departure']> {
  requireUser(actor)
  const member = requireMember(await lockMembers(work.db, actor.orgId, [actor.id]), actor.id)
  await requireWay(work.db, member, 'instant')
  await requireNoDeletion(work.db, member, command.handover ?? {})
  await requireValidHandover(work.db, member, command.handover ?? {})
  const { reason_code: reasonCode, reason_text: reasonText, entry_point: entryPoint, handover } = command
  const { departure_id } = await depart(work, member, {
    method: 'self_leave',
    initiator: 'self',
    actor,
    action: 'leave.create',
    reasonCode,
    reasonText,
    entryPoint,
    handover,
  })
  return findDeparture(work, actor.orgId, departure_id)
}
