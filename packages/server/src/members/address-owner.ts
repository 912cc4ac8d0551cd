import { type Address, columnsOf, lockIdentity } from '../identity/address.ts'
import { isInUse } from '../identity/has-account.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { moveInvitations } from './move-invitations.ts'

/** The identity to which an address belongs; `created` if it was nobody's, or a spent one's, until now. */
export type Owner = { identityId: string; created: boolean }

/**
 * Finds the identity with an address, or creates one that waits for its owner to recover it. An address is taken from a spent identity
 * and goes to a new one, so that the next person with it gets nothing of the earlier one's (S36, S37, S64).
 *
 * It takes one address and never two: in an identity that an administrator made of two, the owner of one could take over the other.
 *
 * @returns the identity; it stays locked until the transaction ends
 */
export async function findOrCreateIdentity(work: Work, address: Address): Promise<Owner> {
  const identity_id = newId('idn')
  // The same statements whether or not somebody has the address: otherwise the time would tell an administrator.
  const spent = await releaseSpent(work.db, address)
  await work.db
    .insertInto('identity')
    .values({ identity_id, ...columnsOf(address), password_hash: UNUSABLE, created_at: work.now })
    .onConflict((conflict) => conflict.column(address.type).doNothing())
    .execute()
  const identityId = (await lockIdentity(work.db, address)) ?? identity_id
  await moveInvitations(work.db, spent ?? '', identityId)
  return { identityId, created: identityId === identity_id }
}

/**
 * Takes an address from the identity that has it, if that one is spent.
 *
 * @returns the spent identity, locked
 */
export async function releaseSpent(tx: Tx, address: Address): Promise<string | undefined> {
  const holder = await lockIdentity(tx, address)
  const spent = (await isInUse(tx, holder ?? '')) ? undefined : holder
  await tx
    .updateTable('identity')
    .set({ [address.type]: null })
    .where('identity_id', '=', spent ?? '')
    .execute()
  return spent
}
