import { sql } from 'kysely'
import type { Reader, Tx } from '../store/schema.ts'
import { type Counted, countEach, forget, forgetEnded, prolong, readCounts, uncount } from './count.ts'
import type { Network } from './network.ts'
import type { Policy } from './policies.ts'

/** An attempt that a policy limits. */
export type Attempt = {
  /** The thing it is made at, for example `email:mei@people.example` or an account's id. */
  target?: string
  /** The networks it comes from, the narrowest first. */
  networks?: readonly Network[]
  /** True if the narrowest network has proven itself for the target: then only its own attempts at the target count. */
  proven?: boolean
}

/** An attempt that was counted; {@link giveBack} takes it back. */
export type Ticket = { subjects: string[] }

type Counter = { subject: string; most: number; blocksForWindow: boolean }

/**
 * Counts an attempt before it is carried out, so that of many at once no more are than the policy allows. A refused attempt is not
 * counted and, once the limit is reached, costs no write.
 *
 * The counters are locked in one order (pair, target, network, total, each from narrow to wide), so that two transactions can't
 * wait for each other.
 *
 * @param now the time by which windows are measured, in milliseconds
 * @returns the ticket, or until when the attempt is refused
 */
export async function take(
  tx: Tx,
  policy: Policy,
  attempt: Attempt,
  now: number,
): Promise<Ticket | { refused: Counted }> {
  const { refused, counters } = await look(tx, policy, attempt, now)
  if (refused) return { refused }
  await forgetEnded(tx, policy.name, now)
  const subjects = subjectsOf(counters, policy, attempt)
  const counted = await countEach(tx, subjects, policy.windowMs, now)
  for (const { subject, most, blocksForWindow } of counters) {
    const own = counted.get(subject)
    if (own === undefined) continue
    if (own.count > most) {
      await uncount(tx, subjects)
      return { refused: own }
    }
    if (own.count === most && blocksForWindow) await prolong(tx, subject, policy.windowMs, now)
  }
  return { subjects }
}

/** Reads whether a policy would refuse an attempt now, without counting it. */
export async function refusedNow(
  db: Reader,
  policy: Policy,
  attempt: Attempt,
  now: number,
): Promise<Counted | undefined> {
  return (await look(db, policy, attempt, now)).refused
}

/** Takes an attempt back that turned out to be right, or that was not carried out. */
export const giveBack = (tx: Tx, { subjects }: Ticket): Promise<void> => uncount(tx, subjects)

/** Takes back a right attempt, and forgets the wrong ones that the same network made at the target. */
export async function reset(tx: Tx, policy: Policy, attempt: Attempt, ticket: Ticket): Promise<void> {
  const [own] = countersOf(policy, attempt)
  await giveBack(tx, ticket)
  if (own) await forget(tx, [own.subject])
}

/** Forgets every attempt at a target, from whichever network. */
export async function resetTarget(tx: Tx, policy: Policy, target: string): Promise<void> {
  const prefix = pairPrefix(policy, target)
  await tx
    .deleteFrom('failed_attempt')
    .where((or) =>
      or.or([
        or('subject', '=', `${policy.name}:${target}`),
        or(sql`substr(subject, 1, ${prefix.length})`, '=', prefix),
      ]),
    )
    .execute()
}

async function look(db: Reader, policy: Policy, attempt: Attempt, now: number) {
  const brake = brakeSubject(policy, attempt)
  const names = countersOf(policy, attempt).map(({ subject }) => subject)
  const before = await readCounts(db, brake === undefined ? names : [...names, brake], now)
  const isBraked = brake !== undefined && (before.get(brake)?.count ?? 0) >= (policy.brake?.after ?? 0)
  const pair = isBraked ? policy.brake?.pair : policy.pair
  const counters = countersOf({ ...policy, ...(pair !== undefined && { pair }) }, attempt)
  const full = counters.flatMap(({ subject, most }) => {
    const own = before.get(subject)
    return own && own.count >= most ? [own] : []
  })
  const [refused] = full.toSorted((one, other) => other.until - one.until)
  return { refused, counters }
}

/** Every counter of an attempt that has a limit, in the order in which they are locked. */
function countersOf(policy: Policy, { target, networks = [], proven = false }: Attempt): Counter[] {
  const { name, blocksForWindow = false } = policy
  const counters: Counter[] = []
  const add = (subject: string, most: number | undefined, blocks = false) => {
    if (most !== undefined) counters.push({ subject, most, blocksForWindow: blocks && blocksForWindow })
  }
  const times = (most: number | undefined, { share }: Network) => (most === undefined ? undefined : most * share)
  const own = proven ? networks.slice(0, 1) : networks
  if (target !== undefined) {
    for (const network of own.filter(({ perTarget }) => perTarget)) {
      add(`${pairPrefix(policy, target)}${network.name}`, times(policy.pair, network), network.share === 1)
    }
    add(`${name}:${target}`, policy.target, true)
  }
  if (proven) return counters
  for (const network of own) {
    add(`${name}${network.share === 1 ? '' : '_wide'}:${network.name}`, times(policy.network, network))
  }
  add(`${name}:everybody`, policy.total)
  return counters
}

/** The limited counters and the one by which the brake is applied, in the order in which they are locked. */
function subjectsOf(counters: Counter[], policy: Policy, attempt: Attempt): string[] {
  const names = counters.map(({ subject }) => subject)
  const brake = brakeSubject(policy, attempt)
  if (brake === undefined) return names
  const pairs = names.filter((name) => name.startsWith(`${policy.name}_pair:`))
  return [...pairs, brake, ...names.slice(pairs.length)]
}

function brakeSubject(policy: Policy, { target, proven }: Attempt): string | undefined {
  return policy.brake && target !== undefined && !proven ? `${policy.name}:${target}` : undefined
}

const pairPrefix = ({ name }: Policy, target: string) => `${name}_pair:${target} `
