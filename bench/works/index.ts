import type { Bench, StoreName } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import type { Stand } from '../run/stand.ts'
import { compareDeliveries } from './deliveries.ts'
import { compareFirstBytes } from './first-byte.ts'
import { compareDepartures } from './members.ts'
import { compareMemory } from './memory.ts'
import { compareReads } from './organization-get.ts'
import { compareReadsBesideWrites } from './read-beside-writes.ts'
import { compareStarts } from './start.ts'
import { compareTokens } from './token.ts'
import { compareUnlinks } from './unlink.ts'

/** A work of the goal table, with servers of its own or on a stand that it shares with its neighbours. */
export type Work = { name: string; group: string } & (
  | { on: StoreName; run(bench: Bench, stand: Stand): Promise<Row[]> }
  | { on?: undefined; run(bench: Bench): Promise<Row[]> }
)

/** The works, in the order of the table. */
export const works: readonly Work[] = [
  { name: 'unlink-sqlite', group: 'requests', on: 'sqlite', run: compareUnlinks },
  { name: 'token', group: 'requests', on: 'sqlite', run: compareTokens },
  { name: 'organization-get', group: 'requests', on: 'sqlite', run: compareReads },
  { name: 'read-beside-writes', group: 'requests', on: 'sqlite', run: compareReadsBesideWrites },
  { name: 'unlink-postgres', group: 'requests', on: 'postgres', run: compareUnlinks },
  { name: 'deliveries', group: 'delivery', run: compareDeliveries },
  { name: 'first-byte', group: 'delivery', run: compareFirstBytes },
  { name: 'start', group: 'requests', run: compareStarts },
  { name: 'memory', group: 'memory', run: compareMemory },
  { name: 'members', group: 'members', run: compareDepartures },
]
