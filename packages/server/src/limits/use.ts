import type { Counted, Raised } from './count.ts'
import type { Network } from './network.ts'
import type { Policy } from './policy.ts'

/** A use that a policy limits, for example one password at one address from one network. */
export type Use = {
  policy: Policy
  /** For example `email:mei@people.example`, or an account's id. */
  target?: string
  /** The networks that it comes from, the narrowest first. */
  networks?: readonly Network[]
  /** True if the narrowest network has proven itself for the target: then only its own uses of the target count. */
  proven?: boolean
}

/** A counter of a use: its limit, and true for `blocks` if the last use begins a whole window. */
export type Counter = { policy: Policy; subject: string; most: number; blocks: boolean }

/** Lists the counters of a use that have a limit, in the order in which they are locked. */
export function countersOf({ policy, target, networks = [], proven = false }: Use): Counter[] {
  const { name, blocksForWindow = false } = policy
  const counters: Counter[] = []
  const add = (subject: string, most: number | undefined, blocks = false) => {
    if (most !== undefined) counters.push({ policy, subject, most, blocks: blocks && blocksForWindow })
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

/** Lists the counters to raise: the limited ones and that of the brake, in the order in which they are locked. */
export function raisedBy(use: Use): Raised[] {
  const { windowMs, name } = use.policy
  const subjects = countersOf(use).map(({ subject }) => subject)
  const pairs = subjects.filter((subject) => subject.startsWith(`${name}_pair:`))
  return [...pairs, ...brakeOf(use), ...subjects.slice(pairs.length)].map((subject) => ({ subject, windowMs }))
}

/** The subject of the counter by which the brake is applied, if there is one. */
export function brakeOf({ policy, target, proven }: Use): string[] {
  return policy.brake && target !== undefined && !proven ? [`${policy.name}:${target}`] : []
}

/** The beginning of the subjects of a target's pairs. */
export const pairPrefix = ({ name }: Policy, target: string) => `${name}_pair:${target} `

/** True if the target has had so many uses that the brake is applied. */
export const isBraked = (use: Use, counts: Map<string, Counted>): boolean =>
  brakeOf(use).some((subject) => (counts.get(subject)?.count ?? 0) >= (use.policy.brake?.after ?? 0))

/** The same use, with the limit of a pair under the brake. */
export const underBrake = (use: Use): Use => ({ ...use, policy: { ...use.policy, pair: use.policy.brake?.pair ?? 0 } })
