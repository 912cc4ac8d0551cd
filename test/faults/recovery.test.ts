import { describe, expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { rows } from '../support/database.ts'
import { environmentOn, long } from '../support/environment.ts'
import { Caller, must, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, expectAllMade, owe } from './deliveries.ts'
import { createEndpoints } from './pings.ts'

const HELD = long ? 5000 : 500
const MINUTE = 60_000

describe.each(stores())('on %s', (store) => {
  test(`an endpoint is down for 6 hours with ${HELD} held, and then up: the first comes within a minute, all within five`, {
    timeout: 300_000,
  }, async () => {
    const settings = await environmentOn(store)
    let isUp = false
    const consumer = await startConsumer(() => (isUp ? 204 : 503))
    const server = await startProcess(settings)
    const caller = new Caller(server.base, server.data)
    const endpoints = await createEndpoints(caller, 1, consumer.url)
    await owe(settings, caller.organization(0).org_id, endpoints, [0], HELD)
    await caller.advance('PT6H')
    const tried = consumer.calls.length
    isUp = true
    const up = Date.parse((await caller.get('/v1.0/sandbox/clock')).body.now)
    // In pieces, so that deliveries that are sent in between do not count as late as the whole.
    for (let seconds = 0; seconds < 60 && consumer.calls.length <= tried + 1; seconds += 5) await caller.advance('PT5S')
    await allMade(settings, endpoints)

    expect(await expectAllMade(settings, endpoints, consumer)).toBe(HELD)
    const made = await rows(settings, (db) =>
      db
        .selectFrom('delivery')
        .select('finished_at')
        .where('endpoint_id', '=', must(endpoints.ids[0]))
        .orderBy('finished_at')
        .execute(),
    )
    const after = (row: { finished_at: number | null } | undefined) => Number(must(row?.finished_at)) - up
    const [first, last] = [after(made[0]), after(made.at(-1))]
    expect(made).toHaveLength(HELD)
    expect(first).toBeLessThanOrEqual(MINUTE)
    expect(last).toBeLessThanOrEqual(5 * MINUTE)
    const repeated = consumer.calls.length - tried - HELD
    expect(repeated).toBe(0)
    console.log(
      `${store}: down for 6 h with ${HELD} held, tried ${tried} times; up: the first after ${(first / 1000).toFixed(1)} s, ` +
        `all after ${(last / 1000).toFixed(1)} s of business time; 0 lost`,
    )
  })
})
