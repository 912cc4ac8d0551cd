import type { Tx } from '../store/schema.ts'

/**
 * Tells if a person can still act with an identity: it has an account, personal or of an organisation, that has not departed. A
 * membership that was never accepted does not count.
 */
export async function hasAccount(tx: Tx, identityId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
