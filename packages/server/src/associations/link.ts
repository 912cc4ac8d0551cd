import type { Actor } from '../actor.ts'
import type { NewEvent } from '../events/event.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide } from './association.ts'

/** A new association, from the view of the first organisation. */
export type NewAssociation = Pick<
  AssociationSide,
  'org_id' | 'dept_id' | 'associated_org_id' | 'associated_dept_id' | 'type'
>

/** A current association, from the view of its first organisation. */
export type LinkedAssociation = NewAssociation & { association_id: string }

/** The type of an association as the other side sees it. */
export const mirrored = { upstream: 'downstream', downstream: 'upstream', partner: 'partner' } as const

/** Returns an association from the view of its other organisation. */
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
 * Checks that two organisations may be linked. Both are locked.
 *
 * @throws {Refusal} `dissolution_in_progress` if either is being or has been dissolved, `association_exists` if they
 * are linked
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

/** Links two organisations by writing one row for each side, from its own view (S58). */
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

/** Builds the events of a new association: one for each organisation, from its own view. */
export function linkedEvents(side: LinkedAssociation, actor: Actor): NewEvent[] {
  return [side, fromOtherSide(side)].map(({ org_id, ...data }) => ({
    orgId: org_id,
    type: 'organization.association.linked',
    actor,
    data,
  }))
}
