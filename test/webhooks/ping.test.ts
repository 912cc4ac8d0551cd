import { expect, test } from 'vitest'
import { createEndpoint, PATH, readDelivery, settle, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { contractSchema } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  test('a ping goes to one endpoint only, and its delivery can be read with the attempt', async () => {
    const [pinged, other, stranger] = [await startReceiver(), await startReceiver(), await startReceiver()]
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, pinged.url)
    await createEndpoint(platform(), token, other.url)
    const app = must(platform().data.third_party_apps[0])
    await createEndpoint(platform(), await platform().clientToken(app, ['webhook:write']), stranger.url)

    const answer = await platform().post(`${PATH}/${endpoint_id}/test`, token)
    expect(answer.status).toBe(202)
    const { event_id, delivery_id } = answer.body
    await settle(platform())
    const { org_id, apps } = platform().organization(0)
    expect(pinged.received.map(({ event }) => event)).toMatchObject([
      { id: event_id, type: 'ping', org_id, actor: { type: 'app', id: apps[0]?.app_id }, data: { endpoint_id } },
    ])
    expect([other.received, stranger.received]).toEqual([[], []])
    expect((await contractSchema('PingEvent'))(pinged.received[0]?.event)).toEqual([])

    const delivery = await readDelivery(platform(), token, delivery_id)
    expect(delivery).toEqual({
      delivery_id,
      endpoint_id,
      event_id,
      event_type: 'ping',
      org_id,
      status: 'succeeded',
      attempts: [
        {
          number: 1,
          started_at: expect.any(String),
          duration_ms: expect.any(Number),
          timings: { dns_ms: null, connect_ms: expect.any(Number), tls_ms: null, first_byte_ms: expect.any(Number) },
          response_status: 204,
          response_body: '',
          location: null,
          error: null,
          counted: true,
        },
      ],
      next_attempt_at: null,
      created_at: expect.any(String),
    })
    expect((await contractSchema('Delivery'))(delivery)).toEqual([])
  })

  test('a ping goes to an endpoint that wants other types', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url, { event_types: ['app.deauthorized'] })
    await platform().post(`${PATH}/${endpoint_id}/test`, token)
    await settle(platform())
    expect(receiver.received).toHaveLength(1)
  })

  test('a third-party app pings its endpoint without acting for an organisation', async () => {
    const receiver = await startReceiver()
    const token = await platform().clientToken(must(platform().data.third_party_apps[0]), webhookScopes)
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id } = (await platform().post(`${PATH}/${endpoint_id}/test`, token)).body
    await settle(platform())
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['ping'])
    expect((await readDelivery(platform(), token, delivery_id)).status).toBe('succeeded')
    // It is not an event of the organisation that authorised the app.
    expect(await platform().events(platform().organization(0).org_id)).toEqual([])
  })

  test('a ping accepts no body', async () => {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const { status, body } = await platform().post(`${PATH}/${endpoint_id}/test`, token, { event_type: 'ping' })
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect((await platform().post(`${PATH}/${endpoint_id}/test`, token, {})).status).toBe(202)
  })
})
