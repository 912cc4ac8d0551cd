import { describe, expect, test } from 'vitest'
import { administratorOf, callWith, PATH, thirdParty } from '../support/apps.ts'
import { must, onEachStore } from '../support/platform.ts'
import { expectRefused } from '../support/refused.ts'

const internal = { name: 'Payroll', kind: 'internal', scopes: ['org:read', 'member:read'] }
const invalid: [number, string] = [400, 'invalid_request']

onEachStore((platform) => {
  const own = () => platform().organization(0).org_id

  test('an administrator creates an internal app, and it gets a token with its secret', async () => {
    const admin = await administratorOf(platform(), own())
    const { status, body } = await admin.create(internal)
    expect(status).toBe(201)
    const { client_secret, ...app } = body
    expect(app).toMatchObject({ ...internal, client_id: app.app_id, status: 'active', redirect_uris: [] })
    expect(app.secrets).toEqual([{ secret_id: expect.any(String), created_at: app.created_at }])
    const token = await platform().clientToken({ client_id: app.client_id, client_secret }, ['org:read'])
    expect(await callWith(platform(), token)).toEqual([200, undefined])
  })

  test('a secret is shown once: neither reading nor listing an app shows it again', async () => {
    const admin = await administratorOf(platform(), own())
    const { client_secret, ...app } = (await admin.create(internal)).body
    expect((await admin.get(app.app_id)).body).toEqual(app)
    expect(await admin.list()).toContainEqual(app)
    expect(JSON.stringify([await admin.list(), (await admin.get(app.app_id)).body])).not.toContain(client_secret)
  })

  test('only the apps of the organisation are listed and read; those of another are not found', async () => {
    const admin = await administratorOf(platform(), own())
    const listed = (await admin.list()).map(({ app_id }) => app_id)
    expect(listed).toEqual(
      platform()
        .organizationOf(own())
        .apps.map(({ app_id }) => app_id),
    )
    const { app_id } = thirdParty(platform())
    const notFound: [number, string] = [404, 'app_not_found']
    expectRefused(await admin.get(app_id), notFound)
    expectRefused(await admin.update(app_id, { name: 'Mine' }), notFound)
    expectRefused(await admin.delete(`apps/${app_id}`), notFound)
    expectRefused(await admin.createSecret(app_id), notFound)
    expectRefused(await admin.get('app_sandbox'), notFound)
    const owner = await administratorOf(platform(), platform().organization(3).org_id)
    expect((await owner.get(app_id)).body).toMatchObject({ name: thirdParty(platform()).name, kind: 'third_party' })
    expect((await owner.get(app_id)).body.secrets).toHaveLength(1)
  })

  test('the list comes in pages', async () => {
    const admin = await administratorOf(platform(), own())
    const first = (await platform().get(`${PATH}?limit=1`, admin.token)).body
    const second = (await platform().get(`${PATH}?limit=1&cursor=${first.next_cursor}`, admin.token)).body
    expect([...first.data, ...second.data]).toEqual(await admin.list())
    expect(second.next_cursor).toBeNull()
  })

  test('an ordinary member and an app are refused, and nothing changes', async () => {
    const admin = await administratorOf(platform(), own())
    const before = await admin.list()
    const { app_id } = before[0]
    const { account_id } = platform().member(own(), 'member')
    const member = await platform().userToken(account_id, 'app:read', 'app:write')
    const app = await platform().appToken(own(), 'org:read')
    for (const [token, code] of [
      [member, 'admin_required'],
      [app, 'user_required'],
    ] as const) {
      for (const answer of [
        await platform().get(PATH, token),
        await platform().get(`${PATH}/${app_id}`, token),
        await platform().post(PATH, token, internal),
        await platform().call('PATCH', `${PATH}/${app_id}`, { token, body: { status: 'suspended' } }),
        await platform().call('DELETE', `${PATH}/${app_id}`, { token }),
        await platform().post(`${PATH}/${app_id}/secrets`, token),
        await platform().call('DELETE', `${PATH}/${app_id}/secrets/${before[0].secrets[0].secret_id}`, { token }),
        await platform().get('/v1.0/authorizations', token),
        await platform().call('DELETE', '/v1.0/authorizations/auth_1', { token }),
      ]) {
        expectRefused(answer, [403, code])
      }
    }
    expect(await admin.list()).toEqual(before)
    expect(await platform().events(own())).toEqual([])
  })

  test('an app can have only scopes of apps, each once', async () => {
    const admin = await administratorOf(platform(), own())
    const before = await admin.list()
    for (const scope of ['member:leave', 'account:deregister', 'app:write', 'org:dissolve']) {
      expectRefused(await admin.create({ ...internal, scopes: ['org:read', scope] }), invalid, '/scopes/1')
      expectRefused(await admin.update(before[0].app_id, { scopes: [scope] }), invalid, '/scopes/0')
    }
    expect(await admin.list()).toEqual(before)
    const { body } = await admin.create({ ...internal, scopes: ['org:read', 'org:read'] })
    expect(body.scopes).toEqual(['org:read'])
  })

  describe('redirect URIs', () => {
    const good = [
      'https://example.com/callback?tenant=1',
      'https://example.com',
      'http://127.0.0.1:4100/callback',
      'http://127.0.0.1/callback',
      'http://[::1]:4100/callback',
      'http://localhost:3000/callback',
    ]
    const bad = [
      'http://example.com/callback',
      'http://127.0.0.1.example.com/callback',
      'http://localhost.example.com/',
      'http://127.0.0.1@example.com/',
      'https://user:pass@example.com/',
      'https://example.com/#',
      'https://example.com/callback#part',
      'https://*.example.com/callback',
      'https://example.com/*',
      '/callback',
      '//example.com/callback',
      'example.com/callback',
      'https:/example.com',
      'https://',
      'https://exam ple.com/',
      'https://example.com\\@evil.example/',
      'javascript:alert(1)',
      'custom-scheme://callback',
      'data:text/html,x',
      'http://10.0.0.1/callback',
    ]

    test('a third-party app may have none, or any that are https or http to this machine, kept as written', async () => {
      const admin = await administratorOf(platform(), own())
      const command = { ...internal, kind: 'third_party' }
      expect((await admin.create(command)).body.redirect_uris).toEqual([])
      const { status, body } = await admin.create({ ...command, redirect_uris: good })
      expect([status, body.redirect_uris]).toEqual([201, good])
      const changed = await admin.update(body.app_id, { redirect_uris: [good[0], good[0]] })
      expect(changed.body.redirect_uris).toEqual([good[0]])
    })

    test('every other is refused with its place, and nothing changes', async () => {
      const admin = await administratorOf(platform(), own())
      const { app_id } = (await admin.create({ ...internal, kind: 'third_party', redirect_uris: good })).body
      const before = await admin.list()
      for (const uri of bad) {
        const redirect_uris = ['https://example.com/callback', uri]
        const created = await admin.create({ ...internal, kind: 'third_party', redirect_uris })
        expect([uri, created.status, created.body.errors?.[0].pointer]).toEqual([uri, 400, '/redirect_uris/1'])
        expectRefused(await admin.update(app_id, { redirect_uris }), invalid, '/redirect_uris/1')
      }
      expect(await admin.list()).toEqual(before)
    })

    test('an internal app with redirect URIs signs members in, and may hold the scopes of people for that', async () => {
      const admin = await administratorOf(platform(), own())
      const scopes = ['org:read', 'member:leave']
      const before = await admin.list()
      expectRefused(await admin.create({ ...internal, scopes }), invalid, '/scopes/1')
      expect(await admin.list()).toEqual(before)
      const { status, body } = await admin.create({ ...internal, scopes, redirect_uris: good })
      expect([status, body.scopes, body.redirect_uris]).toEqual([201, scopes, good])
      expectRefused(await admin.update(body.app_id, { redirect_uris: [] }), invalid, '/scopes/1')
      expect((await admin.get(body.app_id)).body.redirect_uris).toEqual(good)
      expectRefused(
        await admin.create({ ...internal, kind: 'third_party', scopes, redirect_uris: good }),
        invalid,
        '/scopes/1',
      )
    })
  })

  describe('a change', () => {
    test('of the name leaves the tokens valid', async () => {
      const admin = await administratorOf(platform(), own())
      const token = await platform().appToken(own(), 'org:read')
      const app = must(platform().organizationOf(own()).apps[0])
      const { status, body } = await admin.update(app.app_id, { name: 'Renamed', status: 'active', scopes: app.scopes })
      expect([status, body.name, body.scopes]).toEqual([200, 'Renamed', app.scopes])
      expect(await callWith(platform(), token)).toEqual([200, undefined])
    })

    test('of the status: a suspended app gets no token and its tokens are refused, also when it is active again', async () => {
      const admin = await administratorOf(platform(), own())
      const app = must(platform().organizationOf(own()).apps[0])
      const token = await platform().appToken(own(), 'org:read')
      expect((await admin.update(app.app_id, { status: 'suspended' })).body.status).toBe('suspended')
      expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect((await platform().askToken(app, { scope: 'org:read' })).body.error).toBe('invalid_client')
      await admin.update(app.app_id, { status: 'active' })
      expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect(await callWith(platform(), await platform().appToken(own(), 'org:read'))).toEqual([200, undefined])
    })

    test('of the scopes: earlier tokens are refused, and new ones have the new scopes', async () => {
      const admin = await administratorOf(platform(), own())
      const app = must(platform().organizationOf(own()).apps[0])
      const token = await platform().appToken(own(), 'org:read')
      await admin.update(app.app_id, { scopes: ['org:read'] })
      expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect((await platform().askToken(app, { scope: 'org:unlink' })).body.error).toBe('invalid_scope')
      expect(await callWith(platform(), await platform().appToken(own(), 'org:read'))).toEqual([200, undefined])
    })

    test.each([{ status: 'suspended' }, { scopes: ['org:read', 'event:read'] }])(
      'of a third-party app to %j ends its tokens for the organisations that authorised it',
      async (change) => {
        const app = thirdParty(platform())
        const owner = await administratorOf(platform(), app.owner)
        const tokens = [await app.tokenFor('org:read'), await platform().clientToken(app, ['event:read'])]
        expect((await owner.update(app.app_id, change)).status).toBe(200)
        await owner.update(app.app_id, { status: 'active' })
        for (const token of tokens) expect(await callWith(platform(), token)).toEqual([401, 'token_revoked'])
        expect(await callWith(platform(), await app.tokenFor('org:read'))).toEqual([200, undefined])
      },
    )

    test('of the scopes of a third-party app widens no authorization and removes the scopes that it gives up', async () => {
      const app = thirdParty(platform())
      const owner = await administratorOf(platform(), app.owner)
      const giver = await administratorOf(platform(), app.authorizedBy)
      const granted = (await platform().get('/v1.0/authorizations', giver.token)).body.data
      await owner.update(app.app_id, { scopes: ['org:read', 'member:read', 'member:offboard'] })
      expect((await app.askFor('member:offboard')).body.error).toBe('invalid_scope')
      expect((await app.askFor('org:unlink')).body.error).toBe('invalid_scope')
      expect((await app.askFor('org:read')).status).toBe(200)
      await owner.update(app.app_id, { scopes: app.scopes })
      expect((await app.askFor('org:unlink')).status).toBe(200)
      expect((await platform().get('/v1.0/authorizations', giver.token)).body.data).toEqual(granted)
    })
  })
})
