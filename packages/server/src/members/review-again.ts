import { sql } from 'kysely'
import { schedule } from '../due-work/due-work.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'

/**
 * Has pending leave applications look for their manager again, after a change of a member who applied or who reviews as a manager (S72).
 */
export async function reviewAgain(work: Work, orgId: string, accountId: string): Promise<void> {
  const [concerned] = await readConcerned(work.db, { orgId, accountId })
  if (concerned) await schedule(work, { orgId, kind: 'leave_review', subjectId: accountId, dueAt: work.now })
}

const readConcerned = statement((db, $: Placing<{ orgId: string; accountId: string }>) =>
  db
    .selectFrom('leave_application')
    .select('application_id')
    .where('org_id', '=', $('orgId'))
    .where('status', '=', 'pending')
    .where('reviewers', '!=', 'administrators')
    .where((or) => or.or([or('manager_id', '=', $('accountId')), or('account_id', '=', $('accountId'))]))
    .limit(sql.lit(1)),
)

/** Has the pending leave applications of members whose manager changed look for their manager again (S72). */
export async function reviewAgainFor(work: Work, orgId: string, applicantIds: string[]): Promise<void> {
  if (applicantIds.length === 0) return
  const pending = await work.db
    .selectFrom('leave_application')
    .select('account_id')
    .where('org_id', '=', orgId)
    .where('status', '=', 'pending')
    .where('reviewers', '!=', 'administrators')
    .where('account_id', 'in', applicantIds)
    .execute()
  for (const { account_id: subjectId } of pending) {
    await schedule(work, { orgId, kind: 'leave_review', subjectId, dueAt: work.now })
  }
}
