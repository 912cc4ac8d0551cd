import type { CallOf } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { hashPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { networkOf } from '../limits/network.ts'
import { hashingTurns } from '../limits/turns.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'
import { checkPassword } from './check-password.ts'
import type { Notifier } from './notifier.ts'
import { setPassword, tellPasswordChanged } from './password.ts'

type Call = CallOf<'me.changePassword'>

/** The hash of the new password of a call; it takes too long for a transaction. */
const hashes = new WeakMap<Call, string>()

/** Checks the current password and hashes the new one. See {@link checkPassword}. */
export async function prepareChange(store: Store, actor: Actor, call: Call, at: Moment): Promise<void> {
  requireUserActor(actor)
  await checkPassword(store, actor, call, at)
  const turn = { network: networkOf(actor.origin.address), proven: true }
  hashes.set(call, await hashingTurns(turn, () => hashPassword(call.new_password)))
}

/**
 * Replaces the password of the person behind the token. Every other token of all their accounts ends, and they get a message.
 *
 * @throws {Refusal} `user_required`, `token_revoked` if the account has departed or the password was recovered in the meantime
 */
export async function changePassword(
  work: Work,
  actor: Actor,
  call: Call,
  { sealer, notifier }: { sealer: Sealer; notifier: Notifier },
): Promise<void> {
  requireUserActor(actor)
  const passwordHash = hashes.get(call)
  if (passwordHash === undefined) throw new Error('The new password was not hashed')
  const { identity_id, generation } = await findAccount(work, actor.id)
  if (actor.token && actor.token.current !== generation) throw new Refusal('token_revoked')
  const { origin } = actor
  const addresses = await setPassword(work, sealer, identity_id, passwordHash, { action: 'me.changePassword', origin })
  await work.db
    .updateTable('account')
    .set({ generation: newId('gen') })
    .where('identity_id', '=', identity_id)
    .where('status', '=', 'active')
    .execute()
  if (actor.token) await keepToken(work, actor.id, actor.token)
  tellPasswordChanged(notifier, addresses, origin)
}

function findAccount(work: Work, accountId: string) {
  return work.db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select(['account.identity_id', 'account.generation'])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** Keeps the token of the request valid until it expires. */
async function keepToken(work: Work, accountId: string, { carried, digest }: { carried: string; digest: string }) {
  const { generation } = await findAccount(work, accountId)
  const row = { generation, former_generation: carried, token_digest: digest }
  await work.db
    .insertInto('kept_token')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
}
