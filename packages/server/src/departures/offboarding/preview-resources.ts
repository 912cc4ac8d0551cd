import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { findMember } from '../../members/member.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'
import { listPreviewed } from '../handover/planned-resources.ts'

/**
 * Lists the resources of the member in a preview, each with its outcome (S79). Every page belongs to the same handover: once its counts
 * would differ from the preview's, the preview is stale.
 *
 * @throws {Refusal} `admin_required`, `preview_not_found`, `preview_stale`
 */
export async function listPreviewResources(
  { db, now }: View,
  actor: OrganizationActor,
  { preview_id, ...page }: CallOf<'offboardings.listPreviewResources'>,
): Promise<Schemas['PlannedResourceList']> {
  requireAdministrator(actor)
  const preview = await db
    .selectFrom('offboarding_preview')
    .select(['account_id', 'handover', 'handover_revision'])
    .where('org_id', '=', actor.orgId)
    .where('preview_id', '=', preview_id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!preview) throw new Refusal('preview_not_found')
  return listPreviewed(db, await findMember(db, actor.orgId, preview.account_id), preview, page)
}
