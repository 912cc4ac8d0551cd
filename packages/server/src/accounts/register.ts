import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { hashPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Address, addressOf, columnsOf, lockIdentity } from './address.ts'
import { tellIdentifierRecycled } from './identifier-recycled.ts'
import { setPassword } from './password.ts'
import { type Proof, proveAddress, useProof } from './prove-address.ts'

type Command = { email?: string; phone?: string; code: string; password: string; name: string }

/**
 * Registers a personal account with the code that was sent to its address. Somebody who signs in with the address already gets
 * the account beside their others (S33), and the new password; otherwise nothing of an earlier owner comes along (S36, S37).
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
  const { now } = call
  const passwordHash = await hashPassword(password)
  const account = await parts.store.write((tx) => openAccount(tx, proof, { address, name, passwordHash }, now))
  // Thrown after the commit, so that the code is used up here too.
  if (!account) throw new Refusal('account_exists')
  return account
}

type NewAccount = { address: Address; name: string; passwordHash: string }

async function openAccount(tx: Tx, proof: Proof, { address, name, passwordHash }: NewAccount, now: number) {
  await useProof(tx, proof, now)
  const identityId = await takeIdentity(tx, address, passwordHash, now)
  if (await hasPersonalAccount(tx, identityId)) return undefined
  await setPassword(tx, identityId, passwordHash)
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

/** The identity that signs in with an address, or a new one; locked, so that two registrations can't both go on. */
async function takeIdentity(tx: Tx, address: Address, password_hash: string, now: number): Promise<string> {
  const known = await lockIdentity(tx, address)
  if (known !== undefined) return known
  const created = await tx
    .insertInto('identity')
    .values({ identity_id: newId('idn'), ...columnsOf(address), password_hash, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('identity_id')
    .executeTakeFirst()
  const identityId = created?.identity_id ?? (await lockIdentity(tx, address))
  if (identityId === undefined) throw new Refusal('code_invalid')
  return identityId
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
