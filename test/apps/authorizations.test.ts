import { expect, test } from 'vitest'
import { administratorOf, callWith, thirdParty } from '../support/apps.ts'
import { rows } from '../support/database.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { expectRefused } from '../support/refused.ts'

const PATH = '/v1.0/authorizations'

onEachStore((platform) => {
  async function start() {
    const app = thirdParty(platform())
    const giver = await administratorOf(platform(), app.authorizedBy)
    const list = async () => (await platform().get(PATH, giver.token)).body.data
    const [authorization] = await list()
    const end = () => giver.delete(`authorizations/${authorization.authorization_id}`)
    return { app, giver, list, authorization, end }
  }

  /** Authorises the app again, like the consent page. */
  async function authorizeAgain(app: ReturnType<typeof thirdParty>, authorization_id = 'auth_again') {
    await rows(platform(), (db) =>
      db
        .insertInto('authorization')
        .values({
          org_id: app.authorizedBy,
          authorization_id,
          app_id: app.app_id,
          scopes: JSON.stringify(app.scopes),
          status: 'active',
          grant_id: `gen_${authorization_id}`,
          authorized_by: 'acct_1',
          created_at: Date.now(),
          ended_at: null,
        })
        .execute(),
    )
  }

  test('S57, S60: the third-party apps that an organisation authorised are listed, for it only', async () => {
    const { app, list } = await start()
    const founder = platform().member(app.authorizedBy, 'founder').account_id
    expect(await list()).toEqual([
      {
        authorization_id: expect.any(String),
        app_id: app.app_id,
        app_name: app.name,
        scopes: app.scopes,
        authorized_by: founder,
        created_at: expect.any(String),
      },
    ])
    const owner = await administratorOf(platform(), app.owner)
    expect((await platform().get(PATH, owner.token)).body.data).toEqual([])
  })

  test('S57, S60: a removed app is refused on its next call, gets no token, and gets an event', async () => {
    const { app, giver, list, authorization, end } = await start()
    const receiver = await startReceiver()
    const appLevel = await platform().clientToken(app, ['webhook:write', 'event:read'])
    await platform().post('/v1.0/webhook-endpoints', appLevel, { url: receiver.url })
    const token = await app.tokenFor('org:read')
    expect(await callWith(platform(), token)).toEqual([200, undefined])
    expect((await end()).status).toBe(204)
    expect(await callWith(platform(), token)).toEqual([403, 'org_not_authorized'])
    expect((await app.askFor('org:read')).body.error).toBe('invalid_target')
    expect(await list()).toEqual([])
    const [event, ...more] = await platform().events(app.authorizedBy)
    expect(event).toMatchObject({ type: 'app.deauthorized', actor: { type: 'user', id: giver.accountId } })
    const { authorization_id } = authorization
    expect(event.data).toEqual({ authorization_id, app_id: app.app_id, cause: 'removed' })
    expect(more).toEqual([])
    await receiver.until((received) => received.length > 0)
    expect(receiver.received[0]?.event).toEqual(event)
  })

  test('a new authorization does not revive an earlier token', async () => {
    const { app, end, list } = await start()
    const token = await app.tokenFor('org:read')
    await end()
    await authorizeAgain(app)
    expect(await list()).toHaveLength(1)
    expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
    expect(await callWith(platform(), await app.tokenFor('org:read'))).toEqual([200, undefined])
  })

  test('an unknown authorization, an ended one and one of another organisation is not found, and nothing changes', async () => {
    const { app, giver, authorization, end, list } = await start()
    const notFound: [number, string] = [404, 'authorization_not_found']
    const owner = await administratorOf(platform(), app.owner)
    expectRefused(await owner.delete(`authorizations/${authorization.authorization_id}`), notFound)
    expectRefused(await giver.delete('authorizations/auth_unknown'), notFound)
    expect(await list()).toEqual([authorization])
    expect(await platform().events(app.authorizedBy)).toEqual([])
    await end()
    expectRefused(await end(), notFound)
    expect(await platform().events(app.authorizedBy)).toHaveLength(1)
  })

  test('two concurrent ends of an authorization have one effect, with one event', async () => {
    const { app, giver, end } = await start()
    expect((await Promise.all([end(), end()])).map(({ status }) => status).sort()).toEqual([204, 404])
    for (let round = 0; round < 49; round++) {
      await authorizeAgain(app, `auth_${round}`)
      const answers = await Promise.all([1, 2].map(() => giver.delete(`authorizations/auth_${round}`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    }
    expect(await platform().events(app.authorizedBy)).toHaveLength(50)
  })
})
