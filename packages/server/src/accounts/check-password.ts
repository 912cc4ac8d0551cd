import type { Actor } from '../actor.ts'
import { verifyPassword } from '../crypto/password.ts'
import { secondsUntil } from '../limits/count.ts'
import { giveBack, refusedNow, reset, take } from '../limits/limiter.ts'
import { networkOf } from '../limits/network.ts'
import { passwordPolicy } from '../limits/policies.ts'
import { hashingTurns } from '../limits/turns.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Moment } from '../store/work.ts'

/**
 * Checks the password of the person behind an account. After five wrong ones in fifteen minutes, none is looked at for fifteen
 * minutes. Hashing takes long on purpose, so this is not done in a transaction, and in turns with others.
 *
 * @param actor the token's account, and from where the call comes
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`, `unavailable`
 */
export async function checkPassword(
  store: Store,
  { id, origin }: Actor,
  { password }: { password: string },
  { now }: Moment,
): Promise<void> {
  const attempt = { target: id }
  // Read first, so that a refusal costs no write.
  refuseUntil((await refusedNow(store.db, passwordPolicy, attempt, now))?.until, now)
  // Counted before it is compared, so that of many at once no more than five are.
  const taken = await store.transaction((tx) => take(tx, passwordPolicy, attempt, now))
  if ('refused' in taken) return refuseUntil(taken.refused.until, now)
  const compare = async () => verifyPassword(password, await findHash(store, id))
  const isRight = await hashingTurns({ network: networkOf(origin.address), proven: true }, compare).catch(
    async (error: unknown) => {
      await store.transaction((tx) => giveBack(tx, taken))
      throw error
    },
  )
  if (!isRight) throw new Refusal('password_incorrect')
  await store.transaction((tx) => reset(tx, passwordPolicy, attempt, taken))
}

function refuseUntil(until: number | undefined, now: number): void {
  if (until !== undefined) throw new Refusal('too_many_attempts', { retry_after: secondsUntil(until, now) })
}

async function findHash(store: Store, accountId: string): Promise<string> {
  const { password_hash } = await store.db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select('identity.password_hash')
    .where('account.account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return password_hash
}
