import { isAdministrator, type OrganizationActor } from '../../actor.ts'
import { requireNotOwnCase } from '../../apps/controllers.ts'
import { lockAsAdministrator, lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Work } from '../../store/work.ts'
import { type ApplicationRow, findApplication } from './application.ts'
import { followManager } from './ask-reviewers.ts'

/**
 * Locks the applicant together with the reviewer, and finds the pending application with the manager who can decide on it now.
 *
 * @throws {Refusal} `admin_required`, `own_case`, `leave_application_not_found`, `application_closed`, `account_restricted`,
 * `token_revoked`
 */
export async function lockForReview(work: Work, actor: OrganizationActor, applicationId: string) {
  const { orgId } = actor
  const found = isAdministrator(actor)
    ? await findApplication(work.db, orgId, applicationId)
    : await findAsManager(work, actor, applicationId)
  const { account_id } = found
  if (account_id === actor.id) throw new Refusal('admin_required')
  const locked = isAdministrator(actor)
    ? await lockAsAdministrator(work.db, actor, [account_id])
    : await lockMembers(work.db, orgId, [account_id, actor.id])
  const application = await findApplication(work.db, orgId, applicationId)
  // A member who has departed in the meantime no longer has a pending application.
  if (application.status !== 'pending') throw new Refusal('application_closed')
  const applicant = requireMember(locked, account_id)
  await requireNotOwnCase(work.db, actor, applicant)
  const followed = await followManager(work, applicant, application)
  if (!isAdministrator(actor)) requireManager(actor, followed, requireMember(locked, actor.id))
  if (followed.status !== 'pending') throw new Refusal('application_closed')
  return { applicant, application: followed }
}

/** An ordinary member does not learn of applications that they don't review. */
async function findAsManager(work: Work, actor: OrganizationActor, applicationId: string): Promise<ApplicationRow> {
  const row = await findApplication(work.db, actor.orgId, applicationId).catch(() => undefined)
  if (row?.manager_id !== actor.id) throw new Refusal('admin_required')
  return row
}

function requireManager(actor: OrganizationActor, { manager_id }: ApplicationRow, own: MemberRow): void {
  if (own.status !== 'active') throw new Refusal('token_revoked')
  if (own.condition !== 'normal') throw new Refusal('account_restricted', { condition: own.condition })
  if (manager_id !== actor.id) throw new Refusal('admin_required')
}
