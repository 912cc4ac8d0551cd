import { expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { environmentOn, eventually, LEASE, long, secondsSince } from '../support/environment.ts'
import { Caller, must } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, endLeases, expectAllMade, readDeliveries } from './deliveries.ts'
import { createEndpoints, ping, webhookToken } from './pings.ts'

const ENDPOINTS = 20

test('a server is stopped (SIGSTOP) past its leases: another one makes its deliveries, and its late results are refused', {
  timeout: 120_000,
}, async () => {
  const settings = await environmentOn('postgres')
  // The stopped server gets its answers late, and that they are failures.
  let isTaken = false
  const consumer = await startConsumer(() => (isTaken ? 204 : late.promise))
  const late = Promise.withResolvers<number>()
  const first = await startProcess(settings)
  const caller = new Caller(first.base, first.data)
  const endpoints = await createEndpoints(caller, ENDPOINTS, consumer.url)
  const token = await webhookToken(caller)
  for (let n = 0; n < ENDPOINTS; n++) await ping(caller, token, endpoints, n)
  await consumer.until(() => consumer.calls.length === ENDPOINTS)
  process.kill(first.pid, 'SIGSTOP')
  const stopped = performance.now()
  isTaken = true
  const leases = await readDeliveries(settings, endpoints)
  expect(leases.every(({ lease_id, leaseUntil }) => lease_id !== null && leaseUntil <= Date.now() + LEASE)).toBe(true)
  await startProcess(settings)
  if (!long) await endLeases(settings)
  await allMade(settings, endpoints)
  const took = secondsSince(stopped)
  const made = await readDeliveries(settings, endpoints)
  late.resolve(500)
  process.kill(first.pid, 'SIGCONT')
  // It has recorded, or tried to, whatever it had when it ends.
  await eventually(async () => (await fetch(`${first.base}/readyz`).catch(() => undefined))?.status === 200)
  const { code, stderr } = await first.kill('SIGTERM')
  expect(code).toBe(0)
  // Refused by its lease, and not only because another attempt has the same number.
  expect(stderr).not.toContain('could not be recorded')

  expect(await readDeliveries(settings, endpoints)).toEqual(made)
  expect(made.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(Array(ENDPOINTS).fill('succeeded 1'))
  expect(await expectAllMade(settings, endpoints, consumer)).toBe(ENDPOINTS)
  for (const { endpoint, id } of made) expect(consumer.times(endpoint, must(id))).toBe(2)
  console.log(
    `a server stopped with ${ENDPOINTS} under way: another made them all ${took} s later${long ? '' : ' (their leases were ended by hand)'}; ` +
      'all late results refused',
  )
})
