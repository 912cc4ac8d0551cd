import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { advanceTo, createEndpoint, PATH, ping, readDelivery, settle, webhookScopes } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { oweMany } from '../support/many-events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const DAY = 86_400_000

vi.setConfig({ testTimeout: 120_000 })

onEachStore((platform) => {
  // The real time stands still: only the clock that the test moves makes something due.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const org = () => platform().organization(0)
  const newToken = () => platform().appToken(org().org_id, ...webhookScopes, 'org:association:read')

  /** The founder's notifications about webhooks of the app's organisation, oldest first. */
  async function told() {
    const { account_id } = platform().member(org().org_id, 'founder')
    const token = await platform().userToken(account_id, 'account:read')
    const { status, body } = await platform().get('/v1.0/me/notifications', token)
    expect(status).toBe(200)
    const about = body.data.filter(({ type }: { type: string }) => type.startsWith('webhook_'))
    return about.toReversed()
  }

  test('when the only endpoint of an app is disabled, the administrators are notified, and nobody else', async () => {
    const receiver = await startReceiver(() => 410)
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, `${receiver.url}?key=secret`)
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    const app = must(org().apps[0])
    expect(await told()).toMatchObject([
      {
        type: 'webhook_endpoint.disabled',
        org_id: org().org_id,
        data: { endpoint_id, app_id: app.app_id, app_name: app.name, reason: 'gone' },
      },
    ])
    expect(JSON.stringify(await told())).not.toContain('key=secret')
    const people = await inDatabase(platform(), (run) =>
      run(
        "select role, condition, account.org_id from notification join account on account.account_id = notification.account_id where type = 'webhook_endpoint.disabled'",
      ),
    )
    const able = org().members.filter(({ role, condition }) => role !== 'member' && condition === 'normal')
    expect(people).toHaveLength(able.length)
    expect(new Set(people.map(({ org_id }) => org_id))).toEqual(new Set([org().org_id]))
  })

  test('they are not when another endpoint of the app receives the event, or when the app disabled it itself', async () => {
    const [gone, other] = [await startReceiver(() => 410), await startReceiver()]
    const token = await newToken()
    const first = await createEndpoint(platform(), token, gone.url)
    const second = await createEndpoint(platform(), token, other.url)
    await ping(platform(), token, first.endpoint_id)
    await settle(platform())
    expect(other.received.map(({ event }) => event.type)).toEqual(['webhook_endpoint.disabled'])
    await platform().post(`${PATH}/${second.endpoint_id}/disable`, token)
    expect(await told()).toEqual([])
  })

  test.each([
    ['is disabled', "update webhook_endpoint set status = 'disabled' where endpoint_id = $1"],
    ['fails, too', "update endpoint_health set breaker = 'open', probe_at = 9000000000000 where endpoint_id = $1"],
    ['wants other types', 'update webhook_endpoint set event_types = \'["ping"]\' where endpoint_id = $1'],
  ])('they are when the other endpoint %s', async (_, change) => {
    const [gone, other] = [await startReceiver(() => 410), await startReceiver()]
    const token = await newToken()
    const first = await createEndpoint(platform(), token, gone.url)
    const second = await createEndpoint(platform(), token, other.url)
    await inDatabase(platform(), (run) => run(change, second.endpoint_id))
    await ping(platform(), token, first.endpoint_id)
    await settle(platform())
    expect((await told()).map(({ type }: { type: string }) => type)).toEqual(['webhook_endpoint.disabled'])
  })

  test('after a day of failures the administrators are warned, once', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    for (let n = 0; n < 6; n++) await ping(platform(), token, endpoint_id)
    await platform().advance('PT10M')
    expect(await told()).toEqual([])
    // It pretends to have failed for a day, because the probes of a day would take minutes.
    const age = 'update endpoint_health set first_failure_at = first_failure_at - $1 where endpoint_id = $2'
    await inDatabase(platform(), (run) => run(age, DAY, endpoint_id))
    await platform().advance('PT10M')
    expect(await told()).toMatchObject([
      { type: 'webhook_endpoint.failing', data: { endpoint_id, failing_since: expect.any(String) } },
    ])
  })

  test('administrators are notified of deliveries that are given up, once a day and not of each', async () => {
    const receiver = await startReceiver(({ event }) => (event.type === 'ping' ? 204 : 422))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const ids = await oweMany(platform(), org().org_id, endpoint_id, 3)
    await settle(platform())
    await inDatabase(platform(), (run) => run("update delivery set counted = 13 where status = 'pending'"))
    await platform().advance('PT1M')
    const givenUp = (await told()).filter(({ type }: { type: string }) => type === 'webhook_delivery.failed')
    expect(givenUp).toHaveLength(1)
    expect(ids).toContain(givenUp[0].data.event_id)
    expect(givenUp[0].data).toMatchObject({ endpoint_id, event_type: 'organization.association.unlinked' })
  })

  test('administrators are notified of an endpoint that never passed a challenge, after the last one', async () => {
    const receiver = await startReceiver(() => 404)
    const { status, body } = await platform().post(PATH, await newToken(), { url: receiver.url, challenge: true })
    expect(status).toBe(201)
    await platform().advance('P1D')
    expect(await told()).toMatchObject([
      { type: 'webhook_endpoint.unverified', data: { endpoint_id: body.endpoint_id, failure: expect.any(String) } },
    ])
  })

  /** An endpoint that asked for a pause of a day, and its deliveries. */
  async function paused() {
    let status = 429
    const receiver = await startReceiver(() => ({
      status,
      headers: status === 429 ? { 'retry-after': '86400' } : {},
    }))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const [owed] = await inDatabase(platform(), (run) =>
      run('select delivery_id from delivery where endpoint_id = $1', endpoint_id),
    )
    expect(receiver.received).toHaveLength(1)
    const answer = (next: number) => {
      status = next
    }
    return { receiver, token, endpoint_id, answer, owed: must(owed).delivery_id as string }
  }

  test('a test is sent immediately while the endpoint is paused, and other deliveries wait for the end of the pause', async () => {
    const { receiver, token, endpoint_id, answer, owed } = await paused()
    answer(204)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({ status: 'succeeded' })
    expect(receiver.received).toHaveLength(2)
    await platform().advance('PT23H')
    expect(receiver.received).toHaveLength(2)
    const fresh = await newToken()
    expect((await readDelivery(platform(), fresh, owed)).status).toBe('pending')
    await platform().advance('PT6H')
    expect((await readDelivery(platform(), await newToken(), owed)).status).toBe('succeeded')
  })

  test('so is a redelivery; if it fails it was attempted once, and waits, too', async () => {
    const { receiver, token, answer, owed } = await paused()
    answer(500)
    const { status, body } = await platform().post(`/v1.0/deliveries/${owed}/redeliver`, token)
    expect(status).toBe(202)
    await platform().advance('PT1H')
    expect(receiver.received).toHaveLength(2)
    expect((await readDelivery(platform(), token, body.delivery_id)).attempts).toHaveLength(1)
    expect(await inDatabase(platform(), (run) => run('select * from delivery_by_hand'))).toEqual([])
  })

  test('a test does not wait behind deliveries that are held for an endpoint that is down, and its success ends their wait', async () => {
    let isUp = false
    const receiver = await startReceiver(() => (isUp ? 204 : 503))
    const token = await newToken()
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await oweMany(platform(), org().org_id, endpoint_id, 60)
    await platform().advance('PT3M')
    isUp = true
    const before = receiver.received.length
    await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect(receiver.received.length - before).toBe(61)
  })

  test('a test is not attempted before its turn where events come in order', async () => {
    const receiver = await startReceiver(() => ({ status: 429, headers: { 'retry-after': '86400' } }))
    const token = await newToken()
    const body = { url: receiver.url, ordering: 'subject' }
    const { endpoint_id } = (await platform().post(PATH, token, body)).body
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    expect((await readDelivery(platform(), token, delivery_id)).attempts).toHaveLength(1)
    await advanceTo(platform(), await readDelivery(platform(), token, delivery_id))
    expect(receiver.received.length).toBeGreaterThanOrEqual(3)
  })
})
