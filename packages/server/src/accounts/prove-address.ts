import { timingSafeEqual } from 'node:crypto'
import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { secondsUntil } from '../limits/count.ts'
import { refusedNow, reset, take } from '../limits/limiter.ts'
import { networksOf } from '../limits/network.ts'
import { codeCheckPolicy, codeRequestPolicy } from '../limits/policies.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import type { CodePurpose } from './notifier.ts'
import { askerOf, giveShortCodeBack } from './sent-code.ts'

/** Shows that somebody knew the code which was sent to an address. It is good once; see {@link useProof}. */
export type Proof = { codeId: string; address: Address; digits: number }

type Given = { purpose: CodePurpose; code: string; verification_id?: string | undefined }
type Parts = { store: Store; sealer: Sealer }
type Call = { now: number; origin: Origin }

/**
 * Compares a code with the one that was sent. With the id of its request, a wrong one counts for that request's code alone, which
 * is dead after five, and it does not matter from which network it comes. Without the id, it is compared with the codes that the
 * same network asked for: five wrong ones block the network at this address for fifteen minutes, and wrong codes from one network
 * are limited for all addresses together. Nothing that others do ends a code or keeps its owner from giving it.
 *
 * @param call business time, in milliseconds, and from where the code comes
 * @throws {Refusal} `code_invalid`, `too_many_attempts`
 */
export async function proveAddress(parts: Parts, address: Address, given: Given, call: Call): Promise<Proof> {
  const codeId =
    given.verification_id === undefined
      ? await compareOfNetwork(parts, address, given, call)
      : await compareOfRequest(parts, address, given, call)
  if (codeId === undefined) throw new Refusal('code_invalid')
  return { codeId, address, digits: given.code.length }
}

/**
 * Uses a proof up, in the transaction that it allows.
 *
 * @throws {Refusal} `code_invalid` when the code was used or has expired since
 */
export async function useProof(work: Work, { codeId }: Proof): Promise<void> {
  const used = await work.db
    .deleteFrom('verification_code')
    .where('code_id', '=', codeId)
    .where('expires_at', '>', work.now)
    .returning('code_id')
    .executeTakeFirst()
  if (!used) throw new Refusal('code_invalid')
}

/** Notes that a proof was used. It is not done in the transaction that used it: every request for a code waits for this counter. */
export async function noteUsed({ store, sealer }: Parts, { address, digits }: Proof): Promise<void> {
  if (digits === 6) await store.transaction((tx) => giveShortCodeBack(tx, sealer, address))
}

async function compareOfRequest({ store, sealer }: Parts, address: Address, given: Given, { now }: Call) {
  const find = (db: Tx | Store['db']) =>
    liveCodes(db, address, given.purpose, now).where('code_id', '=', given.verification_id ?? '')
  // Read first: an id that is no more costs no write.
  if (!(await find(store.db).executeTakeFirst())) return undefined
  return store.transaction(async (tx) => compareEach(tx, sealer, await find(tx).forUpdate().execute(), given.code))
}

async function compareOfNetwork({ store, sealer }: Parts, address: Address, given: Given, { now, origin }: Call) {
  const attempt = { target: targetOf(address), networks: networksOf(origin.address) }
  const refuseUntil = (until: number) => {
    throw new Refusal('too_many_attempts', { retry_after: secondsUntil(until, now) })
  }
  const blocked = await refusedNow(store.db, codeCheckPolicy, attempt, now)
  if (blocked) refuseUntil(blocked.until)
  const checked = await store.transaction(async (tx) => {
    // Counted before it is compared, so that of many guesses at once no more than five are.
    const taken = await take(tx, codeCheckPolicy, attempt, now)
    if ('refused' in taken) return { until: taken.refused.until }
    const sent = await liveCodes(tx, address, given.purpose, now)
      .where('asked_by', '=', askerOf(sealer, address, origin))
      .orderBy('code_id')
      .limit(codeRequestPolicy.pair ?? 1)
      .forUpdate()
      .execute()
    const codeId = await compareEach(tx, sealer, sent, given.code)
    if (codeId !== undefined) await reset(tx, codeCheckPolicy, attempt, taken)
    return { codeId }
  })
  if (checked.until !== undefined) refuseUntil(checked.until)
  return checked.codeId
}

function liveCodes(db: Tx | Store['db'], { type, value }: Address, purpose: CodePurpose, now: number) {
  return db
    .selectFrom('verification_code')
    .select(['code_id', 'code', 'tries_left'])
    .where(type, '=', value)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
}

type SentCode = { code_id: string; code: string; tries_left: number }

/** Finds the one that was given; otherwise each of them has one try less, and the last one ends it. */
async function compareEach(tx: Tx, sealer: Sealer, sent: SentCode[], given: string): Promise<string | undefined> {
  // Each is compared, also after the right one.
  const [right] = sent.filter(({ code }) => equal(given, sealer.open(code, 'verification code')))
  if (right) return right.code_id
  for (const { code_id, tries_left } of sent) {
    if (tries_left > 1) {
      await tx
        .updateTable('verification_code')
        .set({ tries_left: tries_left - 1 })
        .where('code_id', '=', code_id)
        .execute()
    } else await tx.deleteFrom('verification_code').where('code_id', '=', code_id).execute()
  }
  return undefined
}

/** In constant time. */
function equal(given: string, sent: string): boolean {
  const [one, other] = [Buffer.from(given.padEnd(10)), Buffer.from(sent.padEnd(10))]
  return one.length === other.length && timingSafeEqual(one, other)
}
