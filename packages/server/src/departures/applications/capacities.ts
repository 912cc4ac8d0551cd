import { isAdministrator, type OrganizationActor } from '../../actor.ts'
import { isOwnAct } from '../../apps/controllers.ts'
import type { Work } from '../../store/work.ts'
import type { ApplicationRow } from './application.ts'
import { type Approval, presentAwaiting, type Reviewer } from './reviewers.ts'

/**
 * The approvals that a caller can add. A manager who is an administrator too approves as the manager, and as an administrator only if no
 * other administrator can decide: two approvals are the approvals of two people.
 */
export async function capacitiesOf(
  work: Work,
  actor: OrganizationActor,
  application: ApplicationRow,
  approvals: Approval[],
): Promise<Reviewer[]> {
  const missing = presentAwaiting(application.awaiting)
  if (application.awaiting === 'either') return [application.manager_id === actor.id ? 'manager' : 'administrator']
  const asManager = missing.includes('manager') && application.manager_id === actor.id
  const asAdministrator = missing.includes('administrator') && isAdministrator(actor)
  const isManager = asManager || (await isManagerOf(work, actor, application, approvals))
  const both = asAdministrator && (!isManager || !(await hasAnotherAdministrator(work, actor, application)))
  return [...(asManager ? (['manager'] as const) : []), ...(both ? (['administrator'] as const) : [])]
}

/** True if the caller, or the person behind an app, is the manager or gave the manager's approval. */
async function isManagerOf(
  { db }: Work,
  actor: OrganizationActor,
  { manager_id, org_id }: ApplicationRow,
  approvals: Approval[],
): Promise<boolean> {
  const ids = approvals.flatMap(({ reviewer, approved_by }) => (reviewer === 'manager' ? [approved_by] : []))
  const people = [...ids, ...(manager_id ? [manager_id] : [])]
  if (people.length === 0) return false
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'identity_id'])
    .where('org_id', '=', org_id)
    .where('account_id', 'in', people)
    .execute()
  for (const row of rows) if (await isOwnAct(db, actor, row)) return true
  return false
}

/** True if a founder or administrator who can act is neither the caller, the manager nor the applicant. */
async function hasAnotherAdministrator(
  { db }: Work,
  actor: OrganizationActor,
  { org_id, account_id, manager_id }: ApplicationRow,
): Promise<boolean> {
  const another = await db
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', org_id)
    .where('account_id', 'not in', [actor.id, account_id, ...(manager_id ? [manager_id] : [])])
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')
    .where('accepted_at', 'is not', null)
    .where('role', 'in', ['founder', 'admin'])
    .limit(1)
    .executeTakeFirst()
  return another !== undefined
}
