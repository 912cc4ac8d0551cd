import type { Scope } from '@sendoff/api'
import { expect, test } from 'vitest'
import { administratorOf, thirdParty } from '../support/apps.ts'
import { startConsumer } from '../support/consumer.ts'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, settle } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { tokensFor } from '../support/oauth.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const [UNLINKED, DEAUTHORIZED] = ['organization.association.unlinked', 'app.deauthorized']
const since = new Date(Date.now() - 86_400_000).toISOString()

onEachStore((platform) => {
  const own = () => platform().organization(0)
  const app = () => must(own().apps[0])
  const newToken = (...scopes: Scope[]) => platform().clientToken(app(), ['webhook:read', 'webhook:write', ...scopes])
  const statusesOf = (endpointId: string) =>
    inDatabase(platform(), async (run) =>
      (await run('select event_type, status from delivery where endpoint_id = $1 order by sequence', endpointId)).map(
        ({ event_type, status }) => [event_type, status],
      ),
    )

  test('an app is not sent events that it may no longer read: neither those that wait for a retry nor those that are held', async () => {
    const receiver = await startReceiver(() => 500)
    const token = await newToken('org:association:read')
    const failing = await createEndpoint(platform(), token, receiver.url)
    const disabled = await createEndpoint(platform(), token, receiver.url, { event_types: [UNLINKED] })
    await platform().post(`${PATH}/${disabled.endpoint_id}/disable`, token)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const sent = receiver.received.length
    const admin = await administratorOf(platform(), own().org_id)
    const { scopes } = (await admin.get(app().app_id)).body
    const without = scopes.filter((scope: Scope) => scope !== 'org:association:read')
    expect((await admin.update(app().app_id, { scopes: without })).status).toBe(200)
    const again = await newToken()
    await platform().post(`${PATH}/${disabled.endpoint_id}/enable`, again)
    await platform().advance('P4D')
    expect(receiver.received.slice(sent).map(({ event }) => event.type)).not.toContain(UNLINKED)
    expect(await statusesOf(disabled.endpoint_id)).toEqual([[UNLINKED, 'failed']])
    expect(await statusesOf(failing.endpoint_id)).toContainEqual([UNLINKED, 'failed'])

    // With the scope again, they are events that the endpoint missed.
    await admin.update(app().app_id, { scopes })
    const back = await newToken('org:association:read')
    const count = await platform().post(`${PATH}/${disabled.endpoint_id}/recover`, back, { since, dry_run: true })
    expect(count.body).toMatchObject({ total: 1, failed: 1 })
  })

  test('when an organisation removes an app, its pending events are not delivered, except the one about the removal', async () => {
    const customer = thirdParty(platform())
    const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
    const token = await platform().clientToken(customer, ['webhook:read', 'webhook:write'])
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const giver = await administratorOf(platform(), customer.authorizedBy)
    const [authorization] = (await platform().get('/v1.0/authorizations', giver.token)).body.data
    await giver.delete(`authorizations/${authorization.authorization_id}`)
    await platform().advance('P4D')
    expect(receiver.received.map(({ event }) => event.type)).toEqual([UNLINKED, DEAUTHORIZED])
    expect(await statusesOf(endpoint_id)).toEqual([
      [UNLINKED, 'failed'],
      [DEAUTHORIZED, 'succeeded'],
    ])
  })

  test('nor are those without a scope when it authorises the app again for less', async () => {
    const customer = thirdParty(platform())
    const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
    const token = await platform().clientToken(customer, ['webhook:read', 'webhook:write'])
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url, { event_types: [UNLINKED] })
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const redirect_uri = must(customer.redirect_uris[0])
    const founder = platform().member(customer.authorizedBy, 'founder')
    await tokensFor(platform(), { ...customer, redirect_uri }, founder, { scope: 'org:read' })
    await platform().advance('P4D')
    expect(receiver.received).toHaveLength(1)
    expect(await statusesOf(endpoint_id)).toEqual([[UNLINKED, 'failed']])
  })

  test.each([
    ['and it was received, it has succeeded', 204, 'succeeded'],
    ['and it fails, it is not tried again', 500, 'failed'],
  ])('when an organisation removes an app while an attempt is under way %s', async (_, status, expected) => {
    const customer = thirdParty(platform())
    const answer = Promise.withResolvers<number>()
    const consumer = await startConsumer(() => answer.promise)
    const token = await platform().clientToken(customer, ['webhook:read', 'webhook:write'])
    const { endpoint_id } = await createEndpoint(platform(), token, consumer.url(0), { event_types: [UNLINKED] })
    await unlink(platform(), platform().association('upstream'))
    await consumer.until(() => consumer.calls.length === 1)
    const giver = await administratorOf(platform(), customer.authorizedBy)
    const [authorization] = (await platform().get('/v1.0/authorizations', giver.token)).body.data
    await giver.delete(`authorizations/${authorization.authorization_id}`)
    expect(await statusesOf(endpoint_id)).toEqual([[UNLINKED, 'failed']])
    answer.resolve(status)
    await platform().advance('P4D')
    expect(await statusesOf(endpoint_id)).toEqual([[UNLINKED, expected]])
    expect(consumer.calls).toHaveLength(1)
  })

  test('deliveries to a suspended app wait until it is active again', async () => {
    const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
    const { endpoint_id } = await createEndpoint(platform(), await newToken('org:association:read'), receiver.url)
    await unlink(platform(), platform().association('upstream'))
    await settle(platform())
    const admin = await administratorOf(platform(), own().org_id)
    await admin.update(app().app_id, { status: 'suspended' })
    await platform().advance('P1D')
    expect(receiver.received).toHaveLength(1)
    await admin.update(app().app_id, { status: 'active' })
    await settle(platform())
    expect(receiver.received).toHaveLength(2)
    expect(await statusesOf(endpoint_id)).toEqual([[UNLINKED, 'succeeded']])
  })
})
