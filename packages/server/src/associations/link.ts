import type { Actor } from '../actor.ts'
import type { NewEvent } from '../events/event.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide } from './association.ts'

/** What two organisations become to each other, as the first of them sees it. */
export type NewAssociation = Pick<
  AssociationSide,
  'org_id' | 'dept_id' | 'associated_org_id' | 'associated_dept_id' | 'type'
>

/** A living association, as the first of its organisations sees it. */
export type LinkedAssociation = NewAssociation & { association_id: string }

/** What one organisation is to the other when the other is this to it. */
export const mirrored = { upstream: 'downstream', downstream: 'upstream', partner: 'partner' } as const

/** An association as the other of its two organisations sees it. */
export function fromOtherSide<Side extends NewAssociation>(side: Side): Side {
  return {
    ...side,
    org_id: side.associated_org_id,
    dept_id: side.associated_dept_id,
    associated_org_id: side.org_id,
    associated_dept_id: side.dept_id,
    type: mirrored[side.type],
  }
}

/**
 * Holds two organisations to what has to be so before they link; both are locked already.
 *
 * @throws {Refusal} `dissolution_in_progress` when either dissolves or has, `association_exists` when they are linked
 */
export async function requireMayLink(tx: Tx, orgId: string, associatedOrgId: string): Promise<void> {
  const active = await tx
    .selectFrom('organization')
    .select('org_id')
    .where('org_id', 'in', [orgId, associatedOrgId])
    .where('status', '=', 'active')
    .execute()
  if (active.length !== 2) throw new Refusal('dissolution_in_progress')
  const linked = await tx
    .selectFrom('association')
    .select('association_id')
    .where('org_id', '=', orgId)
    .where('associated_org_id', '=', associatedOrgId)
    .where('status', '=', 'linked')
    .executeTakeFirst()
  if (linked) throw new Refusal('association_exists')
}

/** Links two organisations: writes the association on both sides, each with its own view of it (S58). */
export async function link(work: Work, association: NewAssociation): Promise<LinkedAssociation> {
  const side = { association_id: newId('assoc'), ...association }
  const linked = { status: 'linked', linked_at: work.now, unlinked_at: null } as const
  await work.db
    .insertInto('association')
    .values([
      { ...side, ...linked },
      { ...fromOtherSide(side), ...linked },
    ])
    .execute()
  return side
}

/** What is told of a new association: to each organisation, from its own side. */
export function linkedEvents(side: LinkedAssociation, actor: Actor): NewEvent[] {
  return [side, fromOtherSide(side)].map(({ org_id, ...data }) => ({
    orgId: org_id,
    type: 'organization.association.linked',
    actor,
    data,
  }))
}
