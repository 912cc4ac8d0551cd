import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import type { Tx } from '../store/schema.ts'
import { endAssociation } from './end-association.ts'
import { findLinked, requireMayUnlink } from './find-linked.ts'

/**
 * Unlinks an associated organisation: ends the association on both sides, with all that rests on it, and tells both (S57 to S63).
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `ordinary_user_not_allowed`, `association_not_found`, `association_dept_mismatch`
 */
export async function unlink(
  tx: Tx,
  actor: OrganizationActor,
  command: Schemas['UnlinkRequest'],
  now: number,
): Promise<Schemas['UnlinkResult']> {
  requireMayUnlink(actor)
  await findLinked(tx, actor.orgId, command)
  await lockAsAdministrator(tx, actor, [], 'ordinary_user_not_allowed')
  await lockOrganizations(tx, [actor.orgId, command.associated_org_id])
  // Read again under the lock: of two unlinks at once, the second finds nothing.
  const side = await findLinked(tx, actor.orgId, command)
  const { reason_code, reason_text } = command
  const reason = { ...(reason_code && { reason_code }), ...(reason_text && { reason_text }) }
  await endAssociation(tx, side, { actor, cause: 'api', ...reason }, now)
  return { result: true, association_id: side.association_id, unlinked_at: timestamp(now) }
}
