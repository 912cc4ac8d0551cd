import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { listAuthorizationsBetween } from '../apps/authorizations-between.ts'
import { listSharesBetween } from '../resources/shares.ts'
import type { View } from '../store/work.ts'
import { getAssociation } from './association.ts'
import { findLinked, requireMayUnlink, type UnlinkTarget } from './find-linked.ts'

/**
 * Lists everything that an unlink would end. Nothing changes.
 *
 * @throws {Refusal} the refusals of the unlink itself
 */
export async function previewUnlink(
  view: View,
  actor: OrganizationActor,
  target: UnlinkTarget,
): Promise<Schemas['UnlinkPreview']> {
  requireMayUnlink(actor)
  const side = await findLinked(view.db, actor.orgId, target)
  return {
    association: await getAssociation(view, actor, { association_id: side.association_id }),
    shared_resources: await listSharesBetween(view.db, side.org_id, side.associated_org_id),
    authorizations: await listAuthorizationsBetween(view.db, side.org_id, side.associated_org_id),
  }
}
