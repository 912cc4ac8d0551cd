import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { PATH, settle, webhookToken } from '../support/endpoints.ts'
import { contractSchema, unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

const UNLINKED = 'organization.association.unlinked'

onEachStore((platform) => {
  const isChallenge = ({ event }: Received) => event.type === 'webhook_endpoint.challenge'
  const echo = ({ event }: Received) => ({ status: 200, body: JSON.stringify({ challenge: event.challenge }) })

  async function create(token: string, url: string) {
    const { status, body } = await platform().post(PATH, token, { url, challenge: true })
    expect([status, body.status]).toEqual([201, 'unverified'])
    return body
  }
  const read = async (token: string, id: string) => (await platform().get(`${PATH}/${id}`, token)).body

  test('an endpoint that echoes the challenge is verified, and gets what was held until then', async () => {
    let ready = false
    const receiver = await startReceiver((received) => (isChallenge(received) ? (ready ? echo(received) : 500) : 204))
    const token = await webhookToken(platform())
    const { endpoint_id, secret } = await create(token, receiver.url)
    await settle(platform())
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['webhook_endpoint.challenge'])
    expect(await read(token, endpoint_id)).toMatchObject({
      status: 'unverified',
      verification: { verified_at: null, next_challenge_at: expect.any(String), failure: 'It was answered with 500.' },
    })
    const [challenge] = receiver.received
    expect(challenge?.event.endpoint_id).toBe(endpoint_id)
    const { headers, body } = must(challenge)
    expect(() => new Webhook(secret).verify(body.toString(), headers as Record<string, string>)).not.toThrow()

    ready = true
    await platform().advance('PT1M')
    expect(receiver.received.map(({ event }) => event.type)).toEqual([
      'webhook_endpoint.challenge',
      'webhook_endpoint.challenge',
      UNLINKED,
    ])
    expect(receiver.received[1]?.event.challenge).not.toBe(challenge?.event.challenge)
    expect(await read(token, endpoint_id)).toMatchObject({
      status: 'enabled',
      verification: { verified_at: expect.any(String), next_challenge_at: null, failure: null },
    })
    expect((await contractSchema('WebhookChallenge'))(challenge?.event)).toEqual([])
  })

  test('the failure of a redirected challenge names the target, without its query', async () => {
    const receiver = await startReceiver(() => ({
      status: 302,
      headers: { location: 'https://example.com/in?state=1' },
    }))
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    await settle(platform())
    const { failure } = (await read(token, endpoint_id)).verification
    expect(failure).toBe('It was answered with 302, which leads to https://example.com/in')
  })

  test('an endpoint behind a gateway that requires custom headers is verified', async () => {
    const receiver = await startReceiver((received) =>
      received.headers.authorization === 'Bearer of-the-gateway' ? (isChallenge(received) ? echo(received) : 204) : 401,
    )
    const token = await webhookToken(platform())
    const headers = [{ name: 'Authorization', value: 'Bearer of-the-gateway' }]
    const { body } = await platform().post(PATH, token, { url: receiver.url, challenge: true, headers })
    await settle(platform())
    expect((await read(token, body.endpoint_id)).status).toBe('enabled')
    const [challenge] = receiver.received
    expect(challenge?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': expect.any(String) })
  })

  test('a challenge has the headers that the endpoint has when it is sent', async () => {
    const receiver = await startReceiver((received) => (received.headers['x-key'] === 'right' ? echo(received) : 403))
    const token = await webhookToken(platform())
    const headers = (value: string) => [{ name: 'X-Key', value }]
    const { body } = await platform().post(PATH, token, {
      url: receiver.url,
      challenge: true,
      headers: headers('wrong'),
    })
    await settle(platform())
    expect((await read(token, body.endpoint_id)).verification.failure).toBe('It was answered with 403.')
    await platform().call('PATCH', `${PATH}/${body.endpoint_id}`, { token, body: { headers: headers('right') } })
    await platform().advance('PT1M')
    expect((await read(token, body.endpoint_id)).status).toBe('enabled')
  })

  test('the value alone is a valid answer, too', async () => {
    const receiver = await startReceiver(({ event }) => ({ status: 200, body: `${event.challenge}\n` }))
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    await settle(platform())
    expect((await read(token, endpoint_id)).status).toBe('enabled')
  })

  test.each([
    ['a 2xx without it', () => 204],
    ['another value', () => ({ status: 200, body: '{"challenge":"another"}' })],
    [
      'the whole request',
      ({ body }: Received) => ({ status: 200, body: body.toString().replace('"challenge":', '"c":') }),
    ],
    ['it with a status of failure', ({ event }: Received) => ({ status: 404, body: event.challenge as string })],
    ['a redirect', () => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } })],
  ])('%s is none', async (_, reply) => {
    const receiver = await startReceiver(reply)
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    await settle(platform())
    expect((await read(token, endpoint_id)).status).toBe('unverified')
  })

  test('an endpoint is challenged at most once a minute, however often that is requested', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    for (let second = 0; second < 5; second++) {
      await platform().advance('PT1S')
      const { status, body } = await platform().post(`${PATH}/${endpoint_id}/verify`, token)
      expect([status, body.status]).toEqual([202, 'unverified'])
      const moved = { url: `${receiver.url}/${second}` }
      await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: moved })
      await platform().post(`${PATH}/${endpoint_id}/disable`, token)
      await platform().post(`${PATH}/${endpoint_id}/enable`, token)
    }
    expect(receiver.received).toHaveLength(1)
    await platform().advance('PT1M')
    expect(receiver.received).toHaveLength(2)
  })

  test('an app whose endpoints hang holds up a few of its own challenges and no other; each that ends makes room for the next', async () => {
    const first = Promise.withResolvers<number>()
    const hanging = await startConsumer(({ endpoint }) => (endpoint === 0 ? first.promise : 'hang'))
    const well = await startReceiver(echo)
    const token = await webhookToken(platform())
    for (let n = 0; n < 10; n++) await create(token, hanging.url(n))
    await hanging.until(() => hanging.calls.length === 8)
    const other = await webhookToken(platform(), 1)
    const { endpoint_id } = await create(other, well.url)
    while ((await read(other, endpoint_id)).status !== 'enabled');
    expect([hanging.calls.length, hanging.givenUp]).toEqual([8, 0])
    first.resolve(500)
    await hanging.until(() => hanging.calls.length === 9)
    expect(hanging.calls.map(({ endpoint }) => endpoint).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(hanging.givenUp).toBe(0)
    hanging.release()
    await settle(platform())
    expect(hanging.calls.map(({ endpoint }) => endpoint).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('an endpoint that never answers is challenged ten times within 16 hours, and again on request', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    await platform().advance('P3D')
    expect(receiver.received).toHaveLength(10)
    expect((await read(token, endpoint_id)).verification.next_challenge_at).toBeNull()
    await platform().post(`${PATH}/${endpoint_id}/verify`, token)
    await settle(platform())
    expect(receiver.received).toHaveLength(11)
  })

  test('nothing else is sent to an endpoint that is not verified', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await webhookToken(platform())
    const { endpoint_id } = await create(token, receiver.url)
    const since = new Date(0).toISOString()
    for (const [path, body] of [
      ['test', undefined],
      ['recover', { since }],
    ] as const) {
      const answer = await platform().post(`${PATH}/${endpoint_id}/${path}`, token, body)
      expect([answer.status, answer.body.code]).toEqual([409, 'webhook_endpoint_unverified'])
    }
  })

  test('a loopback URL of the sandbox is verified without a challenge, and asking for one sends nothing', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { body } = await platform().post(PATH, token, { url: receiver.url })
    expect(body).toMatchObject({ status: 'enabled', verification: { verified_at: expect.any(String) } })
    expect((await platform().post(`${PATH}/${body.endpoint_id}/verify`, token)).body.status).toBe('enabled')
    await settle(platform())
    expect(receiver.received).toEqual([])
  })

  test('any other URL is not verified, nor is an endpoint that moves there', async () => {
    const token = await webhookToken(platform())
    const elsewhere = 'https://hooks.sendoff-consumer.example/webhooks'
    expect((await platform().post(PATH, token, { url: elsewhere })).body.status).toBe('unverified')
    const { body } = await platform().post(PATH, token, { url: 'http://127.0.0.1:9/' })
    const moved = await platform().call('PATCH', `${PATH}/${body.endpoint_id}`, { token, body: { url: elsewhere } })
    expect(moved.body).toMatchObject({ url: elsewhere, status: 'unverified', verification: { verified_at: null } })
  })
})
