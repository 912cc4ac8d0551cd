import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { hashPassword, verifyPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, addressOf, columnsOf, lockIdentity } from '../identity/address.ts'
import { isWaiting } from '../identity/waiting.ts'
import { newId } from '../ids.ts'
import { networkOf } from '../limits/network.ts'
import { hashingTurns } from '../limits/turns.ts'
import { moveInvitations } from '../members/move-invitations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { hasAccount } from './has-account.ts'
import { tellIdentifierRecycled } from './identifier-recycled.ts'
import type { Notifier } from './notifier.ts'
import { setPassword, tellPasswordChanged } from './password.ts'
import { noteUsed, type Proof, proveAddress, useProof } from './prove-address.ts'
import { proveNetwork } from './proven-network.ts'
import { forgetFailures } from './sign-in.ts'

type Command = {
  email?: string
  phone?: string
  code: string
  verification_id?: string
  password: string
  name: string
}

/**
 * Registers a personal account with the code that was sent to its address. Somebody who signs in with the address and still has an
 * account gets this one beside the others (S33), and the new password. Where every account of an earlier owner is gone, the address
 * is nobody's any more: it goes to a new identity that knows nothing of before (S36, S37), unless the password shows that this is
 * the same person. Somebody whose password is replaced is written to.
 *
 * @param call business time, in milliseconds, and from where it is asked
 * @throws {Refusal} `invalid_request`, `code_invalid`, `too_many_attempts`, `account_exists`, `unavailable`
 */
export async function registerAccount(
  parts: { store: Store; sealer: Sealer; notifier: Notifier },
  { code, verification_id, password, name, ...given }: Command,
  call: { now: number; origin: Origin },
): Promise<Schemas['RegisteredAccount']> {
  const address = addressOf(given)
  const { store, sealer } = parts
  // The code comes first: hashing costs so much that nobody may cause it who has none.
  const proof = await proveAddress(parts, address, { purpose: 'register', code, verification_id }, call)
  const known = await findPassword(store.db, address)
  const turn = { network: networkOf(call.origin.address), proven: true }
  const [isSame, passwordHash] = await hashingTurns(turn, async () => {
    return [await verifyPassword(password, known?.password_hash), await hashPassword(password)] as const
  })
  const wanted = { address, name, passwordHash, samePerson: isSame ? known?.identity_id : undefined }
  const opened = await store.write((tx) => openAccount(tx, sealer, proof, wanted, call))
  await noteUsed(parts, proof)
  // Thrown after the commit, so that the code is used up here too.
  if (!opened) throw new Refusal('account_exists')
  const { account, changed } = opened
  // The password of a new identity is no change, and one that is set again is the same.
  if (!isSame && account.identity_id === known?.identity_id) tellPasswordChanged(parts.notifier, changed, call.origin)
  return account
}

type NewAccount = {
  address: Address
  name: string
  passwordHash: string
  /** The identity whose password it is already. */
  samePerson: string | undefined
}

async function openAccount(
  tx: Tx,
  sealer: Sealer,
  proof: Proof,
  wanted: NewAccount,
  call: { now: number; origin: Origin },
) {
  const { now, origin } = call
  const { address, name, passwordHash } = wanted
  await useProof(tx, proof, now)
  const identityId = await takeIdentity(tx, wanted, now)
  if (await hasPersonalAccount(tx, identityId)) return undefined
  await forgetFailures(tx, address)
  const changed = await setPassword(tx, sealer, identityId, passwordHash, { action: 'accounts.register', ...call })
  await proveNetwork(tx, sealer, address, origin, now)
  const account = { account_id: newId('acct'), identity_id: identityId, name, ...columnsOf(address) }
  await tx
    .insertInto('account')
    .values({
      ...account,
      kind: 'personal',
      org_id: null,
      role: null,
      condition: 'normal',
      status: 'active',
      external_id: null,
      manager_id: null,
      revision: 1,
      generation: newId('gen'),
      created_at: now,
      accepted_at: now,
    })
    .execute()
  await tellIdentifierRecycled(tx, identityId, address, now)
  return { account: { ...account, created_at: timestamp(now) }, changed }
}

/**
 * The identity that the account is to belong to, or a new one; locked, so that two registrations can't both go on. Memberships that
 * nobody accepted keep no earlier owner's identity alive: they go with the address.
 */
async function takeIdentity(tx: Tx, { address, passwordHash, samePerson }: NewAccount, now: number): Promise<string> {
  const known = await lockIdentity(tx, address)
  if (known !== undefined) {
    if (known === samePerson || (await hasAccount(tx, known)) || (await isWaiting(tx, known))) return known
    await tx
      .updateTable('identity')
      .set({ [address.type]: null })
      .where('identity_id', '=', known)
      .execute()
  }
  const created = await tx
    .insertInto('identity')
    .values({ identity_id: newId('idn'), ...columnsOf(address), password_hash: passwordHash, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('identity_id')
    .executeTakeFirst()
  const identityId = created?.identity_id ?? (await lockIdentity(tx, address))
  if (identityId === undefined) throw new Refusal('code_invalid')
  if (known !== undefined) await moveInvitations(tx, known, identityId)
  return identityId
}

async function findPassword(db: Reader, { type, value }: Address) {
  return db.selectFrom('identity').select(['identity_id', 'password_hash']).where(type, '=', value).executeTakeFirst()
}

async function hasPersonalAccount(tx: Tx, identityId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('kind', '=', 'personal')
    .where('status', '=', 'active')
    .executeTakeFirst()
  return row !== undefined
}
