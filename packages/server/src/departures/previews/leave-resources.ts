import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireUser } from '../../actor.ts'
import { findMember } from '../../members/member.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'
import { listPreviewed } from '../handover/planned-resources.ts'
import { UNTOLD } from './leave.ts'

/**
 * Lists the resources in a member's preview of their own departure, each with its outcome (S81).
 *
 * @throws {Refusal} `user_required`, `preview_not_found`, `preview_stale`
 */
export async function listLeavePreviewResources(
  { db, now }: View,
  actor: OrganizationActor,
  { preview_id, ...page }: CallOf<'leave.listPreviewResources'>,
): Promise<Schemas['PlannedResourceList']> {
  requireUser(actor)
  const preview = await db
    .selectFrom('leave_preview')
    .select(['handover', 'handover_revision'])
    .where('org_id', '=', actor.orgId)
    .where('preview_id', '=', preview_id)
    .where('account_id', '=', actor.id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!preview) throw new Refusal('preview_not_found')
  return listPreviewed(db, await findMember(db, actor.orgId, actor.id), preview, page, UNTOLD)
}
