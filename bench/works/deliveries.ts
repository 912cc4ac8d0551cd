import { type Contender, startQueue } from '../queues/queues.ts'
import { startRedis } from '../queues/redis.ts'
import { type Sink, startSink } from '../queues/sink.ts'
import { addEndpoints, owe } from '../rows/deliveries.ts'
import type { Bench, StoreName } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import { median } from '../run/statistics.ts'
import { inTurns } from '../run/turns.ts'
import { startPlatform } from '../servers/process.ts'

const ENDPOINTS = 100
const STORES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const

/**
 * Compares the deliveries per second of one server with those of a bare undici loop that signs as we do, and of queues. The time of a
 * queue runs from its beginning, that of a server from its first request, until the last attempt is recorded.
 */
export async function compareDeliveries(bench: Bench): Promise<Row[]> {
  const deliveries = bench.size(4000, 20_000)
  const sink = await startSink()
  const { contenders, skipped, stop } = await startQueues(bench)
  const platforms: Contender[] = []
  for (const store of ['sqlite', 'postgres'] as const) {
    for (const { name, folder } of bench.checkouts) platforms.push(await platformOn(bench, store, name, folder, sink))
  }
  const all = [...platforms, ...contenders]
  const measured = await inTurns(
    all.map(({ name }) => name),
    bench.options.rounds,
    async (name) => {
      const { received } = await sink.expect(deliveries)
      const contender = all.find((one) => one.name === name) as Contender
      const work = { port: sink.port, endpoints: ENDPOINTS, deliveries }
      const { begun, recorded } = await contender.run(work, received)
      await received
      return (deliveries / (recorded - begun)) * 1000
    },
  )
  for (const { stop } of all) await stop()
  sink.stop()
  await stop()
  const queues = contenders.slice(1).map(({ name }) => name)
  const best = queues.toSorted((a, b) => median(measured[b] ?? []) - median(measured[a] ?? []))[0] ?? ''
  return (['sqlite', 'postgres'] as const).flatMap((store) => {
    const ours = Object.fromEntries(bench.checkouts.map(({ name }) => [name, measured[`${name}, ${store}`] ?? []]))
    const row = { unit: 'a second' as const, title: `deliveries, ${STORES[store]}` }
    const queuesTold = queues.map((name) => `${name} ${Math.round(median(measured[name] ?? []))}`)
    return [
      {
        ...{ ...row, figures: { ...ours, bare: measured.undici ?? [] }, beside: 'undici, signing' },
        goals: [{ to: 'bare' as const, least: 0.4 }],
      },
      {
        ...{ ...row, title: `${row.title}, beside the best queue` },
        ...{
          figures: { ...ours, bare: measured[best] ?? [] },
          beside: best,
          goals: [{ to: 'bare' as const, least: 2 }],
        },
        note: [...queuesTold, ...skipped].join(', '),
      },
    ]
  })
}

async function startQueues(bench: Bench) {
  const redis = await startRedis(bench.directory())
  const contenders = [
    startQueue('undici', ''),
    startQueue('pg-boss', await bench.database()),
    startQueue('graphile-worker', await bench.database()),
    ...(redis ? [startQueue('BullMQ', redis.url)] : []),
  ]
  const skipped = redis ? [] : ['BullMQ left out: there is no redis-server (Debian: apt-get install redis-server)']
  return { contenders, skipped, stop: async () => redis?.stop() }
}

async function platformOn(
  bench: Bench,
  store: StoreName,
  name: string,
  folder: string,
  sink: Sink,
): Promise<Contender> {
  const data = await bench.place(store)
  const server = await startPlatform(folder, data)
  const endpoints = await addEndpoints(data, server, sink.port, ENDPOINTS)
  return {
    name: `${name}, ${store}`,
    async run({ deliveries }, received) {
      const { made } = await owe(data, endpoints, deliveries)
      // It finds them at its next poll, up to half a second later.
      const [{ first: begun }, recorded] = await Promise.all([received, made()])
      return { begun, recorded }
    },
    stop: () => server.stop(),
  }
}
