import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, ping, readDelivery, settle, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { unlink, unlinkThree } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform, store) => {
  const newToken = (index: number) =>
    platform().appToken(platform().organization(index).org_id, ...webhookScopes, 'org:association:read')

  async function pingOne(url: string) {
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    return () => readDelivery(platform(), token, delivery_id)
  }

  test.each([301, 302, 303, 307, 308])('a redirect by %i is not followed but tried again', async (status) => {
    const elsewhere = await startReceiver()
    const receiver = await startReceiver(() => ({ status, headers: { location: elsewhere.url } }))
    const read = await pingOne(receiver.url)
    await platform().advance('PT1M')
    expect(elsewhere.received).toEqual([])
    expect(receiver.received).toHaveLength(3)
    expect((await read()).attempts[0]).toMatchObject({ response_status: status, location: elsewhere.url, error: null })
  })

  test.each<[string, string | undefined, string | null, number?]>([
    ['an absolute URL', 'https://sign-in.example.com/start', 'https://sign-in.example.com/start'],
    ['a path', '/sign-in', 'http://127.0.0.1:{port}/sign-in'],
    ['a relative path', 'other', 'http://127.0.0.1:{port}/other'],
    ['another scheme', '//example.com', 'http://example.com/'],
    ['secrets', 'https://user:pass@example.com/a?token=b#c', 'https://example.com/a'],
    ['text that is not ASCII', '/\u00e9 a', 'http://127.0.0.1:{port}/%C3%A9%20a'],
    [
      'more than 2,048 characters',
      `https://example.com/${'a'.repeat(5000)}`,
      `https://example.com/${'a'.repeat(2028)}`,
    ],
    ['a script', 'javascript:alert(1)', null],
    ['data', 'data:text/html,a', null],
    ['no URL', 'http://[', null],
    ['nothing', undefined, null],
    ['a new resource, which is no redirect', '/sign-in', null, 201],
  ])('an attempt says where a redirect led, but not its secrets: %s', async (_, location, expected, status = 302) => {
    const receiver = await startReceiver(() => ({ status, headers: location === undefined ? {} : { location } }))
    const read = await pingOne(receiver.url)
    await settle(platform())
    const { port } = new URL(receiver.url)
    expect((await read()).attempts[0]?.location).toBe(expected?.replace('{port}', port) ?? null)
  })

  test('a refused connection is recorded as one, and tried again', async () => {
    const read = await pingOne(`http://127.0.0.1:${await freePort()}/webhooks`)
    await settle(platform())
    expect(await read()).toMatchObject({
      status: 'pending',
      attempts: [
        {
          number: 1,
          response_status: null,
          response_body: null,
          error: expect.stringMatching(/^connect: .*ECONNREFUSED/),
        },
      ],
    })
    await platform().advance('PT1M')
    expect((await read()).attempts).toHaveLength(3)
  })

  test('an error reveals no addresses and ports', async () => {
    const read = await pingOne(`http://127.0.0.1:${await freePort()}/webhooks`)
    await settle(platform())
    expect((await read()).attempts[0]?.error).not.toMatch(/127|\d{4,}/)
  })

  test.each([
    ['4 KiB and more', 'a'.repeat(6000), 'a'.repeat(4096)],
    ['text of two bytes a character', 'é'.repeat(3000), 'é'.repeat(2048)],
    ['no half characters', `a${'é'.repeat(3000)}`, `a${'é'.repeat(2047)}`],
    ['U+0000, which PostgreSQL does not store', 'a\u0000b', 'a\ufffdb'],
    ['less, whole', '{"received": true}', '{"received": true}'],
    ['nothing', '', ''],
  ])('of the answer 4 KiB are kept: %s', async (_, body, kept) => {
    const receiver = await startReceiver(() => ({ status: 200, body }))
    const read = await pingOne(receiver.url)
    await settle(platform())
    const delivery = await read()
    expect(delivery.status).toBe('succeeded')
    expect(delivery.attempts[0]?.response_body).toBe(kept)
  })

  test("an endpoint that hangs does not delay another endpoint's events", async () => {
    const [hanging, other] = [await startReceiver(() => 'hang'), await startReceiver()]
    const token = await newToken(1)
    const { endpoint_id } = await createEndpoint(platform(), token, hanging.url)
    await createEndpoint(platform(), token, other.url)
    for (let i = 0; i < 20; i++) await ping(platform(), token, endpoint_id)
    await hanging.until((received) => received.length > 0)
    await unlinkThree(platform())
    await other.until((received) => received.length === 3)
    await hanging.stop()
  })

  test('owed deliveries survive a restart, and arrive once', async () => {
    let up = false
    const receiver = await startReceiver(() => (up ? 204 : 503))
    await createEndpoint(platform(), await newToken(1), receiver.url)
    await unlinkThree(platform())
    await settle(platform())
    const before = receiver.received.slice(0, 3).map(({ headers }) => headers['webhook-id'])
    await platform().restart()
    up = true
    const refused = receiver.received.length
    await platform().advance('P5D')
    const after = receiver.received.slice(refused).map(({ headers }) => headers['webhook-id'])
    expect(after.sort()).toEqual(before.sort())
  })

  test('the clock keeps its time over a restart', async () => {
    await platform().advance('P10D')
    const { offset_ms } = (await platform().get('/v1.0/sandbox/clock')).body
    await platform().restart()
    expect((await platform().get('/v1.0/sandbox/clock')).body.offset_ms).toBe(offset_ms)
  })

  test('deliveries that a killed server had claimed are made by the next', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 503 : 204))
    await createEndpoint(platform(), await newToken(0), receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    await inDatabase(platform(), (run) =>
      run("update delivery set lease_id = 'lease_of_the_killed', lease_until = $1", Date.now() + 3_600_000),
    )
    await platform().advance('P1D')
    expect(receiver.received).toHaveLength(1)
    await platform().restart()
    await platform().advance('P1D')
    // On PostgreSQL another server may be alive and have claimed it, so its lease must end first.
    if (store === 'postgres') {
      expect(receiver.received).toHaveLength(1)
      await inDatabase(platform(), (run) => run('update delivery set lease_until = $1', Date.now()))
      await platform().advance('P1D')
    }
    expect(receiver.received).toHaveLength(2)
  })
})
