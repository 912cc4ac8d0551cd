import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { findAuthorizationsBetween } from '../apps/authorizations-between.ts'
import { deauthorizedEvents, endAuthorizations } from '../apps/end-authorizations.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { appendEvents, type NewEvent } from '../events/append.ts'
import { lockOrganizations } from '../organizations/organization.ts'
import { endSharesBetween } from '../resources/shares.ts'
import type { Tx } from '../store/schema.ts'
import type { AssociationSide } from './association.ts'
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
  await endAssociation(tx, side, now)
  await endSharesBetween(tx, side.org_id, side.associated_org_id)
  const ending = await findAuthorizationsBetween(tx, side.org_id, side.associated_org_id)
  // Told before they end, so that the apps themselves still hear of it.
  await appendEvents(
    tx,
    [...unlinkedEvents(side, actor, command, now), ...deauthorizedEvents(ending, actor, 'association_unlinked')],
    now,
  )
  await endAuthorizations(tx, ending, now)
  await auditOnBothSides(tx, actor, side, command, now)
  return { result: true, association_id: side.association_id, unlinked_at: timestamp(now) }
}

async function endAssociation(tx: Tx, side: AssociationSide, now: number): Promise<void> {
  await tx
    .updateTable('association')
    .set({ status: 'unlinked', unlinked_at: now })
    .where('association_id', '=', side.association_id)
    .where('org_id', 'in', [side.org_id, side.associated_org_id])
    .execute()
}

type Reason = { reason_code?: Schemas['ReasonCode'] | null; reason_text?: string | null }

function unlinkedEvents(
  side: AssociationSide,
  actor: OrganizationActor,
  { reason_code = null, reason_text = null }: Reason,
  now: number,
): NewEvent[] {
  const unlinked = (view: AssociationSide, told: { side: 'initiator' | 'associated'; reason_text: string | null }) => ({
    orgId: view.org_id,
    type: 'organization.association.unlinked' as const,
    actor,
    data: {
      association_id: view.association_id,
      type: view.type,
      dept_id: view.dept_id,
      associated_org_id: view.associated_org_id,
      associated_dept_id: view.associated_dept_id,
      cause: 'api' as const,
      reason_code,
      unlinked_at: timestamp(now),
      ...told,
    },
  })
  return [
    unlinked(side, { side: 'initiator', reason_text }),
    // What an organisation writes down for itself is not told to the other.
    unlinked(fromOtherSide(side), { side: 'associated', reason_text: null }),
  ]
}

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
