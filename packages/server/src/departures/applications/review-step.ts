import type { Step } from '../../due-work/due-work.ts'
import { lockMembers, requireMember } from '../../locks/members.ts'
import { findApplication } from './application.ts'
import { followManager } from './ask-reviewers.ts'

/** The number of applications that are looked at in one transaction. */
const PAGE = 50

/** Follows a change of a member, for pending applications that are theirs or that they review as a manager. */
export const leaveReviewStep: Step = async (work, { orgId, subjectId }) => {
  const rows = await work.db
    .selectFrom('leave_application')
    .select(['application_id', 'account_id', 'manager_id'])
    .where('org_id', '=', orgId)
    .where('status', '=', 'pending')
    .where((or) => or.or([or('manager_id', '=', subjectId), or('account_id', '=', subjectId)]))
    .orderBy('application_id')
    .limit(PAGE)
    .execute()
  const applicants = await lockMembers(
    work.db,
    orgId,
    rows.map(({ account_id }) => account_id),
  )
  let followed = 0
  for (const { application_id, account_id, manager_id } of rows) {
    const applicant = requireMember(applicants, account_id)
    const after = await followManager(work, applicant, await findApplication(work.db, orgId, application_id))
    if (after.manager_id !== manager_id) followed++
  }
  return rows.length === PAGE && followed > 0 ? 'again' : 'done'
}
