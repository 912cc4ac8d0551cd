import { timingSafeEqual } from 'node:crypto'
import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { countWithin, forget, forgetEnded, prolong, secondsUntil, uncount } from '../limits/count.ts'
import { networkOf } from '../limits/network.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Address } from './address.ts'
import type { CodePurpose } from './notifier.ts'

/** That somebody knew the code which was sent to an address. It is good once; see {@link useProof}. */
export type Proof = { codeId: string }

const MOST_FAILURES = 5
const MOST_FROM_NETWORK = 50
const BLOCKED = 15 * 60 * 1000

/**
 * Compares a code with the one that was sent. After five wrong ones the code is dead, and for fifteen minutes none is looked at.
 * An address that nobody has is counted like any other, and wrong codes from one network are limited for all addresses together.
 *
 * @param call business time, in milliseconds, and from where the code comes
 * @throws {Refusal} `code_invalid`, `too_many_attempts`
 */
export async function proveAddress(
  { store, sealer }: { store: Store; sealer: Sealer },
  address: Address,
  { purpose, code }: { purpose: CodePurpose; code: string },
  { now, origin }: { now: number; origin: Origin },
): Promise<Proof> {
  const subject = `code_check:${address.type}:${address.value}`
  const network = `code_check:from:${networkOf(origin.address)}`
  const checked = await store.write(async (tx) => {
    await forgetEnded(tx, 'code_check', now)
    // Counted before it is compared, so that of many guesses at once no more than five are.
    const fromNetwork = await countWithin(tx, network, BLOCKED, now)
    if (fromNetwork.count > MOST_FROM_NETWORK) return { blockedUntil: fromNetwork.until }
    const { count, until } = await countWithin(tx, subject, BLOCKED, now)
    if (count > MOST_FAILURES) return { blockedUntil: until }
    const sent = await findCode(tx, address, purpose, now)
    if (equal(code, sent ? sealer.open(sent.code, 'verification code') : 'no code') && sent) {
      await forget(tx, [subject])
      await uncount(tx, network)
      return { proof: { codeId: sent.code_id } }
    }
    if (count === MOST_FAILURES) {
      await tx.deleteFrom('verification_code').where(address.type, '=', address.value).execute()
      await prolong(tx, subject, BLOCKED, now)
    }
    return {}
  })
  if (checked.blockedUntil !== undefined) {
    throw new Refusal('too_many_attempts', { retry_after: secondsUntil(checked.blockedUntil, now) })
  }
  if (!checked.proof) throw new Refusal('code_invalid')
  return checked.proof
}

/**
 * Uses a proof up, in the transaction that it allows.
 *
 * @throws {Refusal} `code_invalid` when the code was used, replaced or has expired since
 */
export async function useProof(tx: Tx, { codeId }: Proof, now: number): Promise<void> {
  const used = await tx
    .deleteFrom('verification_code')
    .where('code_id', '=', codeId)
    .where('expires_at', '>', now)
    .returning('code_id')
    .executeTakeFirst()
  if (!used) throw new Refusal('code_invalid')
}

async function findCode(tx: Tx, address: Address, purpose: CodePurpose, now: number) {
  return tx
    .selectFrom('verification_code')
    .select(['code_id', 'code'])
    .where(address.type, '=', address.value)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** In constant time. */
function equal(given: string, sent: string): boolean {
  const [one, other] = [Buffer.from(given.padEnd(8)), Buffer.from(sent.padEnd(8))]
  return one.length === other.length && timingSafeEqual(one, other)
}
