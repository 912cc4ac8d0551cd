import { expect, test } from 'vitest'
import { administratorOf, callWith, thirdParty } from '../support/apps.ts'
import { rows } from '../support/database.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onEachStore((platform) => {
  test('an internal app that is deleted is gone, and its tokens and its secret are refused', async () => {
    const own = platform().organization(0).org_id
    const admin = await administratorOf(platform(), own)
    const app = must(platform().organizationOf(own).apps[0])
    const token = await platform().appToken(own, 'org:read')
    const { app_id } = app
    await admin.call('apps.delete', { app_id })
    expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
    expect((await platform().askToken(app, { scope: 'org:read' })).body.error).toBe('invalid_client')
    for (const id of ['apps.get', 'apps.delete', 'apps.createSecret'] as const) {
      expect(await admin.refused(id, { app_id })).toEqual([404, 'app_not_found'])
    }
    const { data } = await admin.call('apps.list')
    expect(data.map((one) => one.app_id)).not.toContain(app_id)
    const left = (table: 'app' | 'app_secret') =>
      rows(platform(), (db) => db.selectFrom(table).select('app_id').where('app_id', '=', app_id).execute())
    expect([await left('app'), await left('app_secret')]).toEqual([[], []])
  })

  test('its endpoints go with it: nothing owed is delivered, and no signing secret is kept', async () => {
    const own = platform().organization(0).org_id
    const admin = await administratorOf(platform(), own)
    const receiver = await startReceiver(() => 500)
    const app = platform().as(await platform().appToken(own, 'webhook:read', 'webhook:write'))
    const { endpoint_id } = await app.call('webhookEndpoints.create', { url: receiver.url })
    const { delivery_id } = await app.call('webhookEndpoints.test', { endpoint_id })
    await receiver.until((received) => received.length > 0)
    const { app_id } = must(platform().organizationOf(own).apps[0])
    await admin.call('apps.delete', { app_id })
    const attempts = receiver.received.length
    await platform().advance('P3D')
    expect(receiver.received.length).toBe(attempts)
    const stored = await rows(platform(), async (db) => ({
      endpoints: await db.selectFrom('webhook_endpoint').select('status').where('app_id', '=', app_id).execute(),
      secrets: await db.selectFrom('webhook_secret').selectAll().where('endpoint_id', '=', endpoint_id).execute(),
      deliveries: await db.selectFrom('delivery').select('status').where('delivery_id', '=', delivery_id).execute(),
    }))
    expect(stored).toEqual({ endpoints: [{ status: 'deleted' }], secrets: [], deliveries: [{ status: 'failed' }] })
  })

  test('S57, S60: a third-party app ends with its authorizations, and the organisations that gave them get an event', async () => {
    const app = thirdParty(platform())
    const owner = await administratorOf(platform(), app.owner)
    const giver = await administratorOf(platform(), app.authorizedBy)
    const receiver = await startReceiver()
    const appLevel = await platform().clientToken(app, ['webhook:write'])
    await platform().as(appLevel).call('webhookEndpoints.create', { url: receiver.url })
    const [authorization] = (await giver.call('authorizations.list')).data
    const token = await app.tokenFor('org:read')
    await owner.call('apps.delete', { app_id: app.app_id })
    for (const refused of [token, appLevel]) expect(await callWith(platform(), refused)).toEqual([401, 'token_revoked'])
    expect((await app.askFor('org:read')).body.error).toBe('invalid_client')
    expect((await giver.call('authorizations.list')).data).toEqual([])
    const [event, ...more] = await platform().events(app.authorizedBy)
    expect(event).toMatchObject({ type: 'app.deauthorized', actor: { type: 'user', id: owner.accountId } })
    const { authorization_id } = must(authorization)
    expect(event.data).toEqual({ authorization_id, app_id: app.app_id, cause: 'app_deleted' })
    expect(more).toEqual([])
    const owed = await rows(platform(), (db) => db.selectFrom('delivery').selectAll().execute())
    expect([owed, receiver.received]).toEqual([[], []])
  })

  test('two concurrent deletions of an app have one effect, and the organisations get one event', async () => {
    for (let round = 0; round < 10; round++) {
      if (round > 0) await platform().reset()
      const app = thirdParty(platform())
      const owner = await administratorOf(platform(), app.owner)
      const answers = await Promise.all([1, 2].map(() => owner.delete(`apps/${app.app_id}`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
      expect(await platform().events(app.authorizedBy)).toHaveLength(1)
    }
  })
})
