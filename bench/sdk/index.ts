/**
 * Measures the size of @sendoff/sdk and the time that it adds to a call, beside others: each makes small writes to one server on
 * loopback, in turns of twenty calls, so that other work of the machine affects all of them.
 *
 * `npm run bench:sdk -- ROUNDS CALLS`
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { contestants, type Write } from './contestants.ts'
import { sizeOf } from './sizes.ts'

const BARS = { added: 100, client: 7_000, withWebhooks: 10_000 }
const [rounds = 300, calls = 20] = process.argv.slice(2).map(Number)

const server = fork(join(import.meta.dirname, 'server.ts'))
const [port] = (await once(server, 'message')) as [number]
const writes = new Map<string, Write>()
for (const { name, write } of contestants) if (write) writes.set(name, await write(port))

interface Spent {
  readonly wall: number
  readonly cpu: number
}

/** Measures the microseconds per call: elapsed time, and CPU time of this process. */
async function spent(write: Write): Promise<Spent> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  for (let call = 0; call < calls; call++) await write()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (wall * 1000) / calls, cpu: (user + system) / calls }
}

for (const write of writes.values()) await spent(write)
const measured = new Map<string, Spent[]>([...writes.keys()].map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, write] of writes) measured.get(name)?.push(await spent(write))
}
server.disconnect()

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
/** The difference from bare `fetch` in the same round, so that a slow moment of the machine affects neither. */
function added(name: string, of: keyof Spent): number {
  const bare = measured.get('fetch, bare') ?? []
  return median((measured.get(name) ?? []).map((one, round) => one[of] - (bare[round]?.[of] ?? Number.NaN)))
}

const rows: Record<string, Record<string, number | string>> = {}
const gzip = new Map<string, number>()
for (const { name, imports } of contestants) {
  const size = imports ? await sizeOf(imports) : undefined
  if (size) gzip.set(name, size.gzip)
  const times = measured.get(name)
  rows[name] = {
    'minified kB': size ? (size.minified / 1000).toFixed(1) : '',
    'gzip kB': size ? (size.gzip / 1000).toFixed(1) : '',
    'µs per call': times ? Math.round(median(times.map(({ wall }) => wall))) : '',
    'added µs': times ? Math.round(added(name, 'wall')) : '',
    'added µs of processor': times ? Math.round(added(name, 'cpu')) : '',
  }
}
console.log(
  `Median of ${rounds} rounds of ${calls} calls one after the other; load of the machine ${loadavg()[0]?.toFixed(1)}`,
)
console.table(rows)
console.log('@larksuiteoapi/node-sdk sends by axios over node:http, all others by fetch.')

const held: [string, number, number][] = [
  ['µs added to a call', added('@sendoff/sdk', 'wall'), BARS.added],
  ['bytes of the client, compressed', gzip.get('@sendoff/sdk') ?? Number.NaN, BARS.client],
  ['bytes with webhooks, compressed', gzip.get('@sendoff/sdk and webhooks') ?? Number.NaN, BARS.withWebhooks],
]
for (const [what, value, bar] of held) {
  const isHeld = value <= bar
  console.log(`${isHeld ? 'within' : 'OVER  '} ${bar} ${what}: ${Math.round(value)}`)
  if (!isHeld) process.exitCode = 1
}
