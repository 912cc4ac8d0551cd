import { randomUUID } from 'node:crypto'
import { addAssociations } from '../rows/associations.ts'
import { type Bench, CONNECTIONS } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import type { Side, Stand } from '../run/stand.ts'
import type { Asked } from '../servers/client-process.ts'
import { compareRequests } from './requests.ts'

/** Associates organisations, and makes the requests that end the associations. */
export async function newUnlinks({ data, initiators, tokens }: Side, count: number, isKeyed = false): Promise<Asked[]> {
  const linked = await addAssociations(data, initiators, count)
  return linked.map(({ initiator, ...target }) => ({
    method: 'POST',
    path: '/v1.0/organization/unlink',
    headers: {
      authorization: `Bearer ${tokens[initiator]}`,
      'content-type': 'application/json',
      // The bare server trusts this; the platform reads the token.
      'x-organization': initiators[initiator]?.org_id ?? '',
      ...(isKeyed && { 'idempotency-key': randomUUID() }),
    },
    body: JSON.stringify({ ...target, reason_code: 'other' }),
  }))
}

const GOALS = {
  sqlite: { plain: 1.3, keyed: 1.1, alone: 0.7 },
  postgres: { plain: 0.8, keyed: 0.7, alone: undefined },
}
const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

/** Compares unlinks with those of bare Express, which runs the same statements in one transaction a request. */
export async function compareUnlinks(bench: Bench, stand: Stand): Promise<Row[]> {
  const { plain, keyed, alone } = GOALS[stand.store]
  const cases = [
    { connections: CONNECTIONS, isKeyed: false, least: plain },
    { connections: CONNECTIONS, isKeyed: true, least: keyed },
    { connections: 1, isKeyed: false, least: alone },
    { connections: 1, isKeyed: true, least: undefined },
  ]
  const rows: Row[] = []
  for (const { connections, isKeyed, least } of cases) {
    const count = connections === 1 ? bench.size(100, 400) : bench.size(320, 1600)
    const asking = stand.sides.map((side) => ({ ...side, asked: () => newUnlinks(side, count, isKeyed) }))
    const key = isKeyed ? ', Idempotency-Key' : ''
    const row = {
      title: `unlink, ${NAMES[stand.store]}, ${connections} ${connections === 1 ? 'connection' : 'connections'}${key}`,
      beside: 'bare Express',
      ...(least !== undefined && { goals: [{ to: 'bare' as const, least }] }),
    }
    rows.push(await compareRequests(bench, row, asking, connections))
  }
  return rows
}
