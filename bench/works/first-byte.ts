import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import type { Committed } from '../inside/commits.ts'
import { type Sink, startSink } from '../queues/sink.ts'
import { addEndpoints, type Endpoints } from '../rows/deliveries.ts'
import { sandboxOf, tokenOf } from '../rows/initiators.ts'
import type { Bench, StoreName } from '../run/bench.ts'
import type { Contestant, Row } from '../run/row.ts'
import { quantile } from '../run/statistics.ts'
import { inTurns } from '../run/turns.ts'
import type { Checkout } from '../servers/checkout.ts'
import type { Asked } from '../servers/client-process.ts'
import { type Running, startPlatform } from '../servers/process.ts'

const PER_SECOND = 300
const ENDPOINTS = 100

type Side = { data: Settings; server: Running; endpoints: Endpoints; committed: Map<string, number> }

/** Measures the time from a commit to the first byte of its delivery at the consumer, at a steady rate of events, on both stores. */
export async function compareFirstBytes(bench: Bench): Promise<Row[]> {
  const sink = await startSink()
  const measured = [
    ...(await onStore(bench, 'sqlite', sink, 'SQLite')),
    ...(await onStore(bench, 'postgres', sink, 'PostgreSQL')),
  ]
  sink.stop()
  return measured
}

async function onStore(bench: Bench, store: StoreName, sink: Sink, title: string): Promise<Row[]> {
  const sides = new Map<Contestant, Side>()
  for (const checkout of bench.checkouts) sides.set(checkout.name, await open(bench, store, checkout, sink))
  const count = bench.size(600, 3000)
  const turns = await inTurns([...sides.keys()], bench.options.rounds, (name) =>
    delays(bench, sides.get(name) as Side, sink, count),
  )
  for (const { server } of sides.values()) await server.stop()
  return [0.5, 0.99].map((share) => ({
    title: `commit to first byte, ${PER_SECOND} a second, ${title}, p${share * 100}`,
    unit: 'ms',
    figures: Object.fromEntries(
      [...sides.keys()].map((name) => [name, turns[name].map((all) => quantile(all, share))]),
    ),
    goals: [{ most: share === 0.5 ? 3 : 30 }],
  }))
}

async function open(bench: Bench, store: StoreName, { folder }: Checkout, sink: Sink): Promise<Side> {
  const data = await bench.place(store)
  const server = await startPlatform(folder, data, 'commits.ts')
  const committed = new Map<string, number>()
  server.child.on('message', ({ events, at }: Committed) => {
    for (const id of events) committed.set(id, at)
  })
  return { data, server, endpoints: await addEndpoints(data, server, sink.port, ENDPOINTS), committed }
}

async function delays(bench: Bench, side: Side, sink: Sink, count: number): Promise<number[]> {
  const { data, server, endpoints, committed } = side
  const token = await tokenOf(server.base, sandboxOf(data).organizations[0].apps[0], 'webhook:write')
  const headers = { authorization: `Bearer ${token}` }
  const pings = Array.from({ length: count }, (_, n): Asked => {
    const path = `/v1.0/webhook-endpoints/${endpoints.ids.at(n % ENDPOINTS)}/test`
    return { method: 'POST', path, headers }
  })
  const { received } = await sink.expect(count)
  await bench.client.send(server, pings, { connections: 32, perSecond: PER_SECOND })
  const { arrivals } = await received
  const commits = data.DATABASE_URL === undefined ? committed : await commitTimes(data, endpoints.org_id)
  return Object.entries(arrivals).map(([id, at]) => {
    const commit = commits.get(id)
    if (commit === undefined) throw new Error(`The commit of ${id} was not seen`)
    return at - commit
  })
}

/** The time at which PostgreSQL committed each event of an organisation, in milliseconds. */
async function commitTimes(data: Settings, orgId: string): Promise<Map<string, number>> {
  return rows(data, async (db) => {
    const { rows } = await sql<{ event_id: string; at: string }>`
      select event_id, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at
      from event where org_id = ${orgId}`.execute(db)
    return new Map(rows.map(({ event_id, at }) => [event_id, Number(at)]))
  })
}
