import type { Actor } from '../actor.ts'
import { verifyPassword } from '../crypto/password.ts'
import { giveBack, reset, takeAlone } from '../limits/limiter.ts'
import { networkOf } from '../limits/network.ts'
import { passwordPolicy } from '../limits/policies.ts'
import { hashingTurns } from '../limits/turns.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Moment } from '../store/work.ts'

/**
 * Checks the password of the person behind an account, under {@link passwordPolicy}. Hashing takes long on purpose, so it is done
 * outside of a transaction, and in turns with others.
 *
 * @param actor the token's account, with the origin of the call
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`, `unavailable`
 */
export async function checkPassword(
  store: Store,
  { id, origin }: Actor,
  { password }: { password: string },
  { now }: Moment,
): Promise<void> {
  const use = { policy: passwordPolicy, target: id }
  // The attempt is counted before it is compared, so that no more than five simultaneous ones are compared.
  const ticket = await takeAlone(store, use, now)
  const compare = async () => verifyPassword(password, await findHash(store, id))
  const isRight = await hashingTurns({ network: networkOf(origin.address), proven: true }, compare).catch(
    async (error: unknown) => {
      await store.transaction((tx) => giveBack(tx, ticket))
      throw error
    },
  )
  if (!isRight) throw new Refusal('password_incorrect')
  await store.transaction((tx) => reset(tx, use, ticket))
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
