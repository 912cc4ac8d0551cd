import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { hashPassword, verifyPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { addAccount } from '../identity/add-account.ts'
import { type Address, addressOf, columnsOf, findWithPassword, lockIdentity } from '../identity/address.ts'
import { newId } from '../ids.ts'
import { networkOf } from '../limits/network.ts'
import { hashingTurns } from '../limits/turns.ts'
import { type Owner, releaseSpent } from '../members/address-owner.ts'
import { tellIdentifierRecycled } from '../members/identifier-recycled.ts'
import { moveInvitations } from '../members/move-invitations.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
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
 * Registers a personal account with the code that was sent to its address. A person who signs in with the address and still has an
 * account gets this one beside the others (S33), and the new password. Once every account of an earlier owner is gone, the address
 * is free: it goes to a new identity without that history (S36, S37), unless the password shows that this is the same person. A
 * person whose password is replaced gets a message.
 *
 * @param call business time, in milliseconds, and the origin of the call
 * @throws {Refusal} `invalid_request`, `code_invalid`, `too_many_attempts`, `account_exists`, `unavailable`
 */
export async function registerAccount(
  parts: { store: Store; sealer: Sealer; notifier: Notifier },
  { code, verification_id, password, name, ...given }: Command,
  call: { now: number; origin: Origin },
): Promise<Schemas['RegisteredAccount']> {
  const address = addressOf(given)
  const { store, sealer } = parts
  // The code comes first, because hashing is too costly for callers without one.
  const proof = await proveAddress(parts, address, { purpose: 'register', code, verification_id }, call)
  const known = await findWithPassword(store.db, address)
  const turn = { network: networkOf(call.origin.address), proven: true }
  const [isSame, passwordHash] = await hashingTurns(turn, async () => {
    return [await verifyPassword(password, known?.passwordHash), await hashPassword(password)] as const
  })
  const newAccount = { address, name, passwordHash, samePerson: isSame ? known?.identityId : undefined }
  const opened = await store.write(call, (work) => openAccount(work, sealer, proof, newAccount, call.origin))
  await noteUsed(parts, proof)
  // The refusal is thrown after the commit, so that the code is used up in this case, too.
  if (!opened) throw new Refusal('account_exists')
  const { account, changed } = opened
  // A new identity has no former password, and the same password is not a change.
  if (!isSame && account.identity_id === known?.identityId) tellPasswordChanged(parts.notifier, changed, call.origin)
  return account
}

type NewAccount = {
  address: Address
  name: string
  passwordHash: string
  /** The identity that already has this password. */
  samePerson: string | undefined
}

async function openAccount(work: Work, sealer: Sealer, proof: Proof, newAccount: NewAccount, origin: Origin) {
  const { address, name, passwordHash } = newAccount
  await useProof(work, proof)
  const { identityId, created } = await takeIdentity(work, newAccount)
  if (await hasPersonalAccount(work.db, identityId)) return undefined
  await forgetFailures(work.db, address)
  const changed = await setPassword(work, sealer, identityId, passwordHash, { action: 'accounts.register', origin })
  await proveNetwork(work, sealer, address, origin)
  const person = { identity_id: identityId, name, ...columnsOf(address) }
  const account_id = await addAccount(work, { ...person, org_id: null, role: null, accepted_at: work.now })
  if (created) await tellIdentifierRecycled(work, identityId, address)
  return { account: { account_id, ...person, created_at: timestamp(work.now) }, changed }
}

/**
 * Finds or creates the identity of the account, and locks it, so that two registrations can't both continue. Memberships that nobody
 * accepted do not keep an earlier owner's identity alive: they go with the address.
 */
async function takeIdentity(work: Work, { address, passwordHash, samePerson }: NewAccount): Promise<Owner> {
  const known = await lockIdentity(work.db, address)
  if (known !== undefined && known === samePerson) return { identityId: known, created: false }
  const spent = await releaseSpent(work.db, address)
  if (known !== undefined && spent === undefined) return { identityId: known, created: false }
  const created = await work.db
    .insertInto('identity')
    .values({ identity_id: newId('idn'), ...columnsOf(address), password_hash: passwordHash, created_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('identity_id')
    .executeTakeFirst()
  const identityId = created?.identity_id ?? (await lockIdentity(work.db, address))
  if (identityId === undefined) throw new Refusal('code_invalid')
  if (spent !== undefined) await moveInvitations(work.db, spent, identityId)
  return { identityId, created: created !== undefined }
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
