import { afterEach, describe, expect, test, vi } from 'vitest'
import { auditOf } from '../support/members.ts'
import {
  answerAs,
  ask,
  atOnce,
  callAs,
  claimsOf,
  codeFor,
  createApp,
  ownClient,
  readWith,
  requestOf,
  returned,
  thirdPartyClient,
  tokensFor,
} from '../support/oauth.ts'
import { must, onEachStore, type Platform, type Role } from '../support/platform.ts'

onEachStore((platform) => {
  afterEach(() => void vi.useRealTimers())
  const organization = () => platform().organization(1)
  const person = (role: Role) => platform().member(organization().org_id, role)

  describe('a third-party app', () => {
    test('S57, S60: gets tokens for the organisation whose administrator authorised it, as long as the authorization lasts', async () => {
      const client = thirdPartyClient(platform())
      const page = await answerAs(platform(), requestOf(client).parameters, person('admin'))
      expect(page.url.origin + page.url.pathname).toBe(client.redirect_uri)
      expect(returned(page)).toEqual({ code: expect.any(String), state: 'the-state', iss: platform().base })

      const { status, body, headers } = await callAs(
        platform(),
        client,
        await codeFor(platform(), client, person('admin')),
      )
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(body).toEqual({
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        expires_in: 3600,
        scope: 'org:read',
        token_type: 'Bearer',
      })
      expect(claimsOf(body.access_token)).toEqual({
        iss: platform().base,
        aud: `${platform().base}/v1.0`,
        sub: client.client_id,
        client_id: client.client_id,
        org_id: organization().org_id,
        scope: 'org:read',
        gid: expect.any(String),
        grant_id: expect.any(String),
        jti: expect.any(String),
        iat: expect.any(Number),
        exp: expect.any(Number),
      })
      const read = await platform().get('/v1.0/organization', body.access_token)
      expect(read.body.org_id).toBe(organization().org_id)
      const resource = `${platform().base}/v1.0/organizations/${organization().org_id}`
      const own = await platform().clientToken({ ...client }, ['org:read'], resource)
      expect(await readWith(platform(), own)).toEqual([200, undefined])
    })

    test('is recorded with its scopes and the person who authorised it', async () => {
      const client = thirdPartyClient(platform())
      await tokensFor(platform(), client, person('admin'), { scope: 'org:read event:read' })
      const admin = await platform().userToken(person('admin').account_id, 'app:read')
      const { data } = (await platform().get('/v1.0/authorizations', admin)).body
      expect(data).toHaveLength(1)
      const { authorization_id } = data[0]
      const scopes = ['org:read', 'event:read']
      expect(data[0]).toMatchObject({ app_id: client.client_id, scopes, authorized_by: person('admin').account_id })
      const [event] = await platform().events(organization().org_id)
      expect(event).toMatchObject({
        type: 'app.authorized',
        actor: { type: 'user', id: person('admin').account_id },
        data: { authorization_id, app_id: client.client_id, scopes },
      })
      expect(await auditOf(platform(), organization().org_id, 'authorizations.create')).toEqual([
        {
          actor_id: person('admin').account_id,
          target_id: authorization_id,
          before: null,
          after: { app_id: client.client_id, scopes },
        },
      ])
    })

    test('that is authorised again has one authorization, and no token from the former one works', async () => {
      const client = thirdPartyClient(platform())
      const first = await tokensFor(platform(), client, person('founder'))
      const second = await tokensFor(platform(), client, person('admin'))
      expect(await readWith(platform(), first.access_token)).toEqual([401, 'token_revoked'])
      expect(await readWith(platform(), second.access_token)).toEqual([200, undefined])
      const former = await callAs(platform(), client, {
        grant_type: 'refresh_token',
        refresh_token: first.refresh_token,
      })
      expect([former.status, former.body.error]).toEqual([400, 'invalid_grant'])
      const admin = await platform().userToken(person('admin').account_id, 'app:read')
      expect((await platform().get('/v1.0/authorizations', admin)).body.data).toHaveLength(1)
    })

    test('that asks for one organisation gets a token for no other', async () => {
      const client = thirdPartyClient(platform())
      const resource = `${platform().base}/v1.0/organizations/${organization().org_id}`
      const tokens = await tokensFor(platform(), client, person('admin'), { resource })
      expect(claimsOf(tokens.access_token)).toMatchObject({ aud: resource, org_id: organization().org_id })
      expect(await readWith(platform(), tokens.access_token)).toEqual([200, undefined])
      const elsewhere = must(
        platform()
          .organization(2)
          .members.find(({ role }) => role === 'admin'),
      )
      await expect(codeFor(platform(), client, elsewhere, { resource })).rejects.toThrow()
    })

    test('learns that the person refused, and gets nothing', async () => {
      const page = await answerAs(
        platform(),
        requestOf(thirdPartyClient(platform())).parameters,
        person('admin'),
        'refuse',
      )
      expect(returned(page)).toMatchObject({ error: 'access_denied', state: 'the-state', iss: platform().base })
      expect(await platform().events(organization().org_id)).toEqual([])
    })
  })

  describe('a person', () => {
    test('signs in to an app of their organisation, and the token is their account’s', async () => {
      const scopes = ['org:read', 'member:leave', 'org:unlink']
      const settings = { kind: 'internal', scopes, redirect_uris: ['https://own.example/back'] }
      const client = await createApp(platform(), organization().org_id, settings)
      const member = person('member')
      const tokens = await tokensFor(platform(), client, member, { scope: scopes.join(' ') })
      // A scope that a member could not use is not granted, and the answer says so.
      expect(tokens.scope).toBe('org:read member:leave')
      expect(claimsOf(tokens.access_token)).toMatchObject({
        sub: member.account_id,
        account_id: member.account_id,
        org_id: organization().org_id,
        scope: 'org:read member:leave',
      })
      const left = await platform().post('/v1.0/leave', tokens.access_token, { confirm: true })
      expect([left.status, left.body.code]).toEqual([409, 'approval_required'])
      expect((await platform().askToken(client, { scope: 'member:leave' })).body.error).toBe('invalid_scope')
    })

    test('of another organisation can’t', async () => {
      const settings = { kind: 'internal', redirect_uris: ['https://own.example/back'] }
      const client = await createApp(platform(), organization().org_id, settings)
      const stranger = must(platform().organization(2).members[0])
      await expect(codeFor(platform(), client, stranger)).rejects.toThrow()
    })

    test('signs in with a personal account through the platform’s app, from any free port', async () => {
      const personal = must(platform().data.personal_accounts[0])
      const tokens = await tokensFor(platform(), ownClient, personal, { scope: 'account:read account:write org:read' })
      expect(tokens.scope).toBe('account:read account:write')
      const me = await platform().get('/v1.0/me', tokens.access_token)
      expect([me.status, me.body.account_id]).toEqual([200, personal.account_id])
      const other = { ...ownClient, redirect_uri: 'http://127.0.0.1:9/callback/..' }
      expect((await ask(platform(), requestOf(other).parameters)).status).toBe(400)
    })
  })

  describe('a request', () => {
    const REFUSED: [string, Record<string, string | undefined>, string][] = [
      ['without a challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
      ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
      ['without a method', { code_challenge_method: undefined }, 'invalid_request'],
      ['for a token', { response_type: 'token' }, 'invalid_request'],
      ['for an ID token', { response_type: 'code id_token' }, 'invalid_request'],
      ['for an unknown scope', { scope: 'org:read nonsense' }, 'invalid_scope'],
      ['for a scope that the app does not have', { scope: 'org:read member:offboard' }, 'invalid_scope'],
      ['for a scope of persons', { scope: 'member:leave' }, 'invalid_scope'],
      ['for no scope', { scope: undefined }, 'invalid_scope'],
      ['for another resource', { resource: 'https://elsewhere.example/' }, 'invalid_target'],
      ['that nobody is to be asked about', { prompt: 'none' }, 'login_required'],
    ]
    test.each(REFUSED)('%s is answered with an error to the app', async (_, parameters, error) => {
      const answer = await ask(platform(), requestOf(thirdPartyClient(platform()), parameters).parameters)
      const back = new URL(must(answer.headers.get('location')))
      expect(answer.status).toBe(303)
      // A request for a token in the redirect is answered in the fragment (OAuth 2.0 Multiple Response Types).
      const answered = back.hash ? new URLSearchParams(back.hash.slice(1)) : back.searchParams
      expect(Object.fromEntries(answered)).toMatchObject({ error, state: 'the-state', iss: platform().base })
    })

    test('from an unknown or suspended app, or to another address, is not redirected', async () => {
      const client = thirdPartyClient(platform())
      const { redirect_uri } = client
      const unregistered = [
        `${redirect_uri}/`,
        `${redirect_uri}?a=1`,
        `${redirect_uri}#a`,
        `${redirect_uri}/../evil`,
        redirect_uri.replace('4100', '4101'),
        redirect_uri.replace('127.0.0.1', 'localhost'),
        redirect_uri.replace('127.0.0.1', '127.0.0.1.evil.example'),
        redirect_uri.replace('http://', 'http://evil@'),
        redirect_uri.toUpperCase(),
        'https://evil.example/callback',
      ]
      for (const uri of [...unregistered, undefined]) {
        const answer = await ask(platform(), requestOf(client, { redirect_uri: uri }).parameters)
        expect([uri, answer.status, answer.headers.get('location')]).toEqual([uri, 400, null])
      }
      const unknown = await ask(platform(), requestOf(client, { client_id: 'app_unknown' }).parameters)
      expect([unknown.status, unknown.headers.get('location')]).toEqual([400, null])
      const html = await ask(platform(), requestOf(client, { client_id: '<script>' }).parameters)
      expect(await html.text()).not.toContain('<script>')
    })

    test('can be pushed beforehand, by the app itself, and works once', async () => {
      const client = thirdPartyClient(platform())
      const { parameters, verifier } = requestOf(client)
      const path = '/oauth2/par'
      const pushed = await callAs(platform(), client, parameters, { path })
      expect([pushed.status, pushed.body.expires_in]).toEqual([201, 60])
      const short = { client_id: client.client_id, request_uri: pushed.body.request_uri }
      const { code, state } = returned(await answerAs(platform(), short, person('admin')))
      expect(state).toBe('the-state')
      const redeem = { grant_type: 'authorization_code', redirect_uri: client.redirect_uri, code_verifier: verifier }
      expect((await callAs(platform(), client, { ...redeem, code: must(code) })).status).toBe(200)
      const again = await ask(platform(), short)
      expect([again.status, ((await again.json()) as { error: string }).error]).toEqual([400, 'invalid_request_uri'])

      const second = await callAs(platform(), client, parameters, { path })
      const other = await createApp(platform(), organization().org_id, {})
      const stolen = await ask(platform(), { client_id: other.client_id, request_uri: second.body.request_uri })
      expect(stolen.headers.get('location')).toBeNull()
      const unproven = await callAs(platform(), { ...client, client_secret: 'osk_wrong' }, parameters, { path })
      expect([unproven.status, unproven.body.error]).toEqual([401, 'invalid_client'])
    })
  })

  describe('a code', () => {
    const redeemable = async () => {
      const client = thirdPartyClient(platform())
      return { client, redeem: await codeFor(platform(), client, person('admin')) }
    }

    test('is redeemed once, and its reuse ends the tokens that came from it', async () => {
      const { client, redeem } = await redeemable()
      const { body } = await callAs(platform(), client, redeem)
      const again = await callAs(platform(), client, redeem)
      expect([again.status, again.body.error]).toEqual([400, 'invalid_grant'])
      expect(await readWith(platform(), body.access_token)).toEqual([401, 'token_revoked'])
      const refreshed = await callAs(platform(), client, {
        grant_type: 'refresh_token',
        refresh_token: body.refresh_token,
      })
      expect([refreshed.status, refreshed.body.error]).toEqual([400, 'invalid_grant'])
    })

    test('is redeemed by one of twenty simultaneous requests', async () => {
      const { client, redeem } = await redeemable()
      const answers = await atOnce(20, () => callAs(platform(), client, redeem))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { status, body } of answers) if (status !== 200) expect(body.error).toBe('invalid_grant')
    })

    test('is refused without its verifier, redirect URI or client, and stays valid for its owner', async () => {
      const { client, redeem } = await redeemable()
      const other = await createApp(platform(), organization().org_id, { redirect_uris: [client.redirect_uri] })
      const wrong: [typeof client, Record<string, string>][] = [
        [client, { code_verifier: 'A'.repeat(43) }],
        [client, { redirect_uri: 'https://evil.example/' }],
        [client, { code: 'A'.repeat(43) }],
        [other, {}],
      ]
      for (const [who, parameters] of wrong) {
        const { status, body } = await callAs(platform(), who, { ...redeem, ...parameters })
        expect([status, body.error]).toEqual([400, 'invalid_grant'])
      }
      const { code_verifier: _, ...without } = redeem
      expect((await callAs(platform(), client, without)).body.error).toBe('invalid_grant')
      expect((await callAs(platform(), client, redeem)).status).toBe(200)
    })

    test('is valid for a minute', async () => {
      const { client, redeem } = await redeemable()
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
      expect((await callAs(platform(), client, redeem)).body.error).toBe('invalid_grant')
    })

    test('is worthless once the account has left', async () => {
      const { client, redeem } = await redeemable()
      await offboard(platform(), organization().org_id, person('admin').account_id)
      expect((await callAs(platform(), client, redeem)).body.error).toBe('invalid_grant')
    })
  })
})

async function offboard(platform: Platform, orgId: string, account_id: string): Promise<void> {
  const token = await platform.appToken(orgId, 'member:offboard')
  const admins = platform.organizationOf(orgId).members.filter(({ role }) => role === 'member')
  const founder = await platform.userToken(platform.member(orgId, 'founder').account_id, 'member:write')
  const other = must(admins.find(({ condition }) => condition === 'normal')).account_id
  await platform.call('PUT', `/v1.0/members/${other}/role`, { token: founder, body: { role: 'admin' } })
  const { status, body } = await platform.post('/v1.0/offboardings', token, {
    account_id,
    reason_code: 'restructuring',
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
}
