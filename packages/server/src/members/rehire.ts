import type { Selectable } from 'kysely'
import { type Address, addressesOf } from '../identity/address.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { findOrCreateIdentity, type Owner } from './address-owner.ts'
import { moveInvitations } from './move-invitations.ts'

/** A departure as far as a rehire needs it. */
export type Former = Pick<
  Selectable<Schema['departure']>,
  'org_id' | 'departure_id' | 'account_id' | 'identity_id' | 'status'
> & { first_account_id: string | null }

/**
 * Finds the departure of a person who is to be rehired. It may be purged, but not undone.
 *
 * @throws {Refusal} `departure_not_found`, `already_restored`
 */
export async function findFormer(db: Reader, orgId: string, departureId: string): Promise<Former> {
  const row = await db
    .selectFrom('departure')
    .innerJoin('account', 'account.account_id', 'departure.account_id')
    .select(['departure.org_id', 'departure.departure_id', 'departure.account_id', 'departure.identity_id'])
    .select(['departure.status', 'account.first_account_id'])
    .where('departure.org_id', '=', orgId)
    .where('departure.departure_id', '=', departureId)
    .executeTakeFirst()
  if (!row) throw new Refusal('departure_not_found')
  if (row.status === 'restored') throw new Refusal('already_restored')
  return row
}

/**
 * Finds the identity of a person who comes back to the organisation from which they departed: their own (S65). Where it has lost its
 * address, it gets the given one, if that is free and nothing of others hangs on the identity; otherwise the account goes to the owner
 * of the given address, who accepts it. An administrator can't tell these cases apart, or they could find out which addresses are known.
 *
 * @returns the identity; it stays locked until the transaction ends
 */
export async function identityOfReturning(
  work: Work,
  { org_id, identity_id }: Pick<Former, 'org_id' | 'identity_id'>,
  address: Address,
): Promise<Owner> {
  const known = await work.db
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', identity_id)
    .forUpdate()
    .executeTakeFirst()
  if (known && addressesOf(known).length > 0) return { identityId: identity_id, created: false }
  const owner = await findOrCreateIdentity(work, address)
  if (!known || !owner.created || !(await isOnlyOf(work.db, identity_id, org_id))) return owner
  await moveInvitations(work.db, owner.identityId, identity_id)
  await work.db.deleteFrom('identity').where('identity_id', '=', owner.identityId).execute()
  await work.db
    .updateTable('identity')
    .set({ [address.type]: address.value })
    .where('identity_id', '=', identity_id)
    .execute()
  return { ...owner, identityId: identity_id }
}

/** Checks that an identity never had an account elsewhere, so that no secret of others is given away with its address. */
export async function isOnlyOf(tx: Reader, identityId: string, orgId: string): Promise<boolean> {
  const elsewhere = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('accepted_at', 'is not', null)
    .where((or) => or.or([or('org_id', 'is', null), or('org_id', '!=', orgId)]))
    .limit(1)
    .executeTakeFirst()
  return elsewhere === undefined
}

/** The columns that link an account to the person's earlier ones. */
export const linkTo = (former: Former | undefined) => ({
  rehire_of: former?.departure_id ?? null,
  first_account_id: former ? (former.first_account_id ?? former.account_id) : null,
})

/** Notes at a departure with which account its person was rehired. */
export async function noteRehire(tx: Tx, { org_id, departure_id }: Former, accountId: string): Promise<void> {
  await tx
    .updateTable('departure')
    .set({ rehired_as: accountId })
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .execute()
}
