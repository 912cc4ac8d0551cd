import { timingSafeEqual } from 'node:crypto'
import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { requireRoom, reset, take } from '../limits/limiter.ts'
import { networksOf } from '../limits/network.ts'
import { codeCheckPolicy, codeRequestPolicy } from '../limits/policies.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { View, Work } from '../store/work.ts'
import type { CodePurpose } from './notifier.ts'
import { askerOf, giveShortCodeBack } from './sent-code.ts'

/** The proof that somebody knew the code that was sent to an address. It works once; see {@link useProof}. */
export type Proof = { codeId: string; address: Address; digits: number }

type Given = { purpose: CodePurpose; code: string; verification_id?: string | undefined }
type Parts = { store: Store; sealer: Sealer }
type Call = { now: number; origin: Origin }

/**
 * Compares a code with the one that was sent. With the id of its request, a wrong code counts only against that
 * request's code, which is invalid after five, from any network. Without the id, it is compared with the codes that the
 * same network requested, under {@link codeCheckPolicy}. Attempts by others neither end a code nor prevent its owner
 * from using it.
 *
 * @param call business time, in milliseconds, and the origin of the code
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
 * Uses up a proof, in the transaction that it authorises.
 *
 * @throws {Refusal} `code_invalid` if the code was used or has expired in the meantime
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

/**
 * Counts the used proof after the transaction that used it, because every request for a code waits for this counter.
 */
export async function noteUsed({ store, sealer }: Parts, { address, digits }: Proof): Promise<void> {
  if (digits === 6) await store.transaction((tx) => giveShortCodeBack(tx, sealer, address))
}

async function compareOfRequest({ store, sealer }: Parts, address: Address, given: Given, { now }: Call) {
  const find = (db: Reader) =>
    liveCodes({ db, now }, address, given.purpose).where('code_id', '=', given.verification_id ?? '')
  // The code is read first, so that an unknown id costs no write.
  if (!(await find(store.db).executeTakeFirst())) return undefined
  return store.transaction(async (tx) => compareEach(tx, sealer, await find(tx).forUpdate().execute(), given.code))
}

async function compareOfNetwork({ store, sealer }: Parts, address: Address, given: Given, { now, origin }: Call) {
  const use = { policy: codeCheckPolicy, target: targetOf(address), networks: networksOf(origin.address) }
  // The limit is read first, so that a refusal costs no write.
  await requireRoom({ db: store.db, now }, use)
  return store.write({ now }, async (work) => {
    // The guess is counted before it is compared, so that no more than five simultaneous ones are compared.
    const ticket = await take(work, use)
    const sent = await liveCodes(work, address, given.purpose)
      .where('asked_by', '=', askerOf(sealer, address, origin))
      .orderBy('code_id')
      .limit(codeRequestPolicy.pair)
      .forUpdate()
      .execute()
    const codeId = await compareEach(work.db, sealer, sent, given.code)
    if (codeId !== undefined) await reset(work.db, use, ticket)
    return codeId
  })
}

function liveCodes(view: View, { type, value }: Address, purpose: CodePurpose) {
  return view.db
    .selectFrom('verification_code')
    .select(['code_id', 'code', 'tries_left'])
    .where(type, '=', value)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', view.now)
}

type SentCode = { code_id: string; code: string; tries_left: number }

/**
 * Finds the given code among those sent. If it is none of them, each of them loses one try, and the last try ends it.
 */
async function compareEach(tx: Tx, sealer: Sealer, sent: SentCode[], given: string): Promise<string | undefined> {
  // All are compared, so that the time does not reveal the right one.
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
