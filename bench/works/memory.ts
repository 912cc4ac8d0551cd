import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { startSink } from '../queues/sink.ts'
import { addEndpoints, owe } from '../rows/deliveries.ts'
import { addInitiators, tokenOf, tokenRequest } from '../rows/initiators.ts'
import { type Bench, CONNECTIONS } from '../run/bench.ts'
import type { Contestant, Row } from '../run/row.ts'
import type { Side } from '../run/stand.ts'
import type { Checkout } from '../servers/checkout.ts'
import { type Running, startPlatform } from '../servers/process.ts'
import { readOrganization } from './organization-get.ts'
import { newUnlinks } from './unlink.ts'

/** The resident memory of an idle server, and after requests; the growth of its live heap; the memory with many endpoints. */
type Measured = { idle: number; after: number; growth: number; endpoints: number }

/** The requests between two chunks, of which half are reads, a quarter tokens and a quarter unlinks. */
const CHUNK = 2000

/** Measures the memory of a server on SQLite. */
export async function compareMemory(bench: Bench): Promise<Row[]> {
  const [requests, endpoints] = [bench.size(4000, 100_000), bench.size(1000, 10_000)]
  const measured = new Map<Contestant, Measured>()
  for (const checkout of bench.checkouts) {
    measured.set(checkout.name, await measure(bench, checkout, requests, endpoints))
  }
  const figures = (of: keyof Measured) =>
    Object.fromEntries([...measured].map(([name, one]) => [name, [one[of]]])) as Row['figures']
  const many = requests.toLocaleString('en')
  return [
    { title: 'memory, idle', unit: 'MiB', figures: figures('idle'), goals: [{ most: 120 }] },
    { title: `memory after ${many} requests`, unit: 'MiB', figures: figures('after') },
    {
      ...{ title: `live heap after ${many} requests ÷ after a fifth of them`, unit: '×' },
      ...{ figures: figures('growth'), goals: [{ most: 1.05 }] },
    },
    {
      ...{ title: `memory with ${endpoints.toLocaleString('en')} endpoints, each delivered to`, unit: 'MiB' },
      ...{ figures: figures('endpoints'), goals: [{ most: 250 }] },
    },
  ]
}

async function measure(bench: Bench, checkout: Checkout, requests: number, endpoints: number): Promise<Measured> {
  const idle = await idleMemory(bench, checkout)
  const data = await bench.place('sqlite')
  const server = await startPlatform(checkout.folder, data, 'heap.ts')
  const initiators = await addInitiators(data, server, CONNECTIONS)
  const tokens = await Promise.all(initiators.map((app) => tokenOf(server.base, app)))
  const side = { name: checkout.name, data, server, initiators, tokens }
  await load(bench, side, requests / 5)
  const early = await liveHeap(server)
  await load(bench, side, (requests / 5) * 4)
  const [after, late] = [server.memory(), await liveHeap(server)]
  await server.stop()
  return { idle, after, growth: late / early, endpoints: await memoryWithEndpoints(bench, checkout, endpoints) }
}

async function idleMemory(bench: Bench, { folder }: Checkout): Promise<number> {
  const server = await startPlatform(folder, await bench.place('sqlite'))
  await delay(bench.options.quick ? 2000 : 10_000)
  const memory = server.memory()
  await server.stop()
  return memory
}

async function load(bench: Bench, side: Side, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += CHUNK) {
    const part = Math.ceil(Math.min(CHUNK, count - sent) / 4)
    const [app] = side.initiators
    const unlinks = await newUnlinks(side, part)
    const requests = unlinks.flatMap((unlink) => {
      const read = readOrganization(side)
      return [unlink, read, read, ...(app ? [tokenRequest(app)] : [])]
    })
    await bench.client.send(side.server, requests, { connections: CONNECTIONS })
  }
}

/** The size of the heap after a garbage collection, in MiB. */
async function liveHeap({ child }: Running): Promise<number> {
  child.send('heap')
  const [size] = (await once(child, 'message')) as [number]
  return size
}

/** Starts a server with many endpoints, and lets it make two deliveries to each. */
async function memoryWithEndpoints(bench: Bench, { folder }: Checkout, count: number): Promise<number> {
  const sink = await startSink()
  const data = await bench.place('sqlite')
  const server = await startPlatform(folder, data)
  const endpoints = await addEndpoints(data, server, sink.port, count)
  const { made } = await owe(data, endpoints, count * 2)
  await made()
  const memory = server.memory()
  await server.stop()
  sink.stop()
  return memory
}
