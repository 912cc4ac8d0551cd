import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { rows } from '../support/database.ts'
import { environmentOn, eventually, long } from '../support/environment.ts'
import { Caller, must, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade } from './deliveries.ts'
import { watchMemory } from './memory.ts'
import { createEndpoints, type Endpoints, ping, webhookToken } from './pings.ts'

const ENDPOINTS = 100
/** The number of times that all of them receive something: once, or often enough for growing memory to show. */
const ROUNDS = long ? 3 : 1
/** By how much the memory of the server may grow, in MiB: what the answers cost is less, but garbage is not collected at once. */
const MORE_MEMORY = 100

const ok = 'HTTP/1.1 200 OK\r\n'
const bomb = gzipSync(Buffer.alloc(10_000_000))
const block = Buffer.alloc(65_536, 'x')

const behaviours: [what: string, behave: (socket: Socket) => void, recorded: RegExp][] = [
  ['headers a byte at a time', (s) => drip(s, `${ok}a:`, 'b'), /^null timeout/],
  ['a body a byte at a time', (s) => drip(s, `${ok}\r\n`, 'x'), /^200 timeout/],
  ['nothing', () => {}, /^null timeout/],
  ['a body without end', (s) => flood(s, `${ok}\r\n`, block), /^200 null/],
  ['chunks without end', (s) => flood(s, `${ok}transfer-encoding: chunked\r\n\r\n`, chunks), /^200 null/],
  ['a gzip bomb', (s) => s.write(Buffer.concat([Buffer.from(bombHead), bomb])), /^200 null/],
  ['10 MB of headers', (s) => flood(s, `${ok}a: `, block, 10_000_000), /^null headers_too_large/],
  ['a reset', (s) => s.resetAndDestroy(), /^null reset/],
  ['a reset in the middle', (s) => s.write(`${ok}content-length: 9\r\n\r\nx`, () => s.resetAndDestroy()), /^200 reset/],
  ['what is no HTTP', (s) => s.write('SSH-2.0-OpenSSH_9.6\r\n'), /^null invalid_http/],
]
const chunks = Buffer.from('1000\r\n'.concat('x'.repeat(4096), '\r\n').repeat(16))
const bombHead = `${ok}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`

describe.each(stores())('on %s', (store) => {
  test(`${ENDPOINTS} hostile consumers at once: each is cut at the limits, the memory stays, and the others get theirs`, {
    timeout: 300_000,
  }, async () => {
    const settings = await environmentOn(store)
    const healthy = await startConsumer()
    const hostile = await startHostile()
    const server = await startProcess(settings)
    const caller = new Caller(server.base, server.data)
    const token = await webhookToken(caller)
    const [well, ill] = [
      await createEndpoints(caller, 10, healthy.url),
      await createEndpoints(caller, ENDPOINTS, hostile.url),
    ]
    const pingAll = async (to: Endpoints, times: number) => {
      for (let n = 0; n < times * to.ids.length; n++) await ping(caller, token, to, n % to.ids.length)
    }
    // The memory that a server needs for the same with as many well-behaved consumers.
    const alike = await createEndpoints(caller, ENDPOINTS, (n) => healthy.url(well.ids.length + n))
    await pingAll(alike, 1 + ROUNDS)
    await pingAll(well, 50)
    for (const endpoints of [alike, well]) await allMade(settings, endpoints)
    const memory = watchMemory(server)
    const before = memory.now()
    for (let round = 1; round <= ROUNDS; round++) {
      await pingAll(ill, 1)
      await pingAll(well, 10)
      await eventually(async () => {
        const met = Map.groupBy(await attemptsTo(ill), ({ endpoint }) => endpoint)
        return met.size === ENDPOINTS && [...met.values()].every(({ length }) => length >= round)
      })
    }
    await allMade(settings, well)
    const most = memory.stop()

    const attempts = await attemptsTo(ill)
    for (const { endpoint, result } of attempts) {
      const [what, , recorded] = must(behaviours[endpoint % behaviours.length])
      expect(`${what}: ${result}`).toMatch(new RegExp(`^${what}: ${recorded.source.slice(1)}`))
    }
    const timeouts = attempts.filter(({ result }) => result.includes('timeout')).map(({ duration }) => duration)
    expect(most - before).toBeLessThan(MORE_MEMORY)
    console.log(
      `${store}, ${ENDPOINTS} hostile consumers at once, ×${ROUNDS}: RSS ${before} MiB before, ${most} MiB at most ` +
        `(+${most - before}); the slow ones cut after ${Math.min(...timeouts)}–${Math.max(...timeouts)} ms; ` +
        `10 others meanwhile got ${well.acknowledged.length} of ${well.acknowledged.length}`,
    )

    async function attemptsTo({ ids }: Endpoints) {
      const found = await rows(settings, (db) =>
        db
          .selectFrom('attempt')
          .innerJoin('delivery', 'delivery.delivery_id', 'attempt.delivery_id')
          .select(['delivery.endpoint_id', 'attempt.response_status', 'attempt.error', 'attempt.duration_ms'])
          .where('delivery.endpoint_id', 'in', ids)
          .execute(),
      )
      return found.map(({ endpoint_id, response_status, error, duration_ms }) => {
        const result = `${response_status} ${error?.split(':')[0] ?? null}`
        return { endpoint: ids.indexOf(endpoint_id), result, duration: Number(duration_ms) }
      })
    }
  })
})

/** Consumers that answer as `behaviours` says, by the number in their URL. */
async function startHostile() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.once('data', (head) => {
      const endpoint = Number(/^POST \/(\d+) /.exec(head.toString('latin1'))?.[1])
      must(behaviours[endpoint % behaviours.length])[1](socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 1024, resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { url: (endpoint: number) => `http://127.0.0.1:${port}/${endpoint}` }
}

async function drip(socket: Socket, head: string, byte: string): Promise<void> {
  socket.write(head)
  while (!socket.destroyed) {
    socket.write(byte)
    await delay(300)
  }
}

/** Writes a block again and again as fast as it is taken, up to some bytes. */
function flood(socket: Socket, head: string, bytes: Buffer, most = Number.POSITIVE_INFINITY): void {
  socket.write(head)
  let written = 0
  const more = () => {
    while (!socket.destroyed && written < most) {
      written += bytes.length
      if (!socket.write(bytes)) return
    }
  }
  socket.on('drain', more)
  more()
}
