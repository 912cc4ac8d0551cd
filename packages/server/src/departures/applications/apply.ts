import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { newId } from '../../ids.ts'
import { lockMembers, requireMember } from '../../locks/members.ts'
import { readPolicy } from '../../organizations/policy.ts'
import type { Work } from '../../store/work.ts'
import { requireWay } from '../ways.ts'
import { findApplication, type LeaveApplication, presentApplication, requireNoneOpen } from './application.ts'
import { askReviewers } from './ask-reviewers.ts'
import { awaitingOf, findReviewingManager } from './reviewers.ts'

/**
 * Applies to leave (S52, S53). An administrator decides, or the manager, too (S72); the applicant stays a member until they confirm.
 *
 * @throws {Refusal} `founder_must_transfer`, `sole_member_must_dissolve`, `application_pending`, `already_departed`,
 * `account_restricted`
 */
export async function applyToLeave(
  work: Work,
  actor: OrganizationActor,
  { reason_code, reason_text }: Schemas['CreateLeaveApplicationRequest'],
): Promise<LeaveApplication> {
  requireUser(actor)
  const { orgId, id: account_id } = actor
  const member = requireMember(await lockMembers(work.db, orgId, [account_id]), account_id)
  await requireWay(work.db, member, 'application')
  await requireNoneOpen(work.db, orgId, account_id)
  const { reviewers } = await readPolicy(work.db, orgId)
  const manager_id = reviewers === 'administrators' ? null : await findReviewingManager(work.db, member)
  const application_id = newId('lap')
  await work.db
    .insertInto('leave_application')
    .values({
      org_id: orgId,
      application_id,
      account_id,
      reason_code,
      reason_text,
      status: 'pending',
      comment: null,
      decided_by: null,
      decided_at: null,
      expires_at: null,
      departure_id: null,
      created_at: work.now,
      reviewers,
      awaiting: awaitingOf(reviewers, manager_id, []) ?? 'administrator',
      manager_id,
    })
    .execute()
  const data = { application_id, account_id, reason_code, reason_text }
  await appendEvents(work, [{ orgId, type: 'leave_application.submitted', actor, data }])
  await audit(work, actor, {
    orgId,
    action: 'leaveApplications.create',
    target: application_id,
    after: { reason_code },
  })
  const application = await findApplication(work.db, orgId, application_id)
  await askReviewers(work, application)
  return presentApplication(application)
}
