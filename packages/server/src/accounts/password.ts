import { forget } from '../limits/count.ts'
import type { Tx } from '../store/schema.ts'

/** Sets the password of an identity, and forgets the wrong ones that were tried at its accounts. */
export async function setPassword(tx: Tx, identityId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('identity').set({ password_hash: passwordHash }).where('identity_id', '=', identityId).execute()
  const accounts = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  await forget(
    tx,
    accounts.map(({ account_id }) => `password:${account_id}`),
  )
}
