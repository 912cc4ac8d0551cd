import { randomInt } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, addressOf, columnsOf, findIdentity, findWithPassword, targetOf } from '../identity/address.ts'
import { isInUse } from '../identity/has-account.ts'
import { newId } from '../ids.ts'
import { requireRoom, take } from '../limits/limiter.ts'
import { networksOf } from '../limits/network.ts'
import { codeRequestPolicy } from '../limits/policies.ts'
import { invalid } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { findDevice, type KnownDevice } from './known-device.ts'
import type { CodePurpose, Notifier } from './notifier.ts'
import { isProven } from './proven-network.ts'
import { askerOf, TRIES, takeShortCode } from './sent-code.ts'

type Parts = { store: Store; sealer: Sealer; notifier: Notifier }
type Command = { email?: string; phone?: string; purpose: CodePurpose }

const VALID = 10 * 60 * 1000

/**
 * Sends a code that proves an address. Neither the answer nor its time reveals if the address is in use: a code is
 * always created, and its owner is looked up after the answer (S31, S36).
 *
 * The code belongs to its request: requests by others, and their wrong codes, do not affect it.
 *
 * @param call business time, in milliseconds; the origin of the call, for {@link codeRequestPolicy}; and the browser's
 * earlier sign-ins
 * @throws {Refusal} `invalid_request`, `rate_limited`
 */
export async function createVerificationCode(
  { store, sealer, notifier }: Parts,
  { purpose, ...given }: Command,
  { now, origin, devices = [] }: { now: number; origin: Origin; devices?: readonly KnownDevice[] },
): Promise<Schemas['SentVerificationCode']> {
  const address = addressOf(given)
  if (!notifier.reaches(address.type)) throw invalid(`/${address.type}`, 'address.phone_unreachable')
  const networks = networksOf(origin.address)
  const proven = (await isProven({ db: store.db, now }, sealer, address, origin)) || (await hasDevice(address))
  const use = { policy: codeRequestPolicy, target: targetOf(address), networks, proven }
  // The limit is read first, so that a refusal costs no write.
  await requireRoom({ db: store.db, now }, use)
  const made = await store.write({ now }, async (work) => {
    await take(work, use)
    await removeExpired(work)
    const digits = (await takeShortCode(work, sealer, address)) ? 6 : 10
    const code = String(randomInt(10 ** digits)).padStart(digits, '0')
    const verification_id = newId('vcd')
    await work.db
      .insertInto('verification_code')
      .values({
        code_id: verification_id,
        ...columnsOf(address),
        purpose,
        code: sealer.seal(code, 'verification code'),
        asked_by: askerOf(sealer, address, origin),
        tries_left: TRIES,
        created_at: now,
        expires_at: now + VALID,
      })
      .execute()
    return { verification_id, code }
  })
  const isWanted = async () => purpose !== 'recover' || (await isOwned(store.db, address))
  notifier.send({ type: 'code', to: address, purpose, code: made.code }, isWanted)
  return { verification_id: made.verification_id, expires_at: timestamp(now + VALID) }

  async function hasDevice(address: Address): Promise<boolean> {
    if (devices.length === 0) return false
    const identity = await findWithPassword(store.db, address)
    return findDevice(sealer, devices, address, identity?.passwordHash) !== undefined
  }
}

/** True if the owner of an address can set a new password. */
async function isOwned(db: Reader, address: Address): Promise<boolean> {
  const identityId = await findIdentity(db, address)
  return identityId !== undefined && (await isInUse(db, identityId))
}

const REMOVED_AT_ONCE = 100

/** Removes expired codes, so that no trace of an address remains. */
async function removeExpired(work: Work): Promise<void> {
  const codes = await work.db
    .selectFrom('verification_code')
    .select('code_id')
    .where('expires_at', '<=', work.now)
    .limit(REMOVED_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = codes.map(({ code_id }) => code_id)
  if (ids.length > 0) await work.db.deleteFrom('verification_code').where('code_id', 'in', ids).execute()
}
