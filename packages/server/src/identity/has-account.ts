import type { Reader } from '../store/schema.ts'
import { UNUSABLE } from './waiting.ts'

/**
 * Tells if a person can still act with an identity: it has an account, personal or of an organisation, that has not departed. A
 * membership that was never accepted does not count.
 */
export async function hasAccount(db: Reader, identityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Tells if an identity still owns its address: it has an account with which a person can act or was rehired, or waits for its first owner
 * with memberships that organisations created. Any other is spent: whoever has the address now may be somebody else.
 */
export async function isInUse(db: Reader, identityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select('account.account_id')
    .where('account.identity_id', '=', identityId)
    .where('account.status', '=', 'active')
    .where((or) =>
      or.or([
        or('account.accepted_at', 'is not', null),
        or('account.rehire_of', 'is not', null),
        or('identity.password_hash', '=', UNUSABLE),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
