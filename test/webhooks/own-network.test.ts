import { expect, test, vi } from 'vitest'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

// Moving the clock by hours makes hundreds of attempts.
vi.setConfig({ testTimeout: 180_000 })

onEachStore((platform) => {
  async function owe(urls: string[]) {
    const token = await webhookToken(platform())
    return Promise.all(
      urls.map(async (url) => {
        const { endpoint_id } = await createEndpoint(platform(), token, url)
        const { delivery_id } = await ping(platform(), token, endpoint_id)
        return {
          read: () => readDelivery(platform(), token, delivery_id),
          endpoint: async () => (await platform().get(`${PATH}/${endpoint_id}`, token)).body,
          again: async () => ping(platform(), token, endpoint_id),
        }
      }),
    )
  }
  /** URLs of closed ports. */
  async function closed(count: number): Promise<string[]> {
    const urls = new Set<string>()
    while (urls.size < count) urls.add(`http://127.0.0.1:${await freePort()}/webhooks`)
    return [...urls]
  }

  test('when many endpoints become unreachable at the same time, our own network is blamed: no attempt counts, no endpoint is disabled', async () => {
    const owed = await owe(await closed(14))
    await settle(platform())
    await platform().advance('PT1H')
    const deliveries = await Promise.all(owed.map(({ read }) => read()))
    expect(deliveries.map(({ status }) => status)).toEqual(Array(14).fill('pending'))
    const attempts = deliveries.flatMap((delivery) => delivery.attempts)
    expect(attempts.length).toBeGreaterThan(14)
    expect(attempts.filter(({ counted }) => counted)).toEqual([])
    for (const { endpoint } of owed) expect((await endpoint()).status).toBe('enabled')
  })

  test('one endpoint that answers, with anything, shows that our own network is sound', async () => {
    const answering = await startReceiver(() => 500)
    const urls = await closed(8)
    const owed = await owe([...urls, answering.url, answering.url, answering.url])
    await settle(platform())
    await platform().advance('PT2M')
    const deliveries = await Promise.all(owed.map(({ read }) => read()))
    for (const { attempts } of deliveries) {
      expect(attempts.filter(({ counted }) => counted).length).toBeGreaterThan(0)
    }
  })

  test('one or two unreachable endpoints are their own fault', async () => {
    const up = await startReceiver()
    const owed = await owe([...(await closed(3)), ...Array(9).fill(up.url)])
    await settle(platform())
    const deliveries = await Promise.all(owed.map(({ read }) => read()))
    expect(up.received).toHaveLength(9)
    for (const { attempts } of deliveries) expect(attempts.map(({ counted }) => counted)).toEqual([true])
  })
})
