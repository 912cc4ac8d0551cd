import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { giveOneBack, tryTake } from '../limits/limiter.ts'
import { networkOf } from '../limits/network.ts'
import { shortCodePolicy } from '../limits/policies.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** The number of wrong codes after which a sent one is invalid. */
export const TRIES = 5

/**
 * Identifies the requester of a code. Callers from one network can only be distinguished by the id of their request.
 */
export const askerOf = (sealer: Sealer, address: Address, origin: Origin): string =>
  sealer.digest(JSON.stringify([targetOf(address), networkOf(origin.address)]), 'code asker')

/**
 * Takes one of the day's six-digit codes. Each that is sent and not used allows {@link TRIES} guesses, so their number
 * bounds the chance of all guesses together. Beyond it codes have ten digits, so that nobody is locked out.
 *
 * @returns true if the code may have six digits
 */
export async function takeShortCode(work: Work, sealer: Sealer, address: Address): Promise<boolean> {
  return (await tryTake(work, shortCodeUse(sealer, address))) !== undefined
}

/** Returns a six-digit code that was used and so can no longer be guessed. */
export async function giveShortCodeBack(tx: Tx, sealer: Sealer, address: Address): Promise<void> {
  await giveOneBack(tx, shortCodeUse(sealer, address))
}

/** Counts a digest of the address, because the counter is kept for a day. */
const shortCodeUse = (sealer: Sealer, address: Address) => ({
  policy: shortCodePolicy,
  target: sealer.digest(targetOf(address), 'short code'),
})
