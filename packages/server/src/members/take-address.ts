import { type Address, lockIdentity } from '../identity/address.ts'
import { hasAccount } from '../identity/has-account.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import { releaseSpent } from './address-owner.ts'

/**
 * Takes an address that its owner has proved for one of their identities: from nobody, from a spent identity, or from one that waits for
 * its first owner, whose memberships go along. A membership of an organisation in which the person has an account stays behind.
 *
 * @returns true if the address was nobody's or a spent identity's
 * @throws {Refusal} `address_in_use`
 */
export async function takeAddress(tx: Tx, identityId: string, address: Address): Promise<boolean> {
  await releaseSpent(tx, address)
  const holder = await lockIdentity(tx, address)
  if (holder === undefined) return true
  const { password_hash } = await tx
    .selectFrom('identity')
    .select('password_hash')
    .where('identity_id', '=', holder)
    .executeTakeFirstOrThrow()
  if (password_hash !== UNUSABLE || (await hasAccount(tx, holder))) throw new Refusal('address_in_use')
  await tx
    .updateTable('identity')
    .set({ [address.type]: null })
    .where('identity_id', '=', holder)
    .execute()
  const own = tx
    .selectFrom('account as own')
    .select('own.org_id')
    .where('own.identity_id', '=', identityId)
    .where('own.status', '=', 'active')
    .where('own.org_id', 'is not', null)
  await tx
    .updateTable('account')
    .set({ identity_id: identityId })
    .where('identity_id', '=', holder)
    .where('status', '=', 'active')
    .where('org_id', 'not in', own)
    .execute()
  return false
}
