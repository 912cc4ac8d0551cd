import { policies } from '../packages/server/src/limits/policies.ts'
import type { Policy } from '../packages/server/src/limits/policy.ts'
import { write } from './contract/write.ts'

const INTRODUCTION = `<!-- Generated from packages/server/src/limits/policies.ts by \`npm run generate\`. Do not edit. -->

# Limits

The server counts the following uses and refuses more of them than the table allows, over all servers together. A refused use is not counted, and a
use that turns out to be right (a password, a code) is taken back. The reasons are in the [decisions](decisions/limits.md).

- **window**: begins with the first use. Where it says *blocks*, the last use begins a whole window, so that the block lasts that long.
- **pair**: uses of one network at one target. **network**: uses of one network at all targets. **target**: uses of everybody at one target. **all**:
  uses of everybody.
- A network is an IPv4 address or an IPv6 /64. Wider networks are counted as well: an IPv6 /56 is allowed twice as much and a /48 four times as much, an
  IPv4 /24 sixteen times as much at all targets together. A network in which the owner of an address has signed in within 90 days is held to its own
  pair alone, and so is a browser that has.

`

const columns = ['counted', 'a target is', 'window', 'pair', 'network', 'target', 'all', 'beyond'] as const

/** Writes docs/limits.md: a table of every policy. */
export async function writeLimits(): Promise<void> {
  const rows = [columns.slice(), columns.map(() => '---'), ...policies.map(cellsOf)]
  await write('docs/limits.md', INTRODUCTION + rows.map((cells) => `| ${cells.join(' | ')} |\n`).join(''))
}

function cellsOf(policy: Policy): string[] {
  const { counts, targetIs, windowMs, blocksForWindow, pair, network, target, total, brake, refusal, answer } = policy
  const braked = brake && `; ${brake.pair} once the target has had ${brake.after} from all networks`
  return [
    counts,
    targetIs ?? '',
    `${lengthOf(windowMs)}${blocksForWindow ? ', blocks' : ''}`,
    pair === undefined ? '' : `${pair}${braked ?? ''}`,
    ...[network, target, total].map((most) => most?.toLocaleString('en') ?? ''),
    answer ?? `\`${refusal}\``,
  ]
}

const lengthOf = (ms: number): string => {
  const minutes = ms / 60_000
  if (minutes === 1) return '1 minute'
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`
}
