import { describe, expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { rows, type Settings } from '../support/database.ts'
import { environmentOn, eventually, long } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, endLeases, expectAllMade, readDeliveries, serversGone } from './deliveries.ts'
import { holdBack, isWaitedFor } from './held-back.ts'
import { createEndpoints, type Endpoints, ping, webhookToken } from './pings.ts'

const ENDPOINTS = 20
const ROUNDS = long ? 10 : 1

const DELIVERIES = 'select 1 from delivery where endpoint_id = any($1)'

/** Deliveries that are all answered together, once nothing can be recorded. */
type Round = { held: Set<string>; all: PromiseWithResolvers<() => Promise<void>>; answered: number }

describe.each(stores())('on %s', (store) => {
  test(`kill -9 between the consumer's 200 and its recording, ×${ROUNDS} with ${ENDPOINTS} deliveries: each comes exactly once more, and what was recorded does not`, {
    timeout: 300_000,
  }, async () => {
    const settings = await environmentOn(store)
    let round: Round | undefined
    const consumer = await startConsumer(async ({ id }) => {
      if (round === undefined) return 204
      round.held.add(id)
      if (round.held.size === ENDPOINTS) round.all.resolve(holdBack(settings, DELIVERIES, [endpoints.ids]))
      // Nothing can be recorded from here on.
      await round.all.promise
      round.answered++
      return 204
    })
    let server = await startProcess(settings)
    const endpoints: Endpoints = await createEndpoints(new Caller(server.base, server.data), ENDPOINTS, consumer.url)
    for (let n = 0; n < ROUNDS; n++) {
      const caller = new Caller(server.base, server.data)
      const token = await webhookToken(caller)
      const pingAll = async () => {
        for (let endpoint = 0; endpoint < ENDPOINTS; endpoint++) await ping(caller, token, endpoints, endpoint)
      }
      await pingAll()
      await allMade(settings, endpoints)
      const held = new Set<string>()
      const inHand: Round = { held, all: Promise.withResolvers(), answered: 0 }
      round = inHand
      await pingAll()
      const release = await inHand.all.promise
      await eventually(async () => inHand.answered === ENDPOINTS && (await isWaitedFor(settings, server.base)))
      await server.kill('SIGKILL')
      await release()
      round = undefined
      await serversGone(settings)
      const unrecorded = (await readDeliveries(settings, endpoints)).filter(({ status }) => status === 'pending')
      expect(new Set(unrecorded.map(({ id }) => id))).toEqual(held)
      const before = consumer.calls.length
      if (!long) await endLeases(settings)
      server = await startProcess(settings)
      await allMade(settings, endpoints)
      const again = consumer.calls.slice(before).map(({ id }) => id)
      expect(again.sort()).toEqual([...held].sort())
    }
    const made = await expectAllMade(settings, endpoints, consumer)
    expect(consumer.duplicates).toBe(ROUNDS * ENDPOINTS)
    console.log(
      `${store}: ${made} deliveries, ${ROUNDS * ENDPOINTS} answered with 204 and killed before that was recorded: ` +
        `each came exactly twice, the other ${made - ROUNDS * ENDPOINTS} once; 0 lost`,
    )
  })

  test('kill -9 before the commit: nothing happened, and no webhook says that it did', {
    timeout: 120_000,
  }, async () => {
    const settings = await environmentOn(store)
    const consumer = await startConsumer()
    const first = await startProcess(settings)
    const before = new Caller(first.base, first.data)
    const { org_id, dept_id, associated_org_id } = before.association('upstream')
    const token = await before.appToken(org_id, 'org:unlink', 'webhook:write', 'webhook:read')
    const url = consumer.url(0)
    expect((await before.post('/v1.0/webhook-endpoints', token, { url })).status).toBe(201)
    const counted = await countEvents(settings)
    const release = await holdBack(settings, 'select 1 from organization where org_id = any($1)', [
      [org_id, associated_org_id],
    ])
    const unlink = before
      .post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
      .catch(() => ({ status: 0 }))
    await eventually(() => isWaitedFor(settings, first.base))
    await first.kill('SIGKILL')
    expect((await unlink).status).toBe(0)
    await release()
    await serversGone(settings)

    const second = await startProcess(settings)
    const after = new Caller(second.base, second.data)
    await after.advance('P3D')
    expect(consumer.calls).toEqual([])
    expect(await countEvents(settings)).toBe(counted)
    const again = await after.appToken(org_id, 'org:unlink')
    expect((await after.post('/v1.0/organization/unlink', again, { dept_id, associated_org_id })).body).toMatchObject({
      result: true,
    })
    await consumer.until(() => consumer.calls.length > 0)
    await after.advance('P3D')
    expect(consumer.calls).toHaveLength(1)
    console.log(
      `${store}: killed before its commit, an unlink left nothing: 0 events, 0 webhooks; asked again it took place`,
    )
  })
})

async function countEvents(settings: Settings): Promise<number> {
  const { count } = await rows(settings, (db) =>
    db
      .selectFrom('event')
      .select((row) => row.fn.countAll().as('count'))
      .executeTakeFirstOrThrow(),
  )
  return Number(count)
}
