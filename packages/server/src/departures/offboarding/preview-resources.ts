import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { findMember } from '../../members/member.ts'
import { Refusal } from '../../refusal.ts'
import type { View } from '../../store/work.ts'
import { makePlan, planInventory } from '../handover/plan.ts'
import { listPlannedResources, revisionOfHandover } from '../handover/planned-resources.ts'

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
  const member = await findMember(db, actor.orgId, preview.account_id)
  const plan = await makePlan(db, member, JSON.parse(preview.handover) as Schemas['Handover'])
  const revision = revisionOfHandover(await planInventory(db, member, plan))
  if (member.status !== 'active' || revision !== preview.handover_revision) throw new Refusal('preview_stale')
  return listPlannedResources(db, member, plan, page)
}
