import { type Expression, sql } from 'kysely'
import type { Origin } from '../actor.ts'
import { verifyPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, findWithPassword, targetOf, type WithPassword } from '../identity/address.ts'
import { giveBack, reset, resetTargets, takeAlone } from '../limits/limiter.ts'
import { networkOf, networksOf } from '../limits/network.ts'
import { knownDevicePolicy, signInPolicy } from '../limits/policies.ts'
import { hashingTurns } from '../limits/turns.ts'
import type { Use } from '../limits/use.ts'
import { Refusal } from '../refusal.ts'
import { jsonText } from '../store/json-text.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { findDevice, type KnownDevice } from './known-device.ts'
import { isProven, proveNetwork } from './proven-network.ts'

type Given = {
  address: Address
  password: string
  /** The browser's earlier sign-ins, with any address. */
  devices?: readonly KnownDevice[]
}

/**
 * Signs a person in with an address and a password. Neither the answer nor its time reveals if the address is in use.
 * Wrong passwords are counted by address and network together ({@link signInPolicy}), and a browser or network in which
 * the owner has signed in before has its own count: otherwise anybody could lock others out.
 *
 * A person who departed and lost the address to a new registration can still sign in with the old password to read the
 * reason (S21, S37).
 *
 * @param call business time, in milliseconds, and the origin of the call
 * @throws {Refusal} `password_incorrect`, `too_many_attempts`, `unavailable` when too many passwords wait to be
 * compared
 */
export async function signIn(
  parts: { store: Store; sealer: Sealer },
  { address, password, devices = [] }: Given,
  call: { now: number; origin: Origin },
): Promise<WithPassword> {
  const { store, sealer } = parts
  const { now, origin } = call
  const candidates = [await findWithPassword(store.db, address), await findFormer(store.db, address)] as const
  const device = findDevice(sealer, devices, address, candidates[0]?.passwordHash)
  const network = await isProven({ db: store.db, now }, sealer, address, origin)
  const use = useOf(address, origin, { device, network })
  const ticket = await takeAlone(store, use, now)
  const turn = { network: networkOf(origin.address), proven: use.proven }
  const found = await hashingTurns(turn, () => findByPassword(candidates, password)).catch(async (error: unknown) => {
    await store.transaction((tx) => giveBack(tx, ticket))
    throw error
  })
  if (!found) throw new Refusal('password_incorrect')
  await store.write({ now }, async (work) => {
    await reset(work.db, use, ticket)
    await proveNetwork(work, sealer, address, origin)
  })
  return found
}

type Known = { device: KnownDevice | undefined; network: boolean }

/** Chooses the limit of a password. A known browser has a limit of its own, which nobody else can use up. */
function useOf(address: Address, origin: Origin, known: Known): Use & { proven: boolean } {
  if (known.device) return { policy: knownDevicePolicy, target: known.device.id, proven: true }
  const networks = networksOf(origin.address)
  return { policy: signInPolicy, target: targetOf(address), networks, proven: known.network }
}

/** Always compares two passwords, so that every failure takes the same time. */
async function findByPassword(
  [current, former]: readonly [WithPassword | undefined, WithPassword | undefined],
  password: string,
): Promise<WithPassword | undefined> {
  if (await verifyPassword(password, current?.passwordHash)) return current
  return (await verifyPassword(password, former?.passwordHash)) ? former : undefined
}

/** Finds the last person who departed with this address and no longer has an address to sign in with. */
function findFormer(db: Reader, { type, value }: Address): Promise<WithPassword | undefined> {
  const departedAs: Expression<string> = sql`lower(${jsonText(db, 'departure.snapshot', type)})`
  return db
    .selectFrom('identity')
    .select(['identity.identity_id as identityId', 'identity.password_hash as passwordHash'])
    .innerJoin('departure', 'departure.identity_id', 'identity.identity_id')
    .where(departedAs, '=', value)
    .where('identity.email', 'is', null)
    .where('identity.phone', 'is', null)
    .orderBy('departure.departure_id', 'desc')
    .executeTakeFirst()
}

/** Forgets the wrong passwords that were tried with an address, because its password was replaced. */
export const forgetFailures = (tx: Tx, address: Address): Promise<void> =>
  resetTargets(tx, signInPolicy, [targetOf(address)])
