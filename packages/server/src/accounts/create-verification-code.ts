import { randomInt } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import type { Origin } from '../actor.ts'
import { timestamp } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { newId } from '../ids.ts'
import { type Counted, countWithin, forgetEnded, secondsUntil } from '../limits/count.ts'
import { networkOf } from '../limits/network.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { type Address, addressOf, columnsOf, findIdentity } from './address.ts'
import type { CodePurpose, Notifier } from './notifier.ts'

type Parts = { store: Store; sealer: Sealer; notifier: Notifier }
type Command = { email?: string; phone?: string; purpose: CodePurpose }

const VALID = 10 * 60 * 1000
const WINDOW = 15 * 60 * 1000
const MOST_FOR_TARGET = 5
const MOST_FROM_NETWORK = 20

/**
 * Sends a code that proves an address. Whether somebody has the address can be told neither from the answer nor from its time:
 * a code is always made, though nobody is written to who has no password to recover (S31, S36).
 *
 * @param origin from where it is asked, which is limited like the address itself
 * @throws {Refusal} `invalid_request`, `rate_limited`
 */
export async function createVerificationCode(
  { store, sealer, notifier }: Parts,
  { purpose, ...given }: Command,
  { now, origin }: { now: number; origin: Origin },
): Promise<Schemas['SentVerificationCode']> {
  const address = addressOf(given)
  if (!notifier.reaches(address.type)) throw invalid(`/${address.type}`, "phones can't be reached by this server")
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const made = await store.write(async (tx) => {
    // The count is committed with a refusal too.
    const refused = await countRequest(tx, address, origin, now)
    if (refused) return { refused }
    await removeExpired(tx, now)
    await replaceCode(tx, address, purpose, sealer.seal(code, 'verification code'), now)
    return { known: (await findIdentity(tx, address)) !== undefined }
  })
  if (made.refused) throw new Refusal('rate_limited', { retry_after: secondsUntil(made.refused.until, now) })
  if (made.known || purpose === 'register') notifier.sendCode(address, purpose, code)
  return { expires_at: timestamp(now + VALID) }
}

async function countRequest(tx: Tx, address: Address, origin: Origin, now: number): Promise<Counted | undefined> {
  const fromNetwork = await countWithin(tx, `code_request:from:${networkOf(origin.address)}`, WINDOW, now)
  if (fromNetwork.count > MOST_FROM_NETWORK) return fromNetwork
  const forTarget = await countWithin(tx, `code_request:${address.type}:${address.value}`, WINDOW, now)
  return forTarget.count > MOST_FOR_TARGET ? forTarget : undefined
}

/** The counter's lock makes this one at a time for an address, so there is never more than one code of a purpose. */
async function replaceCode(tx: Tx, address: Address, purpose: CodePurpose, sealed: string, now: number) {
  await tx
    .deleteFrom('verification_code')
    .where(address.type, '=', address.value)
    .where('purpose', '=', purpose)
    .execute()
  await tx
    .insertInto('verification_code')
    .values({
      code_id: newId('vcd'),
      ...columnsOf(address),
      purpose,
      code: sealed,
      created_at: now,
      expires_at: now + VALID,
    })
    .execute()
}

const REMOVED_AT_ONCE = 100

/** Clears away codes and counts that are over, so that nothing of an address stays behind. */
async function removeExpired(tx: Tx, now: number): Promise<void> {
  const codes = await tx
    .selectFrom('verification_code')
    .select('code_id')
    .where('expires_at', '<=', now)
    .limit(REMOVED_AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = codes.map(({ code_id }) => code_id)
  if (ids.length > 0) await tx.deleteFrom('verification_code').where('code_id', 'in', ids).execute()
  await forgetEnded(tx, 'code', now)
}
