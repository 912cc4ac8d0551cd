import { timingSafeEqual } from 'node:crypto'
import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Address } from '../identity/address.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Moment, View, Work } from '../store/work.ts'
import { proveAddress } from './prove-address.ts'
import { giveShortCodeBack } from './sent-code.ts'

/** A code that was sent to a new address, with the id of its request. */
export type Given = { verification_id: string; code: string }

/**
 * Compares a code for a new address before the transaction that uses it, so that a wrong one counts. A code that is gone is left to
 * {@link useNewAddress}, because a repeated request gets the first answer.
 *
 * @throws {Refusal} `code_invalid`
 */
export async function proveNewAddress(
  parts: { store: Store; sealer: Sealer },
  address: Address,
  given: Given,
  { now, origin }: Moment & { origin: Origin },
): Promise<void> {
  if (!(await sentCode({ db: parts.store.db, now }, address, given).executeTakeFirst())) return
  await proveAddress(parts, address, { purpose: 'change_address', ...given }, { now, origin })
}

/**
 * Uses up a code for a new address, in the transaction that changes it.
 *
 * @throws {Refusal} `code_invalid`
 */
export async function useNewAddress(work: Work, sealer: Sealer, address: Address, given: Given): Promise<void> {
  const sent = await sentCode(work, address, given).forUpdate().executeTakeFirst()
  if (!sent || !isEqual(given.code, sealer.open(sent.code, 'verification code'))) throw new Refusal('code_invalid')
  await work.db.deleteFrom('verification_code').where('code_id', '=', given.verification_id).execute()
  if (given.code.length === 6) await giveShortCodeBack(work.db, sealer, address)
}

const sentCode = ({ db, now }: View, { type, value }: Address, { verification_id }: Given) =>
  db
    .selectFrom('verification_code')
    .select('code')
    .where('code_id', '=', verification_id)
    .where(type, '=', value)
    .where('purpose', '=', 'change_address')
    .where('expires_at', '>', now)

/** In constant time. */
function isEqual(given: string, sent: string): boolean {
  const [one, other] = [Buffer.from(given.padEnd(10)), Buffer.from(sent.padEnd(10))]
  return one.length === other.length && timingSafeEqual(one, other)
}
