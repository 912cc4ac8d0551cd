import { type Expression, sql } from 'kysely'
import type { Origin } from '../actor.ts'
import { verifyPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { secondsUntil } from '../limits/count.ts'
import { giveBack, refusedNow, reset, resetTarget, type Ticket, take } from '../limits/limiter.ts'
import { networkOf, networksOf } from '../limits/network.ts'
import { knownDevicePolicy, type Policy, signInPolicy } from '../limits/policies.ts'
import { hashingTurns } from '../limits/turns.ts'
import { Refusal } from '../refusal.ts'
import { jsonText } from '../store/json-text.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { findDevice, type KnownDevice } from './known-device.ts'
import { isProven, proveNetwork } from './proven-network.ts'

/** An identity by which somebody signed in; the hash tells a session from one before a change of the password. */
export type SignedIn = { identityId: string; passwordHash: string }

type Given = {
  address: Address
  password: string
  /** The sign-ins that the browser remembers, of whichever addresses. */
  devices?: readonly KnownDevice[]
}

/**
 * Signs somebody in with an address and a password. Whether anybody has the address can be told neither from the answer nor from
 * its time. Wrong passwords are counted by address and network together (see signInPolicy), and a browser or network in which the
 * owner has signed in before is only held to its own: otherwise anybody could lock anybody out.
 *
 * Whoever departed and lost the address to a new registration still signs in with the old password, and reads why (S21, S37).
 *
 * @param call business time, in milliseconds, and from where it is asked
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`, `unavailable` when too many passwords wait to be looked at
 */
export async function signIn(
  parts: { store: Store; sealer: Sealer },
  { address, password, devices = [] }: Given,
  call: { now: number; origin: Origin },
): Promise<SignedIn> {
  const { store, sealer } = parts
  const { now, origin } = call
  const candidates = [await findCurrent(store.db, address), await findFormer(store.db, address)] as const
  const device = findDevice(sealer, devices, address, candidates[0]?.passwordHash)
  const network = await isProven({ db: store.db, now }, sealer, address, origin)
  const way = wayOf(address, origin, { device, network })
  const ticket = await countAttempt(store, way, now)
  const turn = { network: networkOf(origin.address), proven: way.proven }
  const found = await hashingTurns(turn, () => findByPassword(candidates, password)).catch(async (error: unknown) => {
    await store.transaction((tx) => giveBack(tx, ticket))
    throw error
  })
  if (!found) throw new Refusal('password_incorrect')
  await store.write({ now }, async (work) => {
    await reset(work.db, way.policy, way.attempt, ticket)
    await proveNetwork(work, sealer, address, origin)
  })
  return found
}

type Way = { policy: Policy; attempt: Parameters<typeof take>[2]; proven: boolean }

/** The limit under which an attempt is made. A browser that is known is held to its own attempts, which nobody else can use up. */
function wayOf(address: Address, origin: Origin, known: { device: KnownDevice | undefined; network: boolean }): Way {
  if (known.device) return { policy: knownDevicePolicy, attempt: { target: known.device.id }, proven: true }
  const attempt = { target: targetOf(address), networks: networksOf(origin.address), proven: known.network }
  return { policy: signInPolicy, attempt, proven: known.network }
}

/** @throws {Refusal} `too_many_attempts`; what is refused costs no write */
async function countAttempt(store: Store, { policy, attempt }: Way, now: number): Promise<Ticket> {
  const blocked = await refusedNow(store.db, policy, attempt, now)
  const taken = blocked ? { refused: blocked } : await store.transaction((tx) => take(tx, policy, attempt, now))
  if (!('refused' in taken)) return taken
  throw new Refusal('too_many_attempts', { retry_after: secondsUntil(taken.refused.until, now) })
}

/** Two passwords are compared whatever there is to compare with, so that every failure takes the same time. */
async function findByPassword(
  [current, former]: readonly [SignedIn | undefined, SignedIn | undefined],
  password: string,
): Promise<SignedIn | undefined> {
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

/** Forgets the wrong passwords that were tried with an address, because there is a new one. */
export const forgetFailures = (tx: Tx, address: Address): Promise<void> =>
  resetTarget(tx, signInPolicy, targetOf(address))
