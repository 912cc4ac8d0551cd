import type { Tx } from '../store/schema.ts'

/**
 * Tells if somebody can still act with a sign-in: it has an account, personal or of an organisation, that has not departed. A
 * membership that was never accepted is no account of theirs.
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
