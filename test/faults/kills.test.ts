import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { environmentOn, long, secondsSince } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, endLeases, expectAllMade, readDeliveries, serversGone } from './deliveries.ts'
import { createEndpoints, keepPinging, webhookToken } from './pings.ts'

const ENDPOINTS = 20
const KILLS = long ? 20 : 4
const DELIVERIES = long ? 1000 : 200
const PER_LIFE = DELIVERIES / KILLS

describe.each(stores())('on %s', (store) => {
  test(`kill -9 ×${KILLS} during ${DELIVERIES} deliveries to ${ENDPOINTS} endpoints: none is lost, and only what was under way comes twice`, {
    timeout: 600_000,
  }, async () => {
    const settings = await environmentOn(store)
    const consumer = await startConsumer(async () => {
      await delay(10 + 30 * Math.random())
      return 204
    })
    let server = await startProcess(settings)
    const endpoints = await createEndpoints(new Caller(server.base, server.data), ENDPOINTS, consumer.url)
    // The leases under which each was under way at a kill: on PostgreSQL one may be there at several.
    const underWay = new Map<string, Set<string | null>>()
    for (let kill = 1; kill <= KILLS; kill++) {
      // More than are waited for, so that there always is something to kill it in.
      const goal = endpoints.acknowledged.length + PER_LIFE
      const caller = new Caller(server.base, server.data)
      const token = await webhookToken(caller)
      const pings = keepPinging(caller, token, endpoints, () => endpoints.acknowledged.length >= goal)
      const enough = consumer.calls.length + Math.ceil(PER_LIFE * (0.1 + 0.7 * Math.random()))
      await consumer.until(() => consumer.calls.length >= enough)
      await server.kill('SIGKILL')
      await pings
      await serversGone(settings)
      const leased = (await readDeliveries(settings, endpoints)).filter(({ lease_id }) => lease_id !== null)
      for (const { delivery_id, lease_id } of leased) {
        underWay.set(delivery_id, (underWay.get(delivery_id) ?? new Set()).add(lease_id))
      }
      // The next server takes over what the killed one had when its lease ends, which takes 25 seconds on PostgreSQL.
      if (!long) await endLeases(settings)
      server = await startProcess(settings)
    }
    const restarted = performance.now()
    const caller = new Caller(server.base, server.data)
    const token = await webhookToken(caller)
    await keepPinging(caller, token, endpoints, () => endpoints.acknowledged.length >= DELIVERIES)
    await allMade(settings, endpoints)
    const took = secondsSince(restarted)
    const made = await expectAllMade(settings, endpoints, consumer)
    expect(made).toBeGreaterThanOrEqual(DELIVERIES)
    const all = await readDeliveries(settings, endpoints)
    const leasesOf = (id: string) => underWay.get(id)?.size ?? 0
    // A delivery that is sent at a kill may arrive only after it, so each is compared with its own leases at the end.
    expect(
      all.filter(({ delivery_id, endpoint, id }) => consumer.times(endpoint, id) > 1 + leasesOf(delivery_id)),
    ).toEqual([])
    console.log(
      `${store}: ${made} deliveries, ${endpoints.acknowledged.length} of them acknowledged, ${KILLS} kills: 0 lost, 0 made up, ` +
        `${consumer.duplicates} came twice of ${underWay.size} under way at the kills; all made ${took} s after the last start`,
    )
  })
})
