import { verifyPassword } from '../crypto/password.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'

const MOST_FAILURES = 5
const BLOCKED = 15 * 60 * 1000

/**
 * Checks the password of the person behind an account. After five wrong ones in a row, none is looked at for fifteen minutes.
 * Hashing takes long on purpose, so this is not done in a transaction.
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`
 */
export async function checkPassword(store: Store, accountId: string, password: string, now: number): Promise<void> {
  const subject = `password:${accountId}`
  const { password_hash, blocked_until } = await store.db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .leftJoin('failed_attempt as failed', (join) => join.on('failed.subject', '=', subject))
    .select(['identity.password_hash', 'failed.blocked_until'])
    .where('account.account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  if (blocked_until !== null && blocked_until > now) {
    throw new Refusal('too_many_attempts', { retry_after: Math.ceil((blocked_until - now) / 1000) })
  }
  const correct = await verifyPassword(password, password_hash)
  if (correct) await store.write((tx) => tx.deleteFrom('failed_attempt').where('subject', '=', subject).execute())
  else await countFailure(store, subject, now)
  if (!correct) throw new Refusal('password_incorrect')
}

async function countFailure(store: Store, subject: string, now: number): Promise<void> {
  await store.write(async (tx) => {
    const { count } = await tx
      .insertInto('failed_attempt')
      .values({ subject, count: 1, blocked_until: 0 })
      .onConflict((conflict) =>
        conflict.column('subject').doUpdateSet((set) => ({ count: set('failed_attempt.count', '+', 1) })),
      )
      .returning('count')
      .executeTakeFirstOrThrow()
    if (count < MOST_FAILURES) return
    await tx
      .updateTable('failed_attempt')
      .set({ count: 0, blocked_until: now + BLOCKED })
      .where('subject', '=', subject)
      .execute()
  })
}
