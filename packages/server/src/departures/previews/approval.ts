import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../../locks/members.ts'
import type { Policy } from '../../organizations/policy.ts'
import type { Reader } from '../../store/schema.ts'
import { awaitingOf, findReviewingManager, presentAwaiting } from '../applications/reviewers.ts'
import { mayLeaveInstantly } from '../instant-leave.ts'

/** Presents the approvals that a member's departure by their own act takes, the people who give them, and the member's open application. */
export async function presentApproval(
  db: Reader,
  member: MemberRow,
  policy: Policy,
): Promise<Schemas['LeavePreview']['approval']> {
  const { org_id, account_id } = member
  const managerId = policy.reviewers === 'administrators' ? null : await findReviewingManager(db, member)
  const awaiting = awaitingOf(policy.reviewers, managerId, [])
  const manager =
    managerId === null
      ? undefined
      : await db
          .selectFrom('account')
          .select(['account_id', 'name'])
          .where('org_id', '=', org_id)
          .where('account_id', '=', managerId)
          .executeTakeFirst()
  const application = await db
    .selectFrom('leave_application')
    .select(['application_id', 'status'])
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', 'in', ['pending', 'approved'])
    .$narrowType<{ status: 'pending' | 'approved' }>()
    .executeTakeFirst()
  return {
    is_required: !(await mayLeaveInstantly(db, member, policy)),
    reviewers: presentAwaiting(awaiting),
    takes: awaiting === 'both' ? 'all' : 'one',
    manager: manager ?? null,
    application: application ?? null,
  }
}
