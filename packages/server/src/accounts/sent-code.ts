import type { Origin } from '../actor.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'
import { giveBack, take } from '../limits/limiter.ts'
import { networkOf } from '../limits/network.ts'
import { shortCodePolicy } from '../limits/policies.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'

/** The wrong codes that may be given for a sent one, before it is dead. */
export const TRIES = 5

/** Names whoever asked for a code at an address: callers from one network can't be told apart without the id of their request. */
export const askerOf = (sealer: Sealer, address: Address, origin: Origin): string =>
  sealer.digest(JSON.stringify([targetOf(address), networkOf(origin.address)]), 'code asker')

/**
 * Takes one of the six-digit codes of a day. Each that is sent and not used could be guessed at {@link TRIES} times, so their number
 * bounds the chance of all guesses; beyond it a code has ten digits, and nobody is kept out.
 *
 * @returns whether the code may have six digits
 */
export async function takeShortCode(work: Work, sealer: Sealer, address: Address): Promise<boolean> {
  return !('refused' in (await take(work.db, shortCodePolicy, { target: shortCodeTarget(sealer, address) }, work.now)))
}

/** Gives a six-digit code back that was used, and so not guessed at any more. */
export async function giveShortCodeBack(tx: Tx, sealer: Sealer, address: Address): Promise<void> {
  const { name } = shortCodePolicy
  await giveBack(tx, { subjects: [`${name}:${shortCodeTarget(sealer, address)}`, `${name}:everybody`] })
}

/** A digest, because it is kept for a day. */
const shortCodeTarget = (sealer: Sealer, address: Address) => sealer.digest(targetOf(address), 'short code')
