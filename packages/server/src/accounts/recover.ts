import type { Origin } from '../actor.ts'
import { hashPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { addressOf, lockIdentity } from '../identity/address.ts'
import { isInUse } from '../identity/has-account.ts'
import { newId } from '../ids.ts'
import { networkOf } from '../limits/network.ts'
import { hashingTurns } from '../limits/turns.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Notifier } from './notifier.ts'
import { setPassword, tellPasswordChanged } from './password.ts'
import { noteUsed, proveAddress, useProof } from './prove-address.ts'
import { proveNetwork } from './proven-network.ts'
import { forgetFailures } from './sign-in.ts'

type Command = { email?: string; phone?: string; code: string; verification_id?: string; new_password: string }

/**
 * Sets a new password with the code that was sent to the address, and ends every earlier token of all the person's
 * accounts (S31). The person gets a message, because somebody else may have done it.
 *
 * @param call business time, in milliseconds, and the origin of the call
 * @throws {Refusal} `invalid_request`, `code_invalid` (also for an unused address), `too_many_attempts`, `unavailable`
 */
export async function recover(
  parts: { store: Store; sealer: Sealer; notifier: Notifier },
  { code, verification_id, new_password, ...given }: Command,
  call: { now: number; origin: Origin },
): Promise<void> {
  const address = addressOf(given)
  const proof = await proveAddress(parts, address, { purpose: 'recover', code, verification_id }, call)
  const { now, origin } = call
  const { store, sealer } = parts
  const turn = { network: networkOf(origin.address), proven: true }
  const passwordHash = await hashingTurns(turn, () => hashPassword(new_password))
  const changed = await store.write({ now }, async (work) => {
    await useProof(work, proof)
    const identityId = await lockIdentity(work.db, address)
    // A spent sign-in is closed to whoever has the mailbox now; its person still signs in with the password (S21, S64).
    if (identityId === undefined || !(await isInUse(work.db, identityId))) throw new Refusal('code_invalid')
    await forgetFailures(work.db, address)
    const changed = await setPassword(work, sealer, identityId, passwordHash, { action: 'recovery.create', origin })
    await proveNetwork(work, sealer, address, origin)
    await work.db
      .updateTable('account')
      .set({ generation: newId('gen') })
      .where('identity_id', '=', identityId)
      .where('status', '=', 'active')
      .execute()
    return changed
  })
  await noteUsed(parts, proof)
  tellPasswordChanged(parts.notifier, changed, origin)
}
