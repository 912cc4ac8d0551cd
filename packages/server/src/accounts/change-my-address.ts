import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, addressOf } from '../identity/address.ts'
import { identityOf } from '../identity/identity.ts'
import type { Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'
import { changeAddress } from './change-address.ts'
import { checkPassword } from './check-password.ts'
import type { Notifier } from './notifier.ts'
import { proveNewAddress, useNewAddress } from './prove-new-address.ts'

type Parts = { store: Store; sealer: Sealer; notifier: Notifier }
type Call = CallOf<'me.changeAddress'>

/**
 * Checks password and code of a person who changes their address, before the transaction.
 *
 * @throws {Refusal} `user_required`, `password_incorrect`, `too_many_attempts`, `code_invalid`, `invalid_request`
 */
export async function proveMyAddress({ store, sealer }: Parts, actor: Actor, call: Call, at: Moment): Promise<void> {
  requireUserActor(actor)
  const address = newAddressOf(call)
  await checkPassword(store, actor, call, at)
  await proveNewAddress({ store, sealer }, address, call, { ...at, origin: actor.origin })
}

/**
 * Changes the address of the sign-in of the person behind a token (S68).
 *
 * @throws {Refusal} `code_invalid`, `address_in_use`, `invalid_request`
 */
export async function changeMyAddress(
  parts: Parts,
  work: Work,
  actor: Actor,
  call: Call,
): Promise<Schemas['SignInAddresses']> {
  const address = newAddressOf(call)
  const { identity_id: identityId } = await identityOf(work.db, actor).executeTakeFirstOrThrow()
  await useNewAddress(work, parts.sealer, address, call)
  return changeAddress(work, parts, {
    identityId,
    address,
    replaces: call.replaces,
    initiator: 'self',
    action: 'me.changeAddress',
    actorOf: (id) => ({ type: 'user', id, origin: actor.origin }),
  })
}

/** Reads the new address of a request. */
export const newAddressOf = ({ email, phone }: { email?: string; phone?: string }): Address =>
  addressOf({ ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) })
