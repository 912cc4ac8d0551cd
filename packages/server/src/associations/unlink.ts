import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { lockOrganizations } from '../organizations/organization.ts'
import type { Tx } from '../store/schema.ts'
import type { AssociationSide } from './association.ts'
import { endAssociation } from './end-association.ts'
import { findLinked, requireMayUnlink } from './find-linked.ts'
import { fromOtherSide } from './link.ts'

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
  await lockOrganizations(tx, [actor.orgId, command.associated_org_id])
  // Read again under the lock: of two unlinks at once, the second finds nothing.
  const side = await findLinked(tx, actor.orgId, command)
  const { reason_code, reason_text } = command
  const reason = { ...(reason_code && { reason_code }), ...(reason_text && { reason_text }) }
  await endAssociation(tx, side, { actor, cause: 'api', ...reason }, now)
  await auditOnBothSides(tx, actor, side, command, now)
  return { result: true, association_id: side.association_id, unlinked_at: timestamp(now) }
}

type Reason = { reason_code?: Schemas['ReasonCode'] | null; reason_text?: string | null }

async function auditOnBothSides(
  tx: Tx,
  actor: OrganizationActor,
  side: AssociationSide,
  { reason_code = null, reason_text = null }: Reason,
  now: number,
): Promise<void> {
  const entry = ({ org_id, dept_id, associated_org_id, associated_dept_id, type }: AssociationSide) => ({
    orgId: org_id,
    action: 'organization.unlink' as const,
    target: side.association_id,
    before: { org_id, dept_id, associated_org_id, associated_dept_id, type },
  })
  await audit(tx, actor, { ...entry(side), after: { reason_code, reason_text } }, now)
  // From where and with which words an organisation acts is told to itself only.
  const { type, id } = actor
  await audit(tx, { type, id }, { ...entry(fromOtherSide(side)), after: { reason_code } }, now)
}
