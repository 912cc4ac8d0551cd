import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { contractSchema, unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

const DISABLED = 'webhook_endpoint.disabled'

onEachStore((platform) => {
  const types = (received: Received[]) => received.map(({ event }) => event.type)
  const newToken = () =>
    platform().appToken(platform().organization(0).org_id, ...webhookScopes, 'org:association:read')

  test.each([
    ['410', { status: 410 }, 'gone'],
    ['`webhook-delivery: disable`', { status: 503, headers: { 'webhook-delivery': 'disable' } }, 'consumer_request'],
  ])('%s disables the endpoint, and what it is owed is held', async (_, reply, reason) => {
    const receiver = await startReceiver(() => reply)
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect((await platform().get(`${PATH}/${endpoint_id}`, token)).body).toMatchObject({
      status: 'disabled',
      disabled_reason: reason,
    })
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({
      status: 'held',
      next_attempt_at: null,
      attempts: [{ response_status: reply.status }],
    })
    await unlink(platform(), platform().association('upstream'))
    await platform().advance('P5D')
    expect(receiver.received).toHaveLength(1)
    expect(await statusesOf(endpoint_id)).toEqual(['held', 'held'])
  })

  test('a retry that was waiting when the endpoint was disabled is held too', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 410))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const first = await ping(platform(), token, endpoint_id)
    await settle(platform())
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    await platform().advance('P5D')
    expect(receiver.received).toHaveLength(2)
    expect(await readDelivery(platform(), token, first.delivery_id)).toMatchObject({
      status: 'held',
      next_attempt_at: null,
    })
  })

  test('an attempt that was under way when the endpoint was disabled, and failed, is held too', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 'hang' : 410))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await receiver.until((received) => received.length === 1)
    const second = await ping(platform(), token, endpoint_id)
    await receiver.until((received) => received.length === 2)
    await untilHeld(token, second.delivery_id)
    await receiver.stop()
    await settle(platform())
    const delivery = await readDelivery(platform(), token, delivery_id)
    expect(delivery.attempts).toHaveLength(1)
    expect(delivery).toMatchObject({ status: 'held', next_attempt_at: null })
  })

  test("the app's other endpoints receive an event about it, once", async () => {
    const [gone, other] = [await startReceiver(() => 410), await startReceiver()]
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, gone.url)
    await createEndpoint(platform(), token, other.url)
    for (let i = 0; i < 3; i++) await ping(platform(), token, endpoint_id).catch(() => {})
    await settle(platform())
    const { org_id, apps } = platform().organization(0)
    expect(types(other.received)).toEqual([DISABLED])
    expect(other.received[0]?.event).toMatchObject({
      org_id,
      actor: { type: 'system', id: 'sendoff' },
      data: { endpoint_id, app_id: apps[0]?.app_id, url: gone.url, reason: 'gone' },
    })
    expect((await contractSchema('WebhookEndpointDisabledEvent'))(other.received[0]?.event)).toEqual([])
    expect((await platform().events(org_id)).filter(({ type }) => type === DISABLED)).toHaveLength(1)
  })

  test('the other endpoints of a third-party app receive it, though its owner never authorised it', async () => {
    const [gone, other] = [await startReceiver(() => 410), await startReceiver()]
    const token = await platform().clientToken(must(platform().data.third_party_apps[0]), webhookScopes)
    const { endpoint_id } = await createEndpoint(platform(), token, gone.url)
    await createEndpoint(platform(), token, other.url)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(types(other.received)).toEqual([DISABLED])
  })

  test("no other app receives it: an endpoint's URL is its app's own matter", async () => {
    const [gone, stranger] = [await startReceiver(() => 410), await startReceiver()]
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, `${gone.url}?key=of-the-app`)
    const app = must(platform().data.third_party_apps[0])
    await createEndpoint(platform(), await platform().clientToken(app, ['webhook:write']), stranger.url)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(types(stranger.received)).toEqual([])
  })

  test('a test delivery to a disabled endpoint is refused', async () => {
    const receiver = await startReceiver(() => 410)
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    const { status, body } = await platform().post(`${PATH}/${endpoint_id}/test`, token)
    expect([status, body.code]).toEqual([409, 'webhook_endpoint_disabled'])
  })

  test.each(['enable', 'Disable now', ''])('`webhook-delivery: %s` disables nothing', async (value) => {
    const receiver = await startReceiver(() => ({ status: 503, headers: { 'webhook-delivery': value } }))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect((await platform().get(`${PATH}/${endpoint_id}`, token)).body.status).toBe('enabled')
  })

  async function statusesOf(endpointId: string): Promise<string[]> {
    const rows = await inDatabase(platform(), (run) =>
      run('select status from delivery where endpoint_id = $1', endpointId),
    )
    return rows.map(({ status }) => status)
  }

  async function untilHeld(token: string, deliveryId: string): Promise<void> {
    while ((await readDelivery(platform(), token, deliveryId)).status !== 'held');
  }
})
