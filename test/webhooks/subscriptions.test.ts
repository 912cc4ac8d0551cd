import { expect, test } from 'vitest'
import { associate, authorize } from '../support/demo.ts'
import { createEndpoint, PATH, settle, webhookToken } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { type Received, startReceiver } from '../support/receiver.ts'

const UNLINKED = 'organization.association.unlinked'

onEachStore((platform) => {
  const appLevelToken = () => platform().clientToken(must(platform().data.third_party_apps[0]), ['webhook:write'])
  const orgOf = (index: number) => platform().organization(index).org_id
  const heard = (received: Received[]) => received.map(({ event }) => [event.org_id, event.type]).sort()

  test('an endpoint receives events of its own organisation only, and only from its creation on', async () => {
    const receiver = await startReceiver()
    await unlink(platform(), platform().association('downstream'))
    await createEndpoint(platform(), await webhookToken(platform()), receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await unlink(platform(), platform().association('partner'))
    await settle(platform())
    expect(heard(receiver.received)).toEqual([[orgOf(0), UNLINKED]])
    expect(receiver.received[0]?.event.sequence).toBe(2)
  })

  test('both organisations receive an unlink, each for its own side', async () => {
    const receivers = [await startReceiver(), await startReceiver()]
    for (const [index, { url }] of receivers.entries()) {
      await createEndpoint(platform(), await webhookToken(platform(), index), url)
    }
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receivers.map(({ received }) => received.map(({ event }) => [event.org_id, event.data.side]))).toEqual([
      [[orgOf(0), 'initiator']],
      [[orgOf(1), 'associated']],
    ])
  })

  test('an app receives events of its own acts, at each endpoint that wants the type, once', async () => {
    const receivers = [await startReceiver(), await startReceiver(), await startReceiver()]
    const token = await webhookToken(platform())
    const wanted = [undefined, [UNLINKED, 'ping', UNLINKED], ['app.deauthorized', 'ping']]
    for (const [index, { url }] of receivers.entries()) {
      const event_types = wanted[index]
      await createEndpoint(platform(), token, url, event_types ? { event_types } : {})
    }
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(receivers.map(({ received }) => received.length)).toEqual([1, 1, 0])
    const [first, second] = receivers.map(({ received }) => received[0])
    expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id'])
    expect(first?.body.equals(must(second).body)).toBe(true)
  })

  test('an app without webhook:write can not create an endpoint', async () => {
    const reader = must(platform().organization(0).apps[1])
    expect((await platform().askToken(reader, { scope: 'webhook:write' })).body.error).toBe('invalid_scope')
    const token = await platform().clientToken(reader, ['member:read'])
    const { status, body } = await platform().post(PATH, token, { url: 'http://127.0.0.1:9/' })
    expect([status, body.code]).toEqual([403, 'scope_missing'])
  })

  test('the endpoint of a third-party app receives events of the organisation that authorised it, and of no other', async () => {
    const receiver = await startReceiver()
    await createEndpoint(platform(), await appLevelToken(), receiver.url)
    for (const association of platform().data.associations) await unlink(platform(), association)
    await settle(platform())
    expect(heard(receiver.received)).toEqual([
      [orgOf(0), UNLINKED],
      [orgOf(0), UNLINKED],
    ])
  })

  test('from several organisations it receives the types whose scope each of them granted', async () => {
    const receiver = await startReceiver()
    await authorize(platform(), 1, ['org:association:read', 'webhook:read'])
    await authorize(platform(), 2, ['org:read', 'webhook:read'])
    await createEndpoint(platform(), await appLevelToken(), receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await unlink(platform(), platform().association('partner'))
    await settle(platform())
    expect(heard(receiver.received)).toEqual(
      [
        [orgOf(0), UNLINKED],
        [orgOf(1), UNLINKED],
        [orgOf(1), UNLINKED],
      ].sort(),
    )
  })

  test('the events that it receives do not depend on the organisation of the token that created it', async () => {
    const receiver = await startReceiver()
    await authorize(platform(), 1, ['org:association:read', 'webhook:write'])
    const resource = `${platform().base}/v1.0/organizations/${orgOf(1)}`
    const token = await platform().clientToken(must(platform().data.third_party_apps[0]), ['webhook:write'], resource)
    await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    expect(heard(receiver.received)).toEqual(
      [
        [orgOf(0), UNLINKED],
        [orgOf(1), UNLINKED],
      ].sort(),
    )
  })

  test('an endpoint with types receives those for which the app has the scope, and no others', async () => {
    const receiver = await startReceiver()
    await createEndpoint(platform(), await appLevelToken(), receiver.url, { event_types: ['app.deauthorized'] })
    await unlink(platform(), await associate(platform(), 0, 3))
    await settle(platform())
    expect(heard(receiver.received)).toEqual([[orgOf(0), 'app.deauthorized']])
  })
})
