import { type Bench, CONNECTIONS } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import { type Side, type Stand, sideOf } from '../run/stand.ts'
import type { Asked } from '../servers/client-process.ts'
import { startBare } from '../servers/process.ts'
import { compareRequests } from './requests.ts'

/** The request by which an initiator reads its organisation. */
export const readOrganization = ({ tokens }: Side): Asked => ({
  method: 'GET',
  path: '/v1.0/organization',
  headers: { authorization: `Bearer ${tokens[0]}` },
})

/** Compares `organization.get` with bare Express that answers a constant of the same length. */
export async function compareReads(bench: Bench, stand: Stand): Promise<Row[]> {
  const count = bench.size(1000, 5000)
  const after = sideOf(stand, 'after')
  const { path, headers } = readOrganization(after)
  const answer = await fetch(`${after.server.base}${path}`, { headers })
  const bare = await startBare('answer.ts', String((await answer.text()).length))
  const asking = stand.sides.map((side) => ({
    name: side.name,
    server: side.name === 'bare' ? bare : side.server,
    asked: () => Array.from({ length: count }, () => readOrganization(side)),
  }))
  const row = {
    title: 'organization.get, SQLite',
    beside: 'bare Express',
    goals: [{ to: 'bare' as const, least: 0.6 }],
  }
  try {
    return [await compareRequests(bench, row, asking, CONNECTIONS)]
  } finally {
    await bare.stop()
  }
}
