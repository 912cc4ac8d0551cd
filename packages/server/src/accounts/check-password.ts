import { verifyPassword } from '../crypto/password.ts'
import { secondsUntil } from '../limits/count.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
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
  refuseBlocked(blocked_until ?? 0, now)
  const correct = await verifyPassword(password, password_hash)
  // Looked at again: of many at once, what five wrong ones came before says nothing, not even that it is right.
  await store.write((tx) => countAttempt(tx, subject, correct, now))
  if (!correct) throw new Refusal('password_incorrect')
}

function refuseBlocked(blockedUntil: number, now: number): void {
  if (blockedUntil > now) throw new Refusal('too_many_attempts', { retry_after: secondsUntil(blockedUntil, now) })
}

/** The row stays locked until the commit, so that attempts at once are counted one after the other. */
async function countAttempt(tx: Tx, subject: string, correct: boolean, now: number): Promise<void> {
  const { count, blocked_until } = await tx
    .insertInto('failed_attempt')
    .values({ subject, count: 1, blocked_until: 0 })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((set) => ({ count: set('failed_attempt.count', '+', 1) })),
    )
    .returning(['count', 'blocked_until'])
    .executeTakeFirstOrThrow()
  refuseBlocked(blocked_until, now)
  if (correct) {
    await tx.deleteFrom('failed_attempt').where('subject', '=', subject).execute()
  } else if (count >= MOST_FAILURES) {
    await tx
      .updateTable('failed_attempt')
      .set({ count: 0, blocked_until: now + BLOCKED })
      .where('subject', '=', subject)
      .execute()
  }
}
