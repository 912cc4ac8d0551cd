import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import type { Work } from '../store/work.ts'
import { endAssociation } from './end-association.ts'
import { lockLinked, requireMayUnlink } from './find-linked.ts'

/**
 * Unlinks an associated organisation: ends the association on both sides with everything that depends on it, and
 * records events for both (S57 to S63).
 *
 * @throws {Refusal} `ordinary_user_not_allowed`, `association_not_found`, `association_dept_mismatch`
 */
export async function unlink(
  work: Work,
  actor: OrganizationActor,
  command: Schemas['UnlinkRequest'],
): Promise<Schemas['UnlinkResult']> {
  requireMayUnlink(actor)
  await lockAsAdministrator(work.db, actor, [], 'ordinary_user_not_allowed')
  const side = await lockLinked(work.db, actor.orgId, command)
  const { reason_code, reason_text } = command
  const reason = { ...(reason_code && { reason_code }), ...(reason_text && { reason_text }) }
  await endAssociation(work, side, { actor, cause: 'api', ...reason })
  return { result: true, association_id: side.association_id, unlinked_at: timestamp(work.now) }
}
