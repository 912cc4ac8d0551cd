import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { newId } from '../../ids.ts'
import { lockMembers, type MemberRow, requireMember } from '../../locks/members.ts'
import { readPolicy } from '../../organizations/policy.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { countCreations } from '../creations/find.ts'
import { makePlan, planInventory } from '../handover/plan.ts'
import { revisionOfHandover } from '../handover/planned-resources.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { requireNoDeletion } from '../leave/no-deletion.ts'
import { requireOwnAct } from '../may-depart.ts'
import { findIrreversible } from '../offboarding/irreversible.ts'
import { findWarnings } from '../offboarding/warnings.ts'
import { findReferencesIn } from '../references/find.ts'
import { findHolders } from '../references/holders.ts'
import { restorableFrom } from '../restore-window.ts'
import { presentApproval } from './approval.ts'
import { presentWays } from './ways.ts'

/** The time for which a preview is valid, in milliseconds. */
const VALID = 60 * 60 * 1000

/**
 * Previews a member's own departure: the ways that are open to them, the approvals that it takes, what becomes of their resources,
 * and until when it can be undone (S81). It shows nothing that members are not told: legal holds, and offboardings that others scheduled.
 *
 * @throws {Refusal} `user_required`, `already_departed`, `account_restricted`, `recipient_invalid`; `invalid_request` for a deletion that
 * the policies forbid
 */
export async function previewLeave(
  work: Work,
  actor: OrganizationActor,
  { handover = {} }: Schemas['PreviewLeaveRequest'],
): Promise<Schemas['LeavePreview']> {
  requireUser(actor)
  const member = requireMember(await lockMembers(work.db, actor.orgId, [actor.id]), actor.id)
  requireOwnAct(member)
  await requireNoDeletion(work.db, member, handover)
  await requireValidHandover(work.db, member, handover)
  const language = actor.origin.language ?? 'en'
  const policy = await readPolicy(work.db, actor.orgId)
  const inventory = await planInventory(work.db, member, await makePlan(work.db, member, handover), UNTOLD)
  const preview_id = newId('lvp')
  const expires_at = work.now + VALID
  const { org_id, account_id } = member
  const previewed = { handover: JSON.stringify(handover), handover_revision: revisionOfHandover(inventory) }
  await work.db
    .insertInto('leave_preview')
    .values({ org_id, preview_id, account_id, expires_at, ...previewed })
    .execute()
  return {
    preview_id,
    expires_at: timestamp(expires_at),
    ways: await presentWays(work.db, member, language),
    approval: await presentApproval(work.db, member, policy),
    total: inventory.reduce((sum, { count }) => sum + count, 0),
    inventory,
    references: await findOwnReferences(work.db, member),
    creations: await countCreations(work, member),
    irreversible: await findIrreversible(work.db, member, inventory),
    restorable_until: timestamp(await restorableFrom(work.db, org_id, work.now)),
    restore_window_days: policy.restore_window_days,
    warnings: await findWarnings(work.db, member, language, 'sign_in_elsewhere_own'),
  }
}

/** A member is not told that a legal hold stands on an earlier departure of theirs. */
export const UNTOLD = { legalHolds: false }

/** A member is not told that they are named in a scheduled offboarding of somebody else. */
async function findOwnReferences(db: Reader, member: MemberRow): Promise<Schemas['Reference'][]> {
  const { holderOf } = await findHolders(db, member, null)
  const found = []
  for (const role of ['manager', 'department_head', 'fallback_recipient'] as const) {
    found.push(...(await findReferencesIn(db, member, role, holderOf(role))))
  }
  return found
}
