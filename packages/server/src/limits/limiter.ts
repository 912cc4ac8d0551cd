import { sql } from 'kysely'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { View, Work } from '../store/work.ts'
import { countEach, forget, forgetEnded, prolong, type Raised, readCounts, secondsUntil, uncount } from './count.ts'
import type { Policy } from './policy.ts'
import { brakeOf, type Counter, countersOf, isBraked, pairPrefix, raisedBy, type Use, underBrake } from './use.ts'

/** A use that was counted; {@link giveBack} takes it back. */
export type Ticket = { subjects: string[] }

/** A transaction, and the time by which windows are measured: that of the clock of the policy, in milliseconds. */
type Counting = Pick<Work, 'db' | 'now'>

/** A policy whose limit is reached, and the end of the window in milliseconds. */
type Full = { policy: Policy; until: number }

/**
 * Counts a use before it is made, so that of many simultaneous ones no more are made than the policy allows. A refused use is not
 * counted.
 *
 * Counters are locked in one order (pair, target, network, total, each from narrow to wide), so that two transactions can't wait for
 * each other.
 *
 * @throws {Refusal} the policy's
 */
export async function take(work: Counting, use: Use): Promise<Ticket> {
  return takeEach(work, [use])
}

/**
 * Counts one use under several policies, in their order, or under none of them.
 *
 * @throws {Refusal} that of a policy whose limit is reached
 */
export async function takeEach(work: Counting, uses: readonly Use[]): Promise<Ticket> {
  const taken = await count(work, uses)
  if ('until' in taken) throw refusalOf(taken, work.now)
  return taken
}

/** Counts a use like {@link take}, in a transaction that continues if it is refused; undefined then. */
export async function tryTake(work: Counting, use: Use): Promise<Ticket | undefined> {
  const taken = await count(work, [use])
  return 'until' in taken ? undefined : taken
}

/**
 * Counts a use in a transaction of its own. Once the limit is reached, a refusal costs no write.
 *
 * @param now the time by which windows are measured, in milliseconds
 * @throws {Refusal} the policy's
 */
export async function takeAlone(store: Store, use: Use, now: number): Promise<Ticket> {
  await requireRoom({ db: store.db, now }, use)
  return store.transaction((db) => take({ db, now }, use))
}

/**
 * Checks that a policy would not refuse a use now, without counting it.
 *
 * @throws {Refusal} the policy's
 */
export async function requireRoom(view: View, use: Use): Promise<void> {
  const { full } = await look(view, [use])
  if (full) throw refusalOf(full, view.now)
}

/** Takes a use back that turned out to be right, or that was not made. */
export const giveBack = (tx: Tx, { subjects }: Ticket): Promise<void> => uncount(tx, subjects)

/** Takes back a use that was counted before by the same policy for the same target, if it is still counted. */
export const giveOneBack = (tx: Tx, use: Use): Promise<void> =>
  uncount(
    tx,
    countersOf(use).map(({ subject }) => subject),
  )

/** Takes back a right use, and forgets the wrong ones that the same network made at the target. */
export async function reset(tx: Tx, use: Use, ticket: Ticket): Promise<void> {
  const [own] = countersOf(use)
  await giveBack(tx, ticket)
  if (own) await forget(tx, [own.subject])
}

/** Forgets every use of some targets, from whichever network. */
export async function resetTargets(tx: Tx, policy: Policy, targets: readonly string[]): Promise<void> {
  await forget(
    tx,
    targets.map((target) => `${policy.name}:${target}`),
  )
  if (policy.pair === undefined) return
  for (const prefix of targets.map((target) => pairPrefix(policy, target))) {
    await tx.deleteFrom('counter').where(sql`substr(subject, 1, ${prefix.length})`, '=', prefix).execute()
  }
}

const refusalOf = ({ policy, until }: Full, now: number): Refusal =>
  new Refusal(policy.refusal ?? 'rate_limited', { retry_after: secondsUntil(until, now) })

async function count({ db, now }: Counting, uses: readonly Use[]): Promise<Ticket | Full> {
  const { full, counters, raised } = await look({ db, now }, uses)
  if (full) return full
  await forgetEnded(
    db,
    uses.map(({ policy }) => policy.name),
    now,
  )
  const subjects = raised.map(({ subject }) => subject)
  const counted = await countEach(db, raised, now)
  for (const { subject, most, policy, blocks } of counters) {
    const own = counted.get(subject)
    if (own === undefined) continue
    if (own.count > most) {
      await uncount(db, subjects)
      return { policy, until: own.until }
    }
    if (own.count === most && blocks) await prolong(db, { subject, windowMs: policy.windowMs }, now)
  }
  return { subjects }
}

/** Reads the counters of uses: those with a limit, and every one to raise, in the order in which they are locked. */
async function look(
  { db, now }: View,
  uses: readonly Use[],
): Promise<{ full: Full | undefined; counters: Counter[]; raised: Raised[] }> {
  const names = uses.flatMap((use) => [...countersOf(use).map(({ subject }) => subject), ...brakeOf(use)])
  const before = await readCounts(db, names, now)
  const braked = uses.map((use) => (isBraked(use, before) ? underBrake(use) : use))
  const counters = braked.flatMap(countersOf)
  const full = counters.flatMap(({ subject, most, policy }) => {
    const own = before.get(subject)
    return own && own.count >= most ? [{ policy, until: own.until }] : []
  })
  const [last] = full.toSorted((one, other) => other.until - one.until)
  return { full: last, counters, raised: braked.flatMap(raisedBy) }
}
