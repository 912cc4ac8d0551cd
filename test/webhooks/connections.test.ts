import { expect, test } from 'vitest'
import { createEndpoint, ping, readDelivery, settle, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { answer, receiver } from './request/receiver.ts'

onEachStore((platform) => {
  test('a consumer that closes each connection after its answer costs no delivery an attempt', async () => {
    const target = await receiver((socket) => socket.end(answer('204 No Content')))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, `http://127.0.0.1:${target.port}/`)
    for (let nth = 0; nth < 20; nth++) {
      const { delivery_id } = await ping(platform(), token, endpoint_id)
      await settle(platform())
      const { status, attempts } = await readDelivery(platform(), token, delivery_id)
      expect([status, attempts.map(({ error }) => error)]).toEqual(['succeeded', [null]])
    }
  })

  test('a consumer that sends a 100 before each answer gets its deliveries', async () => {
    const target = await receiver((socket) => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${answer('204 No Content')}`))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, `http://127.0.0.1:${target.port}/`)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({
      status: 'succeeded',
      attempts: [{ response_status: 204, error: null }],
    })
  })
})
