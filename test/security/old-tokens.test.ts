import type { Scope } from '@sendoff/api'
import { beforeEach, describe, expect, test } from 'vitest'
import { newCode, recover } from '../support/accounts.ts'
import {
  actAs,
  callAs,
  codeFor,
  createApp,
  ownClient,
  type Person,
  readWith,
  refresh,
  type TestClient,
  thirdPartyClient,
  tokensFor,
} from '../support/oauth.ts'
import { type Answer, must, onSqlite } from '../support/platform.ts'

type Tokens = Awaited<ReturnType<typeof tokensFor>>

onSqlite((platform) => {
  const organization = () => platform().organization(1)
  const one = (role: string, but?: Person): Person & { name: string } =>
    must(
      organization().members.find(
        (m) => m.role === role && m.condition === 'normal' && m.account_id !== but?.account_id,
      ),
    )
  const ok = ({ status, body }: Answer) => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const asFounder = (...scopes: Scope[]) => actAs(platform(), one('founder').account_id, ...scopes)
  const introspect = async (client: TestClient, token: string) =>
    (await callAs(platform(), client, { token }, { path: '/oauth2/introspect' })).body

  // Two administrators, so that one of them can leave.
  beforeEach(async () => {
    const act = await asFounder('member:write')
    ok(await act('PUT', `/v1.0/members/${one('member').account_id}/role`, { role: 'admin' }))
  })

  /** Expects that the next call with any of these is refused, that none is described, and that none is exchanged for new ones. */
  async function expectDead(
    client: TestClient,
    { access_token, refresh_token }: Tokens,
    refusal = [401, 'token_revoked'],
  ) {
    expect(await readWith(platform(), access_token)).toEqual(refusal)
    const refreshed = await refresh(platform(), client, refresh_token)
    expect(refreshed.status).toBeGreaterThanOrEqual(400)
    expect(['invalid_grant', 'invalid_client']).toContain(refreshed.body.error)
    const told = await introspect(client, access_token)
    expect(told.error ?? told).toEqual(told.error ? 'invalid_client' : { active: false })
  }

  describe('of a third-party app: the next call with the old token is refused, and it stays dead', () => {
    let client: TestClient & { client_secret: string }
    let app: TestClient & { app_id: string }
    beforeEach(async () => {
      client = thirdPartyClient(platform())
      app = await createApp(platform(), organization().org_id, {})
    })
    const resource = () => `${platform().base}/v1.0/organizations/${organization().org_id}`
    const ownToken = async (of: TestClient) => {
      const { body } = await callAs(platform(), of, {
        grant_type: 'client_credentials',
        scope: 'org:read',
        resource: resource(),
      })
      return must(body.access_token as string | undefined)
    }

    test('when the organisation ends the authorization; a new one revives neither the app’s own token nor the consent’s', async () => {
      const before = await tokensFor(platform(), client, one('admin'))
      const own = await ownToken(client)
      const act = await asFounder('app:read', 'app:write')
      const [authorization] = ok(await act('GET', '/v1.0/authorizations')).data
      ok(await act('DELETE', `/v1.0/authorizations/${authorization.authorization_id}`))
      await expectDead(client, before, [403, 'org_not_authorized'])
      expect(await readWith(platform(), own)).toEqual([403, 'org_not_authorized'])
      expect((await platform().askToken(client, { scope: 'org:read', resource: resource() })).body.error).toBe(
        'invalid_target',
      )
      const after = await tokensFor(platform(), client, one('admin'))
      await expectDead(client, before)
      expect(await readWith(platform(), own)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), after.access_token)).toEqual([200, undefined])
    })

    test('after a new authorization, and so does a code that was not redeemed yet', async () => {
      const before = await tokensFor(platform(), client, one('admin'))
      const own = await ownToken(client)
      const code = await codeFor(platform(), client, one('admin'))
      const after = await tokensFor(platform(), client, one('founder'))
      await expectDead(client, before)
      expect(await readWith(platform(), own)).toEqual([401, 'token_revoked'])
      expect((await callAs(platform(), client, code)).body.error).toBe('invalid_grant')
      expect(await readWith(platform(), after.access_token)).toEqual([200, undefined])
    })

    test('of a suspended app, even when it is active again', async () => {
      const before = await tokensFor(platform(), app, one('admin'))
      const own = await ownToken(app)
      const act = await asFounder('app:write', 'org:read')
      ok(await act('PATCH', `/v1.0/apps/${app.app_id}`, { status: 'suspended' }))
      await expectDead(app, before)
      expect(await readWith(platform(), own)).toEqual([401, 'token_revoked'])
      ok(await act('PATCH', `/v1.0/apps/${app.app_id}`, { status: 'active' }))
      await expectDead(app, before)
      expect(await readWith(platform(), own)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), await ownToken(app))).toEqual([200, undefined])
    })

    test('of an app that gave a scope up, or was deleted', async () => {
      const scopes: Scope[] = ['org:read', 'org:unlink']
      const wide = await createApp(platform(), organization().org_id, { scopes })
      const before = await tokensFor(platform(), wide, one('admin'), { scope: scopes.join(' ') })
      const act = await asFounder('app:write')
      ok(await act('PATCH', `/v1.0/apps/${wide.app_id}`, { scopes: ['org:read'] }))
      await expectDead(wide, before)
      const gone = await tokensFor(platform(), app, one('admin'))
      ok(await act('DELETE', `/v1.0/apps/${app.app_id}`))
      await expectDead(app, gone)
    })

    test('when the organisation that made the app is dissolved: those who authorised it are notified, and it gets no more tokens', async () => {
      const [user, owner] = notAssociated()
      const founder = must(owner.members.find(({ role }) => role === 'founder'))
      const admin = must(user.members.find(({ role }) => role === 'admin'))
      const third = await createApp(platform(), owner.org_id, { scopes: ['org:read', 'webhook:read'] })
      const theirs = await tokensFor(platform(), third, admin)
      const level = ok(await callAs(platform(), third, { grant_type: 'client_credentials', scope: 'webhook:read' }))
      const resource = `${platform().base}/v1.0/organizations/${user.org_id}`
      const asked = { grant_type: 'client_credentials', scope: 'org:read', resource }
      const own = ok(await callAs(platform(), third, asked)).access_token
      for (const token of [theirs.access_token, own]) expect((await readWith(platform(), token))[0]).toBe(200)
      const act = await actAs(platform(), founder.account_id, 'org:dissolve')
      ok(
        await act('POST', '/v1.0/organization/dissolution', {
          reason_code: 'no_longer_used',
          confirm_name: owner.name,
        }),
      )
      expect((await readWith(platform(), own))[0]).toBe(200)
      await platform().advance('PT73H')

      await expectDead(third, theirs)
      expect(await readWith(platform(), own)).toEqual([401, 'token_revoked'])
      const endpoints = await platform().get('/v1.0/webhook-endpoints', level.access_token)
      expect([endpoints.status, endpoints.body.code]).toEqual([401, 'token_revoked'])
      for (const parameters of [asked, { grant_type: 'client_credentials', scope: 'webhook:read' }])
        expect((await callAs(platform(), third, parameters)).body.error).toBe('invalid_client')
      await expect(codeFor(platform(), third, admin)).rejects.toThrow()
      const told = (await platform().events(user.org_id)).filter(({ type }) => type === 'app.deauthorized')
      expect(told.map(({ data }) => [data.app_id, data.cause])).toContainEqual([
        third.client_id,
        'organization_dissolved',
      ])
      const apps = await platform().get(
        '/v1.0/authorizations',
        await platform().userToken(admin.account_id, 'app:read'),
      )
      expect(apps.body.data.map(({ app_id }: { app_id: string }) => app_id)).not.toContain(third.client_id)
    })

    /** Two organisations without an association, which would end the authorization earlier. */
    function notAssociated() {
      const { organizations, associations } = platform().data
      const pairs = organizations.flatMap((user) => organizations.map((owner) => [user, owner] as const))
      return must(
        pairs.find(
          ([user, owner]) =>
            user !== owner &&
            ![user, owner].some(({ org_id }) =>
              associations.some(
                (side) =>
                  side.org_id === org_id && [user, owner].some((other) => other.org_id === side.associated_org_id),
              ),
            ),
        ),
      )
    }

    test('of an internal app of a dissolved organisation', async () => {
      const internal = must(organization().apps[0])
      const token = await platform().appToken(organization().org_id, 'org:read')
      const act = await asFounder('org:dissolve')
      const command = { reason_code: 'no_longer_used', confirm_name: organization().name }
      ok(await act('POST', '/v1.0/organization/dissolution', command))
      await platform().advance('PT73H')
      expect(await readWith(platform(), token)).toEqual([401, 'token_revoked'])
      expect((await platform().askToken(internal, { scope: 'org:read' })).body.error).toBe('invalid_client')
    })

    test('when the administrator left: the consent’s refresh token is dead, and the organisation’s authorization stays', async () => {
      const admin = one('admin')
      const before = await tokensFor(platform(), client, admin)
      const act = await asFounder('member:offboard')
      ok(await act('POST', '/v1.0/offboardings', { account_id: admin.account_id, reason_code: 'restructuring' }))
      expect((await refresh(platform(), client, before.refresh_token)).body.error).toBe('invalid_grant')
      expect((await readWith(platform(), await ownToken(client)))[0]).toBe(200)
    })
  })

  describe('of a person: the next call with the old token is refused', () => {
    const signIn = (person: Person, scope = 'org:read') => tokensFor(platform(), ownClient, person, { scope })

    test('S3: offboarding a person ends access and refresh tokens; a restored member starts with new tokens', async () => {
      const person = one('admin')
      const before = await signIn(person)
      const act = await asFounder('member:offboard', 'member:restore', 'member:read')
      ok(await act('POST', '/v1.0/offboardings', { account_id: person.account_id, reason_code: 'restructuring' }))
      await expectDead(ownClient, before)
      const { data } = ok(await act('GET', '/v1.0/departures?restorable=true'))
      ok(await act('POST', `/v1.0/departures/${data[0].departure_id}/restore`, {}))
      await expectDead(ownClient, before)
      expect(await readWith(platform(), (await signIn(person)).access_token)).toEqual([200, undefined])
    })

    test('S3: leaving ends access and refresh tokens', async () => {
      const person = one('admin', one('founder'))
      const act = await asFounder('member:write', 'org:policy:write')
      ok(await act('PUT', '/v1.0/organization/leave-policy', { mode: 'instant' }))
      ok(await act('PUT', `/v1.0/members/${person.account_id}/role`, { role: 'member' }))
      const before = await signIn(person, 'org:read member:leave')
      ok(await platform().post('/v1.0/leave', before.access_token, { confirm: true }))
      await expectDead(ownClient, before)
    })

    test.each(['frozen', 'banned', 'suspended', 'abnormal'])('freezing a person (%s)', async (condition) => {
      const person = one('admin')
      const before = await signIn(person)
      const code = await codeFor(platform(), ownClient, person, { scope: 'org:read' })
      const act = await asFounder('member:condition:write', 'member:write')
      // Another administrator, because the last one can’t be restricted.
      ok(await act('PUT', `/v1.0/members/${one('member').account_id}/role`, { role: 'admin' }))
      ok(await act('PUT', `/v1.0/members/${person.account_id}/condition`, { condition }))
      await expectDead(ownClient, before, [403, 'account_restricted'])
      expect((await callAs(platform(), ownClient, code)).body.error).toBe('invalid_grant')
      await expect(signIn(person)).rejects.toThrow()
    })

    test('demoting a person: an administrator’s token no longer allows what only administrators may do', async () => {
      const person = one('admin')
      const { access_token, refresh_token } = await signIn(person, 'org:read org:write member:offboard')
      const rename = (token: string) =>
        platform().call('PATCH', '/v1.0/organization', { token, body: { name: 'Ours' } })
      expect((await rename(access_token)).status).toBe(200)
      const act = await asFounder('member:write')
      ok(await act('PUT', `/v1.0/members/${person.account_id}/role`, { role: 'member' }))
      const refused = await rename(access_token)
      expect([refused.status, refused.body.code]).toEqual([403, 'admin_required'])
      const account_id = one('member').account_id
      const offboarding = { account_id, reason_code: 'restructuring' }
      expect((await platform().post('/v1.0/offboardings', access_token, offboarding)).body.code).toBe('admin_required')
      expect((await refresh(platform(), ownClient, refresh_token)).body.scope).toBe('org:read')
    })

    test('a founder who transferred the organisation can’t dissolve it', async () => {
      const [founder, heir] = [one('founder'), one('admin')]
      const before = await signIn(founder, 'org:read org:dissolve org:founder:transfer')
      const transfer = { account_id: heir.account_id, password: founder.password }
      ok(await platform().post('/v1.0/organization/founder-transfer', before.access_token, transfer))
      const command = { reason_code: 'no_longer_used', confirm_name: organization().name }
      const answer = await platform().post('/v1.0/organization/dissolution', before.access_token, command)
      expect([answer.status, answer.body.code]).toEqual([403, 'founder_required'])
      expect((await refresh(platform(), ownClient, before.refresh_token)).body.scope).toBe('org:read')
    })

    test('recovering a password ends access and refresh tokens and codes of every account of the person', async () => {
      const personal = must(platform().data.personal_accounts[0])
      const works = must(
        platform()
          .organization(0)
          .members.find(({ email }) => email === personal.email),
      )
      const own = await signIn(personal, 'account:read')
      const member = await signIn({ ...works, password: personal.password })
      const code = await codeFor(platform(), ownClient, personal, { scope: 'account:read' })
      const stranger = await signIn(one('admin'))
      ok(
        await recover(
          platform(),
          { email: personal.email },
          await newCode(platform(), { email: personal.email }, 'recover'),
        ),
      )
      const me = await platform().get('/v1.0/me', own.access_token)
      expect([me.status, me.body.code]).toEqual([401, 'token_revoked'])
      await expectDead(ownClient, own)
      await expectDead(ownClient, member)
      expect((await callAs(platform(), ownClient, code)).body.error).toBe('invalid_grant')
      expect(await readWith(platform(), stranger.access_token)).toEqual([200, undefined])
    })

    test('recovering the password of the person who authorised a third-party app leaves the app working', async () => {
      const client = thirdPartyClient(platform())
      const admin = one('admin')
      const before = await tokensFor(platform(), client, admin)
      ok(
        await recover(platform(), { email: admin.email }, await newCode(platform(), { email: admin.email }, 'recover')),
      )
      expect(await readWith(platform(), before.access_token)).toEqual([200, undefined])
      expect((await refresh(platform(), client, before.refresh_token)).status).toBe(200)
    })

    test('deregistering a personal account', async () => {
      const personal = must(platform().data.personal_accounts[0])
      const before = await signIn(personal, 'account:read account:deregister')
      const body = { confirm: true, password: personal.password }
      ok(await platform().post('/v1.0/me/deregister', before.access_token, body))
      const me = await platform().get('/v1.0/me', before.access_token)
      expect([me.status, me.body.code]).toEqual([401, 'token_revoked'])
      expect((await refresh(platform(), ownClient, before.refresh_token)).body.error).toBe('invalid_grant')
    })
  })
})
