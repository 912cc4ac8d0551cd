import { expect, test } from 'vitest'
import { everyType, unlink } from '../support/events.ts'
import { pinger, untilWaiting, waiters } from '../support/pings.ts'
import { Caller, must, onEachStore } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'

onEachStore((platform) => {
  test('a poll is answered immediately if there is an event, however long it would wait', async () => {
    const app = await pinger(platform())
    await app.ping()
    const { status, sequences, body } = await app.poll('wait=30')
    expect([status, sequences, body.last_sequence]).toEqual([200, [1], 1])
  })

  test('a poll waits for the next event, and is answered when it is committed', async () => {
    const app = await pinger(platform())
    await app.ping()
    const polled = app.poll('after=1&wait=30')
    await untilWaiting(platform(), 1)
    await app.ping()
    const { sequences, body } = await polled
    expect([sequences, body.next_cursor, body.last_sequence]).toEqual([[2], null, 2])
    expect(await waiters(platform())).toBe(0)
  })

  test('a poll for which nothing came is empty, and waits no longer than it was asked to', async () => {
    const app = await pinger(platform())
    await app.ping()
    const { status, sequences, body, took } = await app.poll('after=1&wait=1')
    expect([status, sequences, body.next_cursor, body.last_sequence]).toEqual([200, [], null, 1])
    expect(took).toBeGreaterThanOrEqual(1000)
    expect(await waiters(platform())).toBe(0)
  })

  test('a poll is not answered by an event that its token may not read or that it did not ask for', async () => {
    const app = await pinger(platform())
    const without = await platform().appToken(app.orgId, 'event:read', 'org:association:read')
    const withoutPings = platform().get('/v1.0/events?wait=30', without)
    const unlinked = app.poll('types=organization.*&wait=30')
    await untilWaiting(platform(), 2)
    await app.ping()
    await unlink(platform(), platform().association('upstream'))
    expect((await withoutPings).body.data).toMatchObject([{ type: 'organization.association.unlinked' }])
    expect((await unlinked).body).toMatchObject({ data: [{ sequence: 2 }], last_sequence: 2 })
  })

  test('a filter that nothing passes still moves the cursor on', async () => {
    const app = await pinger(platform())
    await app.ping()
    await app.ping()
    const { sequences, body } = await app.poll('types=member.*')
    expect([sequences, body.last_sequence]).toEqual([[], 2])
    const page = await app.poll('limit=1')
    expect([page.sequences, page.body.next_cursor, page.body.last_sequence]).toEqual([[1], '1', 1])
  })

  test.each([
    ['*', [1, 2]],
    ['organization.*', [2]],
    ['organization.association.*,member.*', [2]],
    ['member.*', []],
    ['ping', [1]],
    ['webhook_endpoint.*,ping', [1]],
  ])('types=%s are those that an endpoint with this filter would get', async (types, expected) => {
    const app = await pinger(platform())
    await app.ping()
    await unlink(platform(), platform().association('upstream'))
    expect((await app.poll(`types=${types}`)).sequences).toEqual(expected)
  })

  test('a client that hangs up frees its place', async () => {
    const app = await pinger(platform())
    const hangUp = new AbortController()
    const headers = { authorization: `Bearer ${app.token}` }
    const polled = fetch(`${platform().base}/v1.0/events?wait=30`, { headers, signal: hangUp.signal })
    await untilWaiting(platform(), 1)
    hangUp.abort()
    await expect(polled).rejects.toThrow()
    await untilWaiting(platform(), 0)
  })

  test('an app may have 100 waiting, streams included; one more is refused, and others are not', async () => {
    const app = await pinger(platform())
    const hangUp = new AbortController()
    const init = { headers: { authorization: `Bearer ${app.token}` }, signal: hangUp.signal }
    const ask = (path: string) => fetch(`${platform().base}/v1.0/events${path}`, init).catch(() => undefined)
    const streamed = await Promise.all(Array.from({ length: 50 }, () => ask('/stream')))
    const polled = Array.from({ length: 50 }, () => ask('?wait=30'))
    await untilWaiting(platform(), 100)
    for (const path of ['?wait=30', '/stream']) {
      const refused = await platform().get(`/v1.0/events${path}`, app.token)
      expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited'])
      expect(refused.headers.get('retry-after')).toBe('1')
    }
    expect((await app.poll('')).status).toBe(200)
    const { org_id } = platform().organization(1)
    const another = await platform().appToken(org_id, ...everyType)
    expect((await platform().get('/v1.0/events?wait=1', another)).status).toBe(200)
    expect(await waiters(platform())).toBe(100)
    hangUp.abort()
    await Promise.all([...polled, ...streamed])
    await untilWaiting(platform(), 0)
    expect((await app.poll('wait=1')).status).toBe(200)
  })

  test('a poll of an app whose authorization ends while it waits gets no event', async () => {
    const third = must(platform().data.third_party_apps[0])
    const { org_id } = platform().organization(0)
    const resource = `${platform().base}/v1.0/organizations/${org_id}`
    const token = await platform().clientToken(third, ['event:read', 'org:read'], resource)
    const polled = platform().get('/v1.0/events?wait=30', token)
    await untilWaiting(platform(), 1)
    const founder = await platform().userToken(platform().member(org_id, 'founder').account_id, 'app:read', 'app:write')
    const { body } = await platform().get('/v1.0/authorizations', founder)
    await platform().call('DELETE', `/v1.0/authorizations/${body.data[0].authorization_id}`, { token: founder })
    const refused = await polled
    expect([refused.status, refused.body.code]).toEqual([403, 'org_not_authorized'])
  })

  test('a token that is for no organisation is refused: a feed is of one', async () => {
    const token = await platform().clientToken(must(platform().data.third_party_apps[0]), ['event:read'])
    for (const path of ['', '/stream']) {
      const refused = await platform().get(`/v1.0/events${path}`, token)
      expect([refused.status, refused.body.code]).toEqual([403, 'org_not_authorized'])
    }
  })

  test.each([
    ['wait=31', '/wait'],
    ['wait=-1', '/wait'],
    ['wait=0.5', '/wait'],
    ['types=member', '/types/0'],
    ['types=mem*', '/types/0'],
  ])('%s is refused with a pointer to the place', async (query, pointer) => {
    const { org_id } = platform().organization(0)
    const { status, body } = await platform().get(
      `/v1.0/events?${query}`,
      await platform().appToken(org_id, ...everyType),
    )
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'invalid_request', pointer])
  })
})

test('SIGTERM answers waiting polls immediately, and ends the streams', async () => {
  const server = await startProcess()
  const caller = new Caller(server.base, server.data)
  const token = await caller.appToken(caller.organization(0).org_id, ...everyType)
  const polled = caller.get('/v1.0/events?wait=30', token)
  const stream = await fetch(`${server.base}/v1.0/events/stream`, { headers: { authorization: `Bearer ${token}` } })
  const streamed = stream.text()
  while (!/^sendoff_event_waiters 2$/m.test((await caller.get('/metrics')).body));
  const exit = await server.kill('SIGTERM')
  expect(exit.code).toBe(0)
  expect(await polled).toMatchObject({ status: 200, body: { data: [] } })
  expect(await streamed).toBe('retry: 1000\n\n')
})
