import type { Origin } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { forget } from '../limits/count.ts'
import type { Tx } from '../store/schema.ts'

/** By which operation somebody sets a password, when (business time, in milliseconds), and from where. */
type Setting = { action: 'accounts.register' | 'recovery.create'; now: number; origin: Origin }

/**
 * Sets the password of an identity, and forgets the wrong ones that were tried at its accounts. Every organisation in which the
 * person is a member has it in its log: whoever takes a member's sign-in over is seen there.
 */
export async function setPassword(
  tx: Tx,
  identityId: string,
  passwordHash: string,
  { action, now, origin }: Setting,
): Promise<void> {
  await tx.updateTable('identity').set({ password_hash: passwordHash }).where('identity_id', '=', identityId).execute()
  const accounts = await tx
    .selectFrom('account')
    .select(['account_id', 'org_id', 'status'])
    .where('identity_id', '=', identityId)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  await forget(
    tx,
    accounts.map(({ account_id }) => `password:${account_id}`),
  )
  for (const { account_id, org_id, status } of accounts) {
    if (org_id === null || status !== 'active') continue
    const who = { type: 'user', id: account_id, origin } as const
    await audit(tx, who, { orgId: org_id, action, target: account_id, after: { password: 'replaced' } }, now)
  }
}
