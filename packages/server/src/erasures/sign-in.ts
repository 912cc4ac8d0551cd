import { targetOf } from '../identity/address.ts'
import type { Work } from '../store/work.ts'

/**
 * Removes the sign-in behind an erased account, with the person's own notifications, codes and counters, unless another account needs it:
 * that one is not the organisation's to erase.
 */
export async function removeSignIn(work: Work, accountId: string): Promise<'removed' | 'kept'> {
  const { db } = work
  const { identity_id } = await db
    .selectFrom('account')
    .select('identity_id')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  const identity = await db
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', identity_id)
    .forUpdate()
    .executeTakeFirst()
  if (!identity) return 'removed'
  const other = await db
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identity_id)
    .where('status', 'in', ['active', 'departed'])
    .limit(1)
    .executeTakeFirst()
  if (other) return 'kept'
  await db.deleteFrom('notification').where('identity_id', '=', identity_id).execute()
  await db.deleteFrom('membership_block').where('identity_id', '=', identity_id).execute()
  await db.deleteFrom('identity').where('identity_id', '=', identity_id).execute()
  for (const type of ['email', 'phone'] as const) {
    const value = identity[type]
    if (value === null) continue
    await db.deleteFrom('verification_code').where(type, '=', value).execute()
    await db
      .deleteFrom('counter')
      .where('subject', 'like', `%${targetOf({ type, value }).replaceAll(/[%_]/g, '_')}%`)
      .execute()
  }
  return 'removed'
}
