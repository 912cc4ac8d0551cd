import { type Expression, sql } from 'kysely'
import type { Origin } from '../actor.ts'
import { verifyPassword } from '../crypto/password.ts'
import {
  type Counted,
  countedSoFar,
  countWithin,
  forget,
  forgetEnded,
  prolong,
  secondsUntil,
  uncount,
} from '../limits/count.ts'
import { networkOf } from '../limits/network.ts'
import { Refusal } from '../refusal.ts'
import { jsonText } from '../store/json-text.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Address } from './address.ts'

const WINDOW = 15 * 60 * 1000
const MOST_IN_A_ROW = 5
const MOST_FOR_ADDRESS = 50
const MOST_FROM_NETWORK = 100

/** An identity by which somebody signed in; the hash tells a session from one before a change of the password. */
export type SignedIn = { identityId: string; passwordHash: string }

/**
 * Signs somebody in with an address and a password. Whether anybody has the address can be told neither from the answer nor from
 * its time. Five wrong passwords in a row block the address for fifteen minutes, but only from the network they came from:
 * otherwise anybody could lock anybody out. Beyond that the failures of an address and those from a network are limited as such.
 *
 * Who departed and lost the address to a new registration still signs in with the old password, and reads why (S21, S37).
 *
 * @param now business time, in milliseconds
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`
 */
export async function signIn(
  store: Store,
  { address, password }: { address: Address; password: string },
  { now, origin }: { now: number; origin: Origin },
): Promise<SignedIn> {
  const subjects = subjectsOf(address, origin)
  const { blocked, count } = await store.write((tx) => countAttempt(tx, subjects, now))
  if (blocked) throw new Refusal('too_many_attempts', { retry_after: secondsUntil(blocked.until, now) })
  const found = await findByPassword(store.db, address, password)
  await store.write(async (tx) => {
    if (found) {
      await forget(tx, [subjects.inARow])
      await uncount(tx, subjects.ofAddress)
      await uncount(tx, subjects.fromNetwork)
      return
    }
    if (count === MOST_IN_A_ROW) await prolong(tx, subjects.inARow, WINDOW, now)
    await forgetEnded(tx, 'sign_in', now)
  })
  if (!found) throw new Refusal('password_incorrect')
  return found
}

const subjectsOf = ({ type, value }: Address, origin: Origin) => {
  const network = networkOf(origin.address)
  return {
    inARow: `${prefixOf({ type, value })}${network}`,
    ofAddress: `sign_in:${type}:${value}`,
    fromNetwork: `sign_in:from:${network}`,
  }
}

const prefixOf = ({ type, value }: Address) => `sign_in_from:${type}:${value}:`

/**
 * Counted before the password is looked at, so that of many guesses at once no more are than the limits allow; what is refused by a
 * limit that was reached before costs no write.
 */
async function countAttempt(
  tx: Tx,
  subjects: ReturnType<typeof subjectsOf>,
  now: number,
): Promise<{ blocked?: Counted; count: number }> {
  const wider = [
    { subject: subjects.ofAddress, most: MOST_FOR_ADDRESS },
    { subject: subjects.fromNetwork, most: MOST_FROM_NETWORK },
  ]
  for (const { subject, most } of wider) {
    const before = await countedSoFar(tx, subject, now)
    if (before.count >= most) return { blocked: before, count: 0 }
  }
  const inARow = await countWithin(tx, subjects.inARow, WINDOW, now)
  if (inARow.count > MOST_IN_A_ROW) return { blocked: inARow, count: inARow.count }
  for (const { subject, most } of wider) {
    const counted = await countWithin(tx, subject, WINDOW, now)
    if (counted.count > most) return { blocked: counted, count: inARow.count }
  }
  return { count: inARow.count }
}

/** Two passwords are compared whatever there is to compare with, so that every failure takes the same time. */
async function findByPassword(db: Reader, address: Address, password: string): Promise<SignedIn | undefined> {
  const [current, former] = [await findCurrent(db, address), await findFormer(db, address)]
  if (await verifyPassword(password, current?.passwordHash)) return current
  return (await verifyPassword(password, former?.passwordHash)) ? former : undefined
}

const identities = (db: Reader) =>
  db.selectFrom('identity').select(['identity.identity_id as identityId', 'identity.password_hash as passwordHash'])

function findCurrent(db: Reader, { type, value }: Address): Promise<SignedIn | undefined> {
  return identities(db).where(`identity.${type}`, '=', value).executeTakeFirst()
}

/** Whoever departed last with this address and has no address to sign in with any more. */
function findFormer(db: Reader, { type, value }: Address): Promise<SignedIn | undefined> {
  const departedAs: Expression<string> = sql`lower(${jsonText(db, 'departure.snapshot', type)})`
  return identities(db)
    .innerJoin('departure', 'departure.identity_id', 'identity.identity_id')
    .where(departedAs, '=', value)
    .where('identity.email', 'is', null)
    .where('identity.phone', 'is', null)
    .orderBy('departure.departure_id', 'desc')
    .executeTakeFirst()
}

/** Forgets the wrong passwords that were tried with an address, as when there is a new one. */
export async function forgetFailures(tx: Tx, address: Address): Promise<void> {
  const prefix = prefixOf(address)
  await tx
    .deleteFrom('failed_attempt')
    .where((or) =>
      or.or([
        or('subject', '=', `sign_in:${address.type}:${address.value}`),
        or(sql`substr(subject, 1, ${prefix.length})`, '=', prefix),
      ]),
    )
    .execute()
}
