import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { AssociationSide } from './association.ts'

/** The request of an unlink, which names the association by its department and by the associated organisation. */
export type UnlinkTarget = { dept_id: number; associated_org_id: string }

/** @throws {Refusal} `ordinary_user_not_allowed` for a person who is neither founder nor administrator (S41, S56) */
export function requireMayUnlink(actor: OrganizationActor): void {
  if (!isAdministrator(actor)) throw new Refusal('ordinary_user_not_allowed')
}

const readLinked = statement((db, $: Placing<{ orgId: string; associatedOrgId: string }>) =>
  db
    .selectFrom('association')
    .selectAll()
    .where('org_id', '=', $('orgId'))
    .where('associated_org_id', '=', $('associatedOrgId'))
    .where('status', '=', 'linked'),
)

/**
 * Finds the association that the request of an unlink names (S62).
 *
 * @throws {Refusal} `association_not_found` when the two organisations have none, `association_dept_mismatch` when
 * theirs is attached to another department
 */
export async function findLinked(db: Reader, orgId: string, target: UnlinkTarget): Promise<AssociationSide> {
  const [side] = await readLinked(db, { orgId, associatedOrgId: target.associated_org_id })
  if (!side) throw new Refusal('association_not_found')
  if (side.dept_id !== target.dept_id) throw new Refusal('association_dept_mismatch')
  return side
}
