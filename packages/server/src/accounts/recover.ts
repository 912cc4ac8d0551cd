import type { Origin } from '../actor.ts'
import { hashPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import { addressOf, lockIdentity } from './address.ts'
import { setPassword } from './password.ts'
import { proveAddress, useProof } from './prove-address.ts'
import { forgetFailures } from './sign-in.ts'

type Command = { email?: string; phone?: string; code: string; new_password: string }

/**
 * Sets a new password with the code that was sent to the address, and ends every token of before, of all the person's accounts
 * (S31).
 *
 * @param call business time, in milliseconds, and from where it is asked
 * @throws {Refusal} `invalid_request`, `code_invalid` (also when nobody has the address), `too_many_attempts`
 */
export async function recover(
  parts: { store: Store; sealer: Sealer },
  { code, new_password, ...given }: Command,
  call: { now: number; origin: Origin },
): Promise<void> {
  const address = addressOf(given)
  const proof = await proveAddress(parts, address, { purpose: 'recover', code }, call)
  const { now } = call
  const passwordHash = await hashPassword(new_password)
  await parts.store.write(async (tx) => {
    await useProof(tx, proof, now)
    const identityId = await lockIdentity(tx, address)
    if (identityId === undefined) throw new Refusal('code_invalid')
    await setPassword(tx, identityId, passwordHash, { action: 'recovery.create', ...call })
    await forgetFailures(tx, address)
    await tx
      .updateTable('account')
      .set({ generation: newId('gen') })
      .where('identity_id', '=', identityId)
      .where('status', '=', 'active')
      .execute()
  })
}
