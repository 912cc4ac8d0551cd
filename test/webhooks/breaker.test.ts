import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookToken } from '../support/endpoints.ts'
import { oweMany, recordMany } from '../support/many-events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const SECOND = 1000

// Moving the clock by hours makes hundreds of attempts.
vi.setConfig({ testTimeout: 180_000 })

onEachStore((platform) => {
  // The real time stands still: only the clock that the test moves makes something due.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  /** An endpoint that is down until the test lets it recover, and some deliveries to it. */
  async function down(count: number, reply: number | (() => number) = 503) {
    let isUp = false
    const receiver = await startReceiver(() => (isUp ? 204 : typeof reply === 'number' ? reply : reply()))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const owed: string[] = []
    const owe = async (more: number) => {
      for (let n = 0; n < more; n++) owed.push((await ping(platform(), token, endpoint_id)).delivery_id)
      await settle(platform())
    }
    await owe(count)
    return {
      receiver,
      token,
      endpoint_id,
      owe,
      recover: () => {
        isUp = true
      },
      deliveries: () => Promise.all(owed.map((id) => readDelivery(platform(), token, id))),
      async health() {
        const select = 'select * from endpoint_health where endpoint_id = $1'
        return must((await inDatabase(platform(), (run) => run(select, endpoint_id)))[0])
      },
    }
  }
  const now = async () => Date.parse((await platform().get('/v1.0/sandbox/clock')).body.now)

  test('after five failures in a row only probes are sent, one at a time: after 5 s, 15 s, 30 s, then every minute', async () => {
    const { receiver, health, deliveries } = await down(12)
    const first = receiver.received.length
    expect(first).toBeGreaterThanOrEqual(5)
    expect(first).toBeLessThanOrEqual(8)
    expect(await health()).toMatchObject({ breaker: 'open', consecutive_failures: first })
    const waits: number[] = []
    for (let probe = 1; probe <= 6; probe++) {
      const wait = (await health()).probe_at - (await now())
      waits.push(wait)
      await platform().advance(`PT${(wait - 100) / SECOND}S`)
      expect(receiver.received).toHaveLength(first + probe - 1)
      await platform().advance('PT0.2S')
      expect(receiver.received).toHaveLength(first + probe)
    }
    const limits = [5, 15, 30, 60, 60, 60]
    for (const [index, wait] of waits.entries())
      expect(wait, String(index)).toBeLessThanOrEqual((limits[index] ?? 0) * SECOND)
    for (const wait of waits.slice(3)) expect(wait).toBeGreaterThan(40 * SECOND)
    expect((await deliveries()).every(({ status }) => status === 'pending')).toBe(true)
  })

  test('after a recovery with an open breaker, health names the probe as the next attempt', async () => {
    const { org_id } = platform().organization(0)
    await recordMany(platform(), org_id, 3)
    const { endpoint_id, token, health } = await down(12)
    const since = '2000-01-01T00:00:00Z'
    const { status } = await platform().post(`${PATH}/${endpoint_id}/recover`, token, { since })
    expect(status).toBe(202)
    await settle(platform())
    const { probe_at } = await health()
    const { body } = await platform().get(`${PATH}/${endpoint_id}/health`, token)
    expect(body).toMatchObject({ breaker: 'open', backlog: { pending: 15 } })
    expect(Date.parse(body.next_attempt_at)).toBe(Number(probe_at))
  })

  test('a held delivery uses up nothing of its schedule, not even when it is the probe', async () => {
    const { owe, deliveries, receiver } = await down(5)
    await owe(3)
    await platform().advance('PT3H')
    const attempts = (await deliveries()).flatMap((delivery) => delivery.attempts)
    expect(attempts.filter(({ counted }) => counted).length).toBeLessThanOrEqual(8)
    expect(attempts.filter(({ counted }) => !counted).length).toBeGreaterThan(100)
    expect((await deliveries()).map(({ status }) => status)).toEqual(Array(8).fill('pending'))
    expect(receiver.received.length).toBeGreaterThan(150)
    for (const delivery of await deliveries()) expect(delivery.attempts.length).toBeLessThanOrEqual(64)
  })

  test('after the first success every held delivery is sent once', async () => {
    const { receiver, owe, recover, deliveries, health } = await down(5)
    await owe(40)
    await platform().advance('PT2M')
    recover()
    const before = receiver.received.length
    await platform().advance('PT1M')
    expect((await deliveries()).map(({ status }) => status)).toEqual(Array(45).fill('succeeded'))
    expect(receiver.received.length - before).toBe(45)
    expect(await health()).toMatchObject({
      breaker: 'closed',
      consecutive_failures: 0,
      first_failure_at: null,
      probe_at: null,
    })
  })

  test('after hours of outage the first delivery arrives within a minute of the recovery', async () => {
    const { receiver, recover } = await down(6)
    await platform().advance('PT2H')
    recover()
    const before = receiver.received.length
    await platform().advance('PT1M')
    expect(receiver.received.length).toBeGreaterThan(before)
  })

  test('the breaker and the time of the next probe outlive a restart', async () => {
    const { receiver, health } = await down(6)
    const before = { health: await health(), received: receiver.received.length }
    await platform().restart()
    await settle(platform())
    expect(await health()).toEqual(before.health)
    expect(receiver.received).toHaveLength(before.received)
    await platform().advance('PT6S')
    expect(receiver.received).toHaveLength(before.received + 1)
  })

  test('a success between failures keeps the breaker closed', async () => {
    let count = 0
    const { health, deliveries, owe } = await down(0, () => (count++ % 3 === 2 ? 200 : 500))
    // One by one, because attempts under way at the same time are answered in any order.
    for (let n = 0; n < 12; n++) await owe(1)
    expect(await health()).toMatchObject({ breaker: 'closed' })
    await platform().advance('P3D')
    expect((await deliveries()).map(({ status }) => status)).toEqual(Array(12).fill('succeeded'))
  })

  test('`Retry-After` holds back everything that the endpoint is owed, and not only the one delivery', async () => {
    const receiver = await startReceiver((_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '120' } } : 204,
    )
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    // Not by hand, because a test delivery waits for no pause.
    await oweMany(platform(), platform().organization(0).org_id, endpoint_id, 3)
    await platform().advance('PT1M58S')
    expect(receiver.received).toHaveLength(1)
    await platform().advance('PT4S')
    expect(receiver.received).toHaveLength(5)
  })
})
