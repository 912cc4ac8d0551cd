import { describe, expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { environmentOn, long, secondsSince } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, expectAllMade, owe, readDeliveries } from './deliveries.ts'
import { createEndpoints } from './pings.ts'

const ENDPOINTS = 50
/** As many attempts as new endpoints may have under way, four each. */
const IN_FLIGHT = 200
const DELIVERIES = 300
const all = Array.from({ length: ENDPOINTS }, (_, n) => n)

describe.each(stores())('on %s', (store) => {
  test(`SIGTERM with ${IN_FLIGHT} in flight: they are finished and recorded, the rest leaves after the next start, each once`, {
    timeout: 120_000,
  }, async () => {
    const { settings, consumer, server, endpoints, orgId } = await start()
    await owe(settings, orgId, endpoints, all, DELIVERIES)
    await consumer.until(() => consumer.calls.length >= IN_FLIGHT)
    const begun = performance.now()
    const exited = server.kill('SIGTERM')
    await refused(server.base)
    consumer.release()
    expect(await exited).toMatchObject({ code: 0, signal: null })
    const took = secondsSince(begun)
    const inFlight = consumer.calls.length
    const states = (await readDeliveries(settings, endpoints)).map(({ status, lease_id }) => `${status} ${lease_id}`)
    expect(states.filter((state) => state === 'succeeded null')).toHaveLength(inFlight)
    expect(states.filter((state) => state === 'pending null')).toHaveLength(DELIVERIES - inFlight)

    await startProcess(settings)
    await allMade(settings, endpoints)
    expect(await expectAllMade(settings, endpoints, consumer)).toBe(DELIVERIES)
    expect(consumer.duplicates).toBe(0)
    console.log(
      `${store}: SIGTERM with ${inFlight} of ${DELIVERIES} in flight: 0 lost, 0 came twice, ended in ${took} s`,
    )
  })

  test.runIf(long)(
    `SIGTERM with ${IN_FLIGHT} in flight that are never answered: the server ends when their time is over`,
    {
      timeout: 120_000,
    },
    async () => {
      const { settings, consumer, server, endpoints, orgId } = await start()
      await owe(settings, orgId, endpoints, all, IN_FLIGHT)
      await consumer.until(() => consumer.calls.length >= IN_FLIGHT)
      const begun = performance.now()
      expect(await server.kill('SIGTERM')).toMatchObject({ code: 0, signal: null })
      const took = secondsSince(begun)
      const deliveries = await readDeliveries(settings, endpoints)
      expect(deliveries.filter(({ attempts, lease_id }) => attempts === 1 && lease_id === null)).toHaveLength(IN_FLIGHT)
      expect(consumer.duplicates).toBe(0)
      console.log(
        `${store}: SIGTERM with ${IN_FLIGHT} in flight that hang: ended in ${took} s, each recorded as one attempt`,
      )
    },
  )

  async function start() {
    const settings = await environmentOn(store)
    const consumer = await startConsumer(() => 'hang')
    const server = await startProcess(settings)
    const caller = new Caller(server.base, server.data)
    const endpoints = await createEndpoints(caller, ENDPOINTS, consumer.url)
    return { settings, consumer, server, endpoints, orgId: caller.organization(0).org_id }
  }
})

/** Resolves when a server takes no more requests. */
async function refused(base: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${base}/healthz`)
    } catch {
      return
    }
  }
}
