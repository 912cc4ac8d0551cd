import { newId } from '../ids.ts'
import type { Reader } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import type { Address } from './address.ts'

/** A hash that no password has, so that nobody signs in before setting a password by recovery. */
export const UNUSABLE = '!'

/**
 * Finds the identity with an address, or creates one that waits for its owner to recover it.
 *
 * It takes one address and never two: in an identity that an administrator made of two, the owner of one could take over the other.
 *
 * @returns the identity's id; it stays locked until the transaction ends
 */
export async function findOrCreateIdentity(work: Work, { type, value }: Address): Promise<string> {
  const identity_id = newId('idn')
  // The same statements whether or not somebody has the address: otherwise the time would tell an administrator.
  await work.db
    .insertInto('identity')
    .values({ identity_id, email: null, phone: null, [type]: value, password_hash: UNUSABLE, created_at: work.now })
    .onConflict((conflict) => conflict.column(type).doNothing())
    .execute()
  const found = await work.db
    .selectFrom('identity')
    .select('identity_id')
    .where(type, '=', value)
    .forUpdate()
    .executeTakeFirst()
  return found?.identity_id ?? identity_id
}

/**
 * Checks if a sign-in still waits for its first owner: organisations created it with memberships, and nobody has proved
 * the address.
 */
export async function isWaiting(db: Reader, identityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('identity')
    .innerJoin('account', 'account.identity_id', 'identity.identity_id')
    .select('account.account_id')
    .where('identity.identity_id', '=', identityId)
    .where('identity.password_hash', '=', UNUSABLE)
    .where('account.status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
