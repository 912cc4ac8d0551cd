import { expect, test } from 'vitest'
import { type Consumer, startConsumer } from '../support/consumer.ts'
import type { Settings } from '../support/database.ts'
import { environmentOn, eventually, LEASE, long, secondsSince } from '../support/environment.ts'
import { Caller } from '../support/platform.ts'
import { type ServerProcess, startProcess } from '../support/process.ts'
import { allMade, endLeases, expectAllMade, owe, readDeliveries } from './deliveries.ts'
import { holdToPartOfACore } from './part-of-a-core.ts'
import { createEndpoints, type Endpoints } from './pings.ts'

const DELIVERIES = long ? 20_000 : 1000
const ENDPOINTS = 100
const all = Array.from({ length: ENDPOINTS }, (_, n) => n)

test(`${DELIVERIES} deliveries by one server and by two on one PostgreSQL: none is lost, none comes twice`, {
  timeout: 600_000,
}, async () => {
  const { settings, consumer, first, endpoints } = await start()
  const one = await drain(settings, consumer, first, endpoints)
  await startProcess(settings)
  const two = await drain(settings, consumer, first, endpoints)
  expect(await expectAllMade(settings, endpoints, consumer)).toBe(2 * DELIVERIES)
  expect(consumer.duplicates).toBe(0)
  console.log(
    `${DELIVERIES} deliveries to ${ENDPOINTS} endpoints: one server ${one}/s, two ${two}/s (${(two / one).toFixed(2)} ×); ` +
      '0 lost, 0 came twice',
  )
})

test(`${DELIVERIES} deliveries by servers that have a quarter of a core each: how much more two make where there is room for both`, {
  timeout: 600_000,
}, async () => {
  const { settings, consumer, first, endpoints } = await start()
  const release = holdToPartOfACore(1 / 4, [first.pid])
  const one = await drain(settings, consumer, first, endpoints)
  release()
  const second = await startProcess(settings)
  const end = holdToPartOfACore(1 / 4, [first.pid, second.pid])
  const two = await drain(settings, consumer, first, endpoints)
  end()
  expect(await expectAllMade(settings, endpoints, consumer)).toBe(2 * DELIVERIES)
  expect(consumer.duplicates).toBe(0)
  console.log(
    `${DELIVERIES} deliveries by servers with a quarter of a core each (stopped for 15 of every 20 ms): one ${one}/s, ` +
      `two ${two}/s (${(two / one).toFixed(2)} ×); 0 lost, 0 came twice`,
  )
})

test(`kill -9 of one of two servers in the middle of ${DELIVERIES} deliveries: the other makes them all`, {
  timeout: 600_000,
}, async () => {
  const { settings, consumer, first, endpoints } = await start()
  const second = await startProcess(settings)
  await owe(settings, first.data.organizations[0]?.org_id ?? '', endpoints, all, DELIVERIES)
  await consumer.until(() => consumer.distinct >= DELIVERIES / 2)
  await second.kill('SIGKILL')
  const killed = performance.now()
  const ended = Date.now() + LEASE
  // Its deliveries are among the leased ones, as long as their leases hold.
  const leased = (await readDeliveries(settings, endpoints)).filter(
    ({ status, lease_id }) => status === 'pending' && lease_id,
  )
  // Until the other one has made all but what the killed one had.
  await eventually(async () => {
    const pending = (await readDeliveries(settings, endpoints)).filter(({ status }) => status === 'pending')
    return pending.every(({ lease_id, leaseUntil }) => lease_id !== null && leaseUntil <= ended)
  })
  if (!long) await endLeases(settings)
  await allMade(settings, endpoints)
  const took = secondsSince(killed)
  expect(await expectAllMade(settings, endpoints, consumer)).toBe(DELIVERIES)
  expect(consumer.duplicates).toBeLessThanOrEqual(leased.length)
  console.log(
    `one of two servers killed half-way through ${DELIVERIES} deliveries: 0 lost, ${consumer.duplicates} came twice ` +
      `of at most ${leased.length} it had; all made ${took} s after the kill${long ? '' : ' (its leases were ended by hand)'}`,
  )
})

async function start() {
  const settings = await environmentOn('postgres')
  const consumer = await startConsumer()
  const first = await startProcess(settings)
  const endpoints = await createEndpoints(new Caller(first.base, first.data), ENDPOINTS, consumer.url)
  return { settings, consumer, first, endpoints }
}

/** @returns deliveries per second, from the first that came to the last */
async function drain(
  settings: Settings,
  consumer: Consumer,
  { data }: ServerProcess,
  endpoints: Endpoints,
): Promise<number> {
  const before = consumer.distinct
  await owe(settings, data.organizations[0]?.org_id ?? '', endpoints, all, DELIVERIES)
  await consumer.until(() => consumer.distinct >= before + DELIVERIES)
  const seconds = ((consumer.calls.at(-1)?.at ?? 0) - (consumer.calls[before]?.at ?? 0)) / 1000
  await allMade(settings, endpoints)
  return Math.round(DELIVERIES / seconds)
}
