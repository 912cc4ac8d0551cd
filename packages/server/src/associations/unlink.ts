import type { Schemas } from '@sendoff/api'
import type { OrganizationActor } from '../actor.ts'
import { deauthorizedEvents, endAuthorizations, findAuthorizationsBetween } from '../apps/authorizations-between.ts'
import { timestamp } from '../clock.ts'
import { appendEvents, type NewEvent } from '../events/append.ts'
import { lockOrganizations } from '../organizations/organization.ts'
import { endSharesBetween } from '../resources/shares.ts'
import type { Tx } from '../store/schema.ts'
import type { AssociationSide } from './association.ts'
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
  await lockOrganizations(tx, [actor.orgId, command.associated_org_id])
  // Read again under the lock: of two unlinks at once, the second finds nothing.
  const side = await findLinked(tx, actor.orgId, command)
  await endAssociation(tx, side, now)
  await endSharesBetween(tx, side.org_id, side.associated_org_id)
  const ending = await findAuthorizationsBetween(tx, side.org_id, side.associated_org_id)
  // Told before they end, so that the apps themselves still hear of it.
  await appendEvents(tx, [...unlinkedEvents(side, actor, command, now), ...deauthorizedEvents(ending, actor)], now)
  await endAuthorizations(tx, ending, now)
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

const mirrored = { upstream: 'downstream', downstream: 'upstream', partner: 'partner' } as const

function unlinkedEvents(
  side: AssociationSide,
  actor: OrganizationActor,
  {
    reason_code = null,
    reason_text = null,
  }: { reason_code?: Schemas['ReasonCode'] | null; reason_text?: string | null },
  now: number,
): NewEvent[] {
  const both = { association_id: side.association_id, cause: 'api', reason_code, unlinked_at: timestamp(now) } as const
  const type = 'organization.association.unlinked'
  return [
    {
      orgId: side.org_id,
      type,
      actor,
      data: {
        ...both,
        type: side.type,
        dept_id: side.dept_id,
        associated_org_id: side.associated_org_id,
        associated_dept_id: side.associated_dept_id,
        side: 'initiator',
        reason_text,
      },
    },
    {
      orgId: side.associated_org_id,
      type,
      actor,
      data: {
        ...both,
        type: mirrored[side.type],
        dept_id: side.associated_dept_id,
        associated_org_id: side.org_id,
        associated_dept_id: side.dept_id,
        side: 'associated',
        // What an organisation writes down for itself is not told to the other.
        reason_text: null,
      },
    },
  ]
}
