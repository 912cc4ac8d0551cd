import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { advanceTo, createEndpoint, ping, readDelivery, settle, waitOf, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]
/** The wait before each attempt, as documented. */
const waits = [
  ...[0, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[1, 2, 4, 8, 12, 12, 16, 16].map((hours) => hours * HOUR),
]

onEachStore((platform) => {
  // The real time stands still: only the clock that the test moves makes something due.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function pingOne(url: string) {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const { delivery_id, event_id } = await ping(platform(), token, endpoint_id)
    return { event_id, read: () => readDelivery(platform(), token, delivery_id) }
  }

  test('a delivery that always fails is tried 14 times over about 72 hours', async () => {
    const receiver = await startReceiver(() => 500)
    const { event_id, read } = await pingOne(receiver.url)
    await settle(platform())
    let total = 0
    for (let made = 1; made < waits.length; made++) {
      const delivery = await read()
      expect([delivery.status, delivery.attempts.length]).toEqual(['pending', made])
      const { atLeast, atMost } = await waitOf(platform(), delivery)
      expect(atMost).toBeGreaterThanOrEqual(0.8 * (waits[made] ?? 0))
      expect(atLeast).toBeLessThanOrEqual(1.2 * (waits[made] ?? 0))
      total += atLeast
      await advanceTo(platform(), delivery)
    }
    const delivery = await read()
    expect(delivery).toMatchObject({ status: 'failed', next_attempt_at: null })
    expect(delivery.attempts.map(({ number }) => number)).toEqual(waits.map((_, index) => index + 1))
    expect(new Set(delivery.attempts.map(({ response_status }) => response_status))).toEqual(new Set([500]))
    expect(total).toBeGreaterThan(56 * HOUR)
    await platform().advance('P30D')
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(Array(14).fill(event_id))
  })

  test('waits are spread, so that deliveries that failed together do not return together', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await webhookToken(platform())
    const pings = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
        return ping(platform(), token, endpoint_id)
      }),
    )
    await platform().advance('PT2H')
    const deliveries = await Promise.all(pings.map((one) => readDelivery(platform(), token, one.delivery_id)))
    const hours = deliveries.map(({ next_attempt_at }) => Date.parse(next_attempt_at ?? ''))
    expect(Math.max(...hours) - Math.min(...hours)).toBeGreaterThan(MINUTE)
  })

  test.each([2, 5, 14])('a success at attempt %i ends the attempts', async (which) => {
    const receiver = await startReceiver((_, count) => (count < which ? 503 : 200))
    const { read } = await pingOne(receiver.url)
    await platform().advance('P5D')
    const delivery = await read()
    expect(delivery).toMatchObject({ status: 'succeeded', next_attempt_at: null })
    expect(delivery.attempts.map(({ response_status }) => response_status)).toEqual([
      ...Array(which - 1).fill(503),
      200,
    ])
    expect(receiver.received).toHaveLength(which)
  })

  test('every 2xx is a success', async () => {
    for (const status of [200, 201, 202, 204, 299]) {
      const receiver = await startReceiver(() => status)
      const { read } = await pingOne(receiver.url)
      await settle(platform())
      expect((await read()).status).toBe('succeeded')
    }
  })

  test('every other answer but 410 is tried again', async () => {
    for (const status of [300, 304, 400, 401, 404, 409, 422, 429, 500, 503, 599]) {
      const receiver = await startReceiver(() => status)
      const { read } = await pingOne(receiver.url)
      await settle(platform())
      expect(await read()).toMatchObject({
        status: 'pending',
        next_attempt_at: expect.any(String),
        attempts: [{ response_status: status, error: null }],
      })
      await platform().advance('PT6S')
      expect((await read()).attempts).toHaveLength(2)
    }
  })

  test('no delivery is tried before it is due', async () => {
    const receiver = await startReceiver(() => 500)
    const { read } = await pingOne(receiver.url)
    await platform().advance('PT1M')
    const { next_attempt_at, attempts } = await read()
    expect(attempts).toHaveLength(3)
    await platform().advance('PT20S')
    expect((await read()).next_attempt_at).toBe(next_attempt_at)
    expect(receiver.received).toHaveLength(3)
  })
})
