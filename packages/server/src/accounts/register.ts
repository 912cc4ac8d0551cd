import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { hashPassword, verifyPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Address, addressOf, columnsOf, lockIdentity } from './address.ts'
import { hasAccount } from './has-account.ts'
import { tellIdentifierRecycled } from './identifier-recycled.ts'
import { setPassword } from './password.ts'
import { type Proof, proveAddress, useProof } from './prove-address.ts'
import { forgetFailures } from './sign-in.ts'

type Command = { email?: string; phone?: string; code: string; password: string; name: string }

/**
 * Registers a personal account with the code that was sent to its address. Somebody who signs in with the address and still has an
 * account gets this one beside the others (S33), and the new password. Where every account of an earlier owner is gone, the address
 * is nobody's any more: it goes to a new identity that knows nothing of before (S36, S37), unless the password shows that this is
 * the same person.
 *
 * @param call business time, in milliseconds, and from where it is asked
 * @throws {Refusal} `invalid_request`, `code_invalid`, `too_many_attempts`, `account_exists`
 */
export async function registerAccount(
  parts: { store: Store; sealer: Sealer },
  { code, password, name, ...given }: Command,
  call: { now: number; origin: Origin },
): Promise<Schemas['RegisteredAccount']> {
  const address = addressOf(given)
  // The code comes first: hashing costs so much that nobody may cause it who has none.
  const proof = await proveAddress(parts, address, { purpose: 'register', code }, call)
  const samePerson = await findByPassword(parts.store.db, address, password)
  const passwordHash = await hashPassword(password)
  const wanted = { address, name, passwordHash, samePerson }
  const account = await parts.store.write((tx) => openAccount(tx, proof, wanted, call))
  // Thrown after the commit, so that the code is used up here too.
  if (!account) throw new Refusal('account_exists')
  return account
}

type NewAccount = {
  address: Address
  name: string
  passwordHash: string
  /** The identity whose password it is already. */
  samePerson: string | undefined
}

async function openAccount(tx: Tx, proof: Proof, wanted: NewAccount, call: { now: number; origin: Origin }) {
  const { now } = call
  const { address, name, passwordHash } = wanted
  await useProof(tx, proof, now)
  const identityId = await takeIdentity(tx, wanted, now)
  if (await hasPersonalAccount(tx, identityId)) return undefined
  await setPassword(tx, identityId, passwordHash, { action: 'accounts.register', ...call })
  await forgetFailures(tx, address)
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
    })
    .execute()
  await tellIdentifierRecycled(tx, identityId, address, now)
  return { ...account, created_at: timestamp(now) }
}

/** The identity that the account is to belong to, or a new one; locked, so that two registrations can't both go on. */
async function takeIdentity(tx: Tx, { address, passwordHash, samePerson }: NewAccount, now: number): Promise<string> {
  const known = await lockIdentity(tx, address)
  if (known !== undefined) {
    if (known === samePerson || (await hasAccount(tx, known))) return known
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
  return identityId
}

/** Who signs in with an address and has this password. */
async function findByPassword(db: Reader, { type, value }: Address, password: string): Promise<string | undefined> {
  const identity = await db
    .selectFrom('identity')
    .select(['identity_id', 'password_hash'])
    .where(type, '=', value)
    .executeTakeFirst()
  return identity && (await verifyPassword(password, identity.password_hash)) ? identity.identity_id : undefined
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
