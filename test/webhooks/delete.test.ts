import { expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookScopes } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  const remove = (token: string, id: string) => platform().call('DELETE', `${PATH}/${id}`, { token })
  const newToken = () =>
    platform().appToken(platform().organization(0).org_id, ...webhookScopes, 'org:association:read')

  test('a deleted endpoint is gone, and the others of the app stay', async () => {
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const { secret: _, ...other } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const answer = await remove(token, endpoint_id)
    expect([answer.status, answer.body]).toEqual([204, ''])
    const answers = [
      await platform().get(`${PATH}/${endpoint_id}`, token),
      await platform().post(`${PATH}/${endpoint_id}/test`, token),
      await remove(token, endpoint_id),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'webhook_endpoint_not_found'])
    expect((await platform().get(PATH, token)).body.data).toEqual([other])
  })

  test('later events are not delivered to it', async () => {
    const [deleted, kept] = [await startReceiver(), await startReceiver()]
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, deleted.url)
    await createEndpoint(platform(), token, kept.url)
    await remove(token, endpoint_id)
    await unlink(platform(), platform().association('upstream'))
    await platform().advance('PT72H')
    expect([deleted.received.length, kept.received.length]).toEqual([0, 1])
  })

  test('deliveries that it was still owed are given up, and their record stays', async () => {
    const receiver = await startReceiver(() => 503)
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id, event_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect((await readDelivery(platform(), token, delivery_id)).status).toBe('pending')
    await remove(token, endpoint_id)
    await platform().advance('PT72H')
    expect(receiver.received).toHaveLength(1)
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({
      event_id,
      status: 'failed',
      next_attempt_at: null,
      attempts: [{ number: 1, response_status: 503 }],
    })
  })

  test('an attempt under way while the endpoint is deleted is not repeated', async () => {
    const receiver = await startReceiver(() => 'hang')
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await receiver.until((received) => received.length === 1)
    await remove(token, endpoint_id)
    await receiver.stop()
    await platform().advance('PT72H')
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({
      status: 'failed',
      next_attempt_at: null,
    })
  })

  test.each([
    ['that is answered with 204 is recorded, and its delivery succeeded', 204, 'succeeded'],
    ['that fails is recorded, and its delivery stays failed', 500, 'failed'],
  ])('an attempt under way while the endpoint is deleted %s', async (_, status, expected) => {
    const answer = Promise.withResolvers<number>()
    const consumer = await startConsumer(() => answer.promise)
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, consumer.url(0))
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await consumer.until(() => consumer.calls.length === 1)
    await remove(token, endpoint_id)
    expect((await readDelivery(platform(), token, delivery_id)).status).toBe('failed')
    answer.resolve(status)
    await platform().advance('PT72H')
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({
      status: expected,
      next_attempt_at: null,
      attempts: [{ number: 1, response_status: status }],
    })
    expect(consumer.calls).toHaveLength(1)
  })

  test('its secret is removed from the database', async () => {
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const secrets = () => inDatabase(platform(), (run) => run('select secret_id from webhook_secret'))
    expect(await secrets()).toHaveLength(1)
    await remove(token, endpoint_id)
    expect(await secrets()).toEqual([])
  })
})
