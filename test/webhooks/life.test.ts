import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, ping, settle, webhookScopes, webhookToken } from '../support/endpoints.ts'
import { contractSchema, unlink } from '../support/events.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  const newToken = () =>
    platform().appToken(platform().organization(0).org_id, ...webhookScopes, 'org:association:read')
  const act = (token: string, id: string, what: string) => platform().post(`${PATH}/${id}/${what}`, token)
  const types = (received: { event: { type: string } }[]) => received.map(({ event }) => event.type)

  test('events are held while an endpoint is disabled, and delivered when it is enabled', async () => {
    const [receiver, other] = [await startReceiver(), await startReceiver()]
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await createEndpoint(platform(), token, other.url, { event_types: ['webhook_endpoint.*'] })
    const disabled = await act(token, endpoint_id, 'disable')
    expect([disabled.status, disabled.body]).toMatchObject([
      200,
      { status: 'disabled', disabled_reason: 'app_request' },
    ])
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receiver.received).toEqual([])
    const enabled = await act(token, endpoint_id, 'enable')
    expect([enabled.status, enabled.body]).toMatchObject([200, { status: 'enabled', disabled_reason: null }])
    await settle(platform())
    expect(types(receiver.received)).toEqual(['organization.association.unlinked'])
    expect(types(other.received).toSorted()).toEqual(['webhook_endpoint.disabled', 'webhook_endpoint.enabled'])
    const event = other.received.find(({ event: { type } }) => type === 'webhook_endpoint.enabled')?.event
    expect((await contractSchema('WebhookEndpointEnabledEvent'))(event)).toEqual([])
    const audited = await inDatabase(platform(), (run) =>
      run('select action from audit_log where target_id = $1 order by audit_id', endpoint_id),
    )
    expect(audited.map(({ action }) => action)).toEqual([
      'webhookEndpoints.create',
      'webhookEndpoints.disable',
      'webhookEndpoints.enable',
    ])
  })

  test('enabling an enabled endpoint, or disabling a disabled one, changes nothing and records no event', async () => {
    const other = await startReceiver()
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    await createEndpoint(platform(), token, other.url)
    expect((await act(token, endpoint_id, 'enable')).body.status).toBe('enabled')
    await act(token, endpoint_id, 'disable')
    expect((await act(token, endpoint_id, 'disable')).body.status).toBe('disabled')
    await settle(platform())
    expect(types(other.received)).toEqual(['webhook_endpoint.disabled'])
  })

  test('a new URL counts for deliveries that are owed already, and only the given fields change', async () => {
    const [down, up] = [await startReceiver(() => 503), await startReceiver()]
    const token = await newToken()
    const { endpoint_id, secret, ...before } = await createEndpoint(platform(), token, down.url, { description: 'One' })
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    const { body } = await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { url: up.url } })
    expect(body).toEqual({ ...before, endpoint_id, url: up.url })
    await platform().advance('PT1H')
    expect([down.received.length, up.received.length]).toEqual([1, 1])
    const cleared = await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: { description: null } })
    expect(cleared.body.description).toBeNull()
  })

  test('a URL that is not permitted is refused, and nothing changes', async () => {
    const token = await newToken()
    const { endpoint_id, secret, ...before } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const change = { url: 'http://169.254.169.254/latest', description: 'Two' }
    const { status, body } = await platform().call('PATCH', `${PATH}/${endpoint_id}`, { token, body: change })
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/url'])
    expect((await platform().get(`${PATH}/${endpoint_id}`, token)).body).toEqual({ endpoint_id, ...before })
  })

  test("another app's endpoint can't be changed, enabled, disabled or read", async () => {
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, 'http://127.0.0.1:9/')
    const stranger = await webhookToken(platform(), 1)
    const path = `${PATH}/${endpoint_id}`
    for (const { status, body } of [
      await platform().call('PATCH', path, { token: stranger, body: { description: 'Mine' } }),
      await act(stranger, endpoint_id, 'enable'),
      await act(stranger, endpoint_id, 'disable'),
      await act(stranger, endpoint_id, 'verify'),
      await platform().get(`${path}/health`, stranger),
      await platform().get(`${path}/deliveries`, stranger),
    ]) {
      expect([status, body.code]).toEqual([404, 'webhook_endpoint_not_found'])
    }
    expect((await platform().get(path, token)).body).toMatchObject({ status: 'enabled', description: null })
  })

  test('the health of an endpoint shows its attempts and its backlog', async () => {
    let up = true
    const receiver = await startReceiver(() => (up ? 204 : 503))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const health = async () => (await platform().get(`${PATH}/${endpoint_id}/health`, token)).body
    expect(await health()).toEqual({
      endpoint_id,
      status: 'enabled',
      breaker: 'closed',
      sample: { attempts: 0, succeeded: 0 },
      success_rate: null,
      latency_ms: null,
      backlog: { pending: 0, held: 0, oldest_at: null, age_seconds: 0 },
      consecutive_failures: 0,
      last_success_at: null,
      next_attempt_at: null,
    })
    for (let n = 0; n < 3; n++) await ping(platform(), token, endpoint_id)
    await settle(platform())
    up = false
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    const seen = await health()
    expect(seen).toMatchObject({
      sample: { attempts: 4, succeeded: 3 },
      success_rate: 0.75,
      latency_ms: { p50: expect.any(Number), p95: expect.any(Number) },
      backlog: { pending: 1, held: 0, oldest_at: expect.any(String) },
      next_attempt_at: expect.any(String),
    })
    expect(seen.latency_ms.p95).toBeGreaterThanOrEqual(seen.latency_ms.p50)
    await act(token, endpoint_id, 'disable')
    expect(await health()).toMatchObject({
      status: 'disabled',
      backlog: { pending: 0, held: 1 },
      next_attempt_at: null,
    })
  })

  test('deliveries are listed newest first, by status, type and time, in pages', async () => {
    const receiver = await startReceiver(({ event }) => (event.type === 'ping' ? 204 : 503))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const first = await ping(platform(), token, endpoint_id)
    await settle(platform())
    await platform().advance('PT1H')
    await unlink(platform(), platform().association('upstream'))
    const { body: clock } = await platform().get('/v1.0/sandbox/clock')
    const second = await ping(platform(), token, endpoint_id)
    await settle(platform())
    const list = async (query = '') => (await platform().get(`${PATH}/${endpoint_id}/deliveries${query}`, token)).body
    const all = await list()
    expect((await contractSchema('DeliveryList'))(all)).toEqual([])
    expect(all.data.map(({ event_type }: { event_type: string }) => event_type)).toEqual([
      'ping',
      'organization.association.unlinked',
      'ping',
    ])
    expect(all.data[1]).toMatchObject({ status: 'pending', attempt_count: 1, next_attempt_at: expect.any(String) })
    const ids = async (query: string) =>
      (await list(query)).data.map(({ delivery_id }: { delivery_id: string }) => delivery_id)
    expect(await ids('?status=succeeded')).toEqual([second.delivery_id, first.delivery_id])
    expect(await ids('?event_type=organization.association.unlinked')).toEqual([all.data[1].delivery_id])
    const halfHourAgo = new Date(Date.parse(clock.now) - 1_800_000).toISOString()
    expect(await ids(`?since=${halfHourAgo}&status=succeeded`)).toEqual([second.delivery_id])
    expect(await ids(`?until=${halfHourAgo}`)).toEqual([first.delivery_id])
    const page = await list('?limit=2')
    expect(await ids(`?limit=2&cursor=${page.next_cursor}`)).toEqual([first.delivery_id])
  })
})
