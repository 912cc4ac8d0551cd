import { isAdministrator, type OrganizationActor } from '../actor.ts'
import { Refusal } from '../refusal.ts'
import { isPostgres } from '../store/recordset.ts'
import type { Reader, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import { StaleRead } from '../store/store.ts'
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
  return chosen(await readLinked(db, { orgId, associatedOrgId: target.associated_org_id }), target)
}

function chosen([side]: AssociationSide[], { dept_id }: UnlinkTarget): AssociationSide {
  if (!side) throw new Refusal('association_not_found')
  if (side.dept_id !== dept_id) throw new Refusal('association_dept_mismatch')
  return side
}

/**
 * Locks both organisations of the association that a request names until the transaction ends, and finds the association under the
 * lock, so that the second of two concurrent unlinks finds nothing. Organisations that are not linked are not locked.
 *
 * @throws {Refusal} like {@link findLinked}
 */
export async function lockLinked(tx: Tx, orgId: string, target: UnlinkTarget): Promise<AssociationSide> {
  const both = { orgId, associatedOrgId: target.associated_org_id }
  if (!isPostgres(tx)) return findLinked(tx, orgId, target)
  const [locked, linked] = await Promise.all([lockBoth(tx, both), readLinked(tx, both)])
  const side = chosen(linked, target)
  if (locked.length < 2) throw new StaleRead()
  return side
}

const lockBoth = statement((db, $: Placing<{ orgId: string; associatedOrgId: string }>) =>
  db
    .selectFrom('organization')
    .select('org_id')
    .where('org_id', 'in', [$('orgId'), $('associatedOrgId')])
    .where((is) =>
      is.exists(
        is
          .selectFrom('association')
          .select('association_id')
          .where('association.org_id', '=', $('orgId'))
          .where('association.associated_org_id', '=', $('associatedOrgId'))
          .where('association.status', '=', 'linked'),
      ),
    )
    .orderBy('org_id')
    .forUpdate(),
)
