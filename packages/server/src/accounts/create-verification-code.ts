import { randomInt } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, addressOf, columnsOf, findIdentity, targetOf } from '../identity/address.ts'
import { newId } from '../ids.ts'
import { forgetEnded, secondsUntil } from '../limits/count.ts'
import { refusedNow, take } from '../limits/limiter.ts'
import { networksOf } from '../limits/network.ts'
import { codeRequestPolicy } from '../limits/policies.ts'
import { invalid, Refusal } from '../refusal.ts'
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
 * Sends a code that proves an address. Whether somebody has the address can be told neither from the answer nor from its time:
 * a code is always made, and whether anybody is written to (S31, S36) is only looked up after the answer.
 *
 * The code belongs to whoever asked: requests of others, and their wrong codes, leave it as it is.
 *
 * @param call business time, in milliseconds; from where it is asked, which is limited for the address and in all; and what the
 *   browser keeps of sign-ins before
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
  const attempt = { target: targetOf(address), networks, proven }
  // Read first, so that a refusal costs no write.
  const refused = await refusedNow(store.db, codeRequestPolicy, attempt, now)
  if (refused) throw new Refusal('rate_limited', { retry_after: secondsUntil(refused.until, now) })
  const made = await store.write({ now }, async (work) => {
    const taken = await take(work.db, codeRequestPolicy, attempt, now)
    if ('refused' in taken) return taken
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
  if ('refused' in made) throw new Refusal('rate_limited', { retry_after: secondsUntil(made.refused.until, now) })
  const isWanted = async () => purpose === 'register' || (await findIdentity(store.db, address)) !== undefined
  notifier.send({ type: 'code', to: address, purpose, code: made.code }, isWanted)
  return { verification_id: made.verification_id, expires_at: timestamp(now + VALID) }

  async function hasDevice({ type, value }: Address): Promise<boolean> {
    if (devices.length === 0) return false
    const identity = await store.db
      .selectFrom('identity')
      .select('password_hash')
      .where(type, '=', value)
      .executeTakeFirst()
    return findDevice(sealer, devices, { type, value }, identity?.password_hash) !== undefined
  }
}

const REMOVED_AT_ONCE = 100

/** Clears away codes and counts that are over, so that nothing of an address stays behind. */
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
  await forgetEnded(work.db, 'code', work.now)
}
