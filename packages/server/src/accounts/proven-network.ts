import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { networkOf } from '../limits/network.ts'
import type { Tx } from '../store/schema.ts'
import type { View, Work } from '../store/work.ts'

const VALID = 90 * 24 * 60 * 60 * 1000
/** The number of networks that are remembered for an address; a newer one replaces the oldest. */
const MOST = 20

/**
 * Tells if somebody has signed in with an address from this network in the last 90 days. Limits that count other people's failures
 * do not apply then, so that nobody can keep the owner out. The same is read for an address that nobody has.
 */
export async function isProven(view: View, sealer: Sealer, address: Address, origin: Origin): Promise<boolean> {
  const key = keyOf(sealer, address, origin)
  const row = await view.db
    .selectFrom('proven_network')
    .select('expires_at')
    .where('address', '=', key.address)
    .where('network', '=', key.network)
    .where('expires_at', '>', view.now)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers that somebody in this network has proven that an address is theirs. */
export async function proveNetwork(work: Work, sealer: Sealer, address: Address, origin: Origin) {
  const key = keyOf(sealer, address, origin)
  const expires_at = work.now + VALID
  await work.db
    .insertInto('proven_network')
    .values({ ...key, expires_at })
    .onConflict((conflict) => conflict.columns(['address', 'network']).doUpdateSet({ expires_at }))
    .execute()
  const others = await work.db
    .selectFrom('proven_network')
    .select('network')
    .where('address', '=', key.address)
    .where('network', '!=', key.network)
    .orderBy('expires_at', 'desc')
    .execute()
  const oldest = others.slice(MOST - 1).map(({ network }) => network)
  if (oldest.length > 0) {
    await work.db
      .deleteFrom('proven_network')
      .where('address', '=', key.address)
      .where('network', 'in', oldest)
      .execute()
  }
}

/** Forgets the networks of an address, because its password was replaced or it has another owner. */
export async function forgetNetworks(tx: Tx, sealer: Sealer, address: Address): Promise<void> {
  await tx.deleteFrom('proven_network').where('address', '=', addressKey(sealer, address)).execute()
}

/** Only digests are stored, so that a copy of the database does not reveal anybody's location. */
function keyOf(sealer: Sealer, address: Address, origin: Origin): { address: string; network: string } {
  const network = JSON.stringify([targetOf(address), networkOf(origin.address)])
  return { address: addressKey(sealer, address), network: sealer.digest(network, 'proven network') }
}

const addressKey = (sealer: Sealer, address: Address) => sealer.digest(targetOf(address), 'proven address')
