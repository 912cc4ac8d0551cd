import { describe, expect, test } from 'vitest'
import { ask, callAs, claimsOf, codeFor, refresh, requestOf, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { must, onSqlite } from '../support/platform.ts'

// The other lines of this list are in test/tokens/token-endpoint.test.ts.
onSqlite((platform) => {
  const app = () => must(platform().organization(0).apps[0])
  const reader = () => must(platform().organization(0).apps[1])
  const admin = () => platform().member(platform().organization(1).org_id, 'admin')
  const basic = ({ client_id, client_secret }: { client_id: string; client_secret: string }) => ({
    authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}`,
  })
  const post = (raw: RequestInit['body'], headers: Record<string, string> = {}, path = '/oauth2/token') =>
    platform().call('POST', path, { headers: { ...basic(reader()), ...headers }, raw })

  describe('scope', () => {
    test('escalation, in any spelling, is invalid_scope on every way to a token', async () => {
      const scopes = ['org:unlink', 'member:read org:unlink', 'member:*', '*', 'MEMBER:READ', 'member:read,org:unlink']
      for (const scope of [
        ...scopes,
        'openid',
        'offline_access',
        'openid member:read',
        'member:read\u0000org:unlink',
      ]) {
        const { status, body } = await post(new URLSearchParams({ grant_type: 'client_credentials', scope }))
        expect([scope, status, body.error]).toEqual([scope, 400, 'invalid_scope'])
      }
      const client = thirdPartyClient(platform())
      for (const scope of ['org:dissolve', 'openid org:read', 'offline_access org:read']) {
        const pushed = await callAs(platform(), client, requestOf(client, { scope }).parameters, {
          path: '/oauth2/par',
        })
        expect([scope, pushed.status, pushed.body.error]).toEqual([scope, 400, 'invalid_scope'])
      }
    })

    test('an unknown scope alone, or none: nothing is granted that was not requested', async () => {
      const unknown = await platform().askToken(reader(), { scope: 'nonsense' })
      expect([unknown.status, unknown.body.error]).toEqual([400, 'invalid_scope'])
      for (const parameters of [{}, { scope: '' }, { scope: ' ' }]) {
        const { status, body } = await platform().askToken(reader(), parameters as Record<string, string>)
        if (status === 200) {
          expect(claimsOf(body.access_token).scope ?? '').toBe('')
          expect((await platform().get('/v1.0/members', body.access_token)).body.code).toBe('scope_missing')
        } else expect(body.error).toBe('invalid_scope')
      }
      const client = thirdPartyClient(platform())
      const none = await ask(platform(), requestOf(client, { scope: undefined }).parameters)
      expect(new URL(must(none.headers.get('location'))).searchParams.get('error')).toBe('invalid_scope')
    })

    test('a scope that is requested twice is granted once', async () => {
      const { body } = await platform().askToken(reader(), { scope: 'member:read member:read' })
      expect(claimsOf(body.access_token).scope).toBe('member:read')
    })

    test('the app’s own token has the scopes that the organisation granted, not those that the app may have', async () => {
      const client = thirdPartyClient(platform())
      const { org_id } = platform().organization(1)
      await tokensFor(platform(), client, admin(), { scope: 'org:read' })
      const resource = `${platform().base}/v1.0/organizations/${org_id}`
      const more = await platform().askToken(client, { scope: 'org:read org:unlink', resource })
      expect([more.status, more.body.error]).toEqual([400, 'invalid_scope'])
      expect((await platform().askToken(client, { scope: 'org:read', resource })).status).toBe(200)
      const alone = await platform().askToken(client, { scope: 'org:read' })
      expect([alone.status, alone.body.error]).toEqual([400, 'invalid_scope'])
    })
  })

  describe('resource', () => {
    test('an unknown resource is refused, however similar to a known one', async () => {
      const { base } = platform()
      const { org_id } = platform().organization(0)
      const own = `${base}/v1.0/organizations/${org_id}`
      const resources = [
        'https://elsewhere.example/v1.0',
        base,
        `${base}/`,
        `${base}/v1.0/`,
        `${base}/v1.0#x`,
        `${base}/v1.0?x`,
        `${own}/`,
        `${own}?x=1`,
        `${own}/../${platform().organization(1).org_id}`,
        `${base}/v1.0/organizations/`,
        `${base}/v1.0/organizations/org_none`,
        own.replace('127.0.0.1', 'localhost'),
        `${base}@evil.example/v1.0`,
        'urn:x',
        'nonsense',
      ]
      for (const resource of resources) {
        const { status, body } = await platform().askToken(app(), { scope: 'org:read', resource })
        expect([resource, status, body.error]).toEqual([resource, 400, 'invalid_target'])
      }
    })

    test('several resources give no token for one with the scopes of another', async () => {
      const { base } = platform()
      const client = thirdPartyClient(platform())
      const mine = `${base}/v1.0/organizations/${platform().organization(1).org_id}`
      const others = `${base}/v1.0/organizations/${platform().organization(2).org_id}`
      await tokensFor(platform(), client, admin())
      for (const pair of [
        [mine, others],
        [others, mine],
        [`${base}/v1.0`, mine],
        [mine, `${base}/v1.0`],
      ]) {
        const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'org:read' })
        for (const resource of pair) form.append('resource', resource)
        const { status, body } = await post(form, basic(client))
        expect([status, body.error]).toEqual([400, expect.stringMatching(/^invalid_(target|scope)$/)])
      }
      const query = new URLSearchParams(requestOf(client).parameters)
      for (const resource of [mine, others]) query.append('resource', resource)
      const asked = await fetch(`${base}/oauth2/authorize?${query}`, { redirect: 'manual' })
      const location = new URL(must(asked.headers.get('location')), base)
      expect(location.searchParams.get('error')).toBe('invalid_target')
    })

    test('a code for one organisation is redeemed for no other', async () => {
      const { base } = platform()
      const client = thirdPartyClient(platform())
      const mine = `${base}/v1.0/organizations/${platform().organization(1).org_id}`
      for (const resource of [`${base}/v1.0/organizations/${platform().organization(0).org_id}`, `${base}/v1.0`]) {
        const redeem = await codeFor(platform(), client, admin(), { resource: mine })
        const { status, body } = await callAs(platform(), client, { ...redeem, resource })
        expect([status, body.error]).toEqual([400, 'invalid_target'])
      }
      const { refresh_token } = await tokensFor(platform(), client, admin(), { resource: mine })
      for (const resource of [`${base}/v1.0/organizations/${platform().organization(0).org_id}`, `${base}/v1.0`]) {
        const { status, body } = await refresh(platform(), client, refresh_token, { resource })
        expect([status, body.error]).toEqual([400, 'invalid_target'])
      }
    })
  })

  describe('parameters', () => {
    test('a grant that the app may not use, or that is not offered, is refused', async () => {
      const grants = [
        'password',
        'implicit',
        'urn:ietf:params:oauth:grant-type:device_code',
        '',
        '__proto__',
        'toString',
      ]
      const offered = ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'urn:ietf:params:oauth:grant-type:token-exchange']
      for (const grant_type of [...grants, ...offered]) {
        const { status, body } = await platform().askToken(app(), { grant_type })
        expect([grant_type, status]).toEqual([grant_type, 400])
        expect(['unsupported_grant_type', 'invalid_request']).toContain(body.error)
      }
      for (const grant_type of ['authorization_code', 'refresh_token']) {
        const { status, body } = await platform().askToken(app(), { grant_type, code: 'x', refresh_token: 'x' })
        expect([status, ['unauthorized_client', 'invalid_request'].includes(body.error)]).toEqual([400, true])
      }
    })

    test('a repeated parameter is refused', async () => {
      const twice: [string, string][] = [
        ['scope', 'member:read'],
        ['grant_type', 'client_credentials'],
        ['client_id', reader().client_id],
      ]
      for (const [name, value] of twice) {
        const form = new URLSearchParams({ grant_type: 'client_credentials', scope: 'member:read' })
        form.delete(name)
        form.append(name, value)
        form.append(name, value)
        const { status, body } = await post(form)
        expect([name, status, body.error]).toEqual([name, 400, 'invalid_request'])
      }
      const client = thirdPartyClient(platform())
      const { parameters } = requestOf(client)
      for (const name of Object.keys(parameters)) {
        const query = new URLSearchParams(parameters)
        query.append(name, name === 'redirect_uri' ? 'https://evil.example/' : must(parameters[name]))
        const answer = await fetch(`${platform().base}/oauth2/authorize?${query}`, { redirect: 'manual' })
        const location = answer.headers.get('location')
        if (['client_id', 'redirect_uri'].includes(name)) expect([answer.status, location]).toEqual([400, null])
        else {
          const { origin, searchParams } = new URL(must(location))
          expect([origin, searchParams.get('error')]).toEqual([new URL(client.redirect_uri).origin, 'invalid_request'])
        }
        const body = new URLSearchParams([...query])
        const pushed = await post(body, basic(client), '/oauth2/par')
        expect([name, pushed.status, pushed.body.error]).toEqual([name, 400, 'invalid_request'])
      }
    })

    test('a body that is JSON, huge, missing or not text is refused', async () => {
      const json = JSON.stringify({ grant_type: 'client_credentials', scope: 'member:read' })
      const form = 'application/x-www-form-urlencoded'
      const bodies: [RequestInit['body'], string, number[]][] = [
        [json, 'application/json', [400]],
        [json, form, [400]],
        [`grant_type=client_credentials&scope=${'x'.repeat(1_000_000)}`, form, [400, 413]],
        ['grant_type=client_credentials&scope=member:read', 'text/plain', [400]],
        ['grant_type=client_credentials', 'multipart/form-data; boundary=x', [400]],
        ['', form, [400]],
        [new Uint8Array([0xff, 0xfe, 0x00]), form, [400]],
        [`grant_type=client_credentials&${'a=b&'.repeat(10_000)}`, form, [200, 400, 413]],
      ]
      for (const [raw, type, statuses] of bodies) {
        for (const path of ['/oauth2/token', '/oauth2/par', '/oauth2/revoke', '/oauth2/introspect']) {
          const answer = await post(raw, { 'content-type': type }, path)
          if (path === '/oauth2/token') expect(statuses).toContain(answer.status)
          expect(answer.status).toBeLessThan(500)
        }
      }
      expect((await platform().askToken(reader(), { scope: 'member:read' })).status).toBe(200)
    })

    test('every answer has no-store, even refusals', async () => {
      const { body } = await platform().askToken(reader(), { scope: 'member:read' })
      const answers = [
        await platform().askToken(reader(), { scope: 'member:read' }),
        await platform().askToken(reader(), { scope: 'nonsense' }),
        await platform().askToken({ ...reader(), client_secret: 'osk_wrong' }, {}),
        await callAs(platform(), reader(), { token: body.access_token }, { path: '/oauth2/introspect' }),
        await callAs(platform(), reader(), { token: body.access_token }, { path: '/oauth2/revoke' }),
      ]
      for (const { headers } of answers) expect(headers.get('cache-control')).toContain('no-store')
      const client = thirdPartyClient(platform())
      const asked = await ask(platform(), requestOf(client).parameters)
      expect(asked.headers.get('cache-control')).toContain('no-store')
    })

    test('another site’s script gets no token and can’t read answers to clients; no other spelling is an endpoint', async () => {
      const origin = 'https://evil.example'
      const { client_id, client_secret } = reader()
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, token: 'x' })
      for (const path of ['/oauth2/token', '/oauth2/revoke', '/oauth2/introspect', '/oauth2/par']) {
        const { status, body, headers } = await platform().call('POST', path, { raw: form, headers: { origin } })
        expect([path, status, body.error]).toEqual([path, 400, 'invalid_request'])
        expect(headers.get('access-control-allow-origin')).toBeNull()
      }
      const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' }
      for (const path of ['/oauth2/token', '/oauth2/authorize', '/v1.0/organization']) {
        const { headers } = await platform().call('OPTIONS', path, { headers: preflight })
        expect([path, headers.get('access-control-allow-credentials')]).toEqual([path, null])
        if (path !== '/oauth2/token') expect(headers.get('access-control-allow-origin')).toBeNull()
      }
      for (const path of [
        '/oauth2/token/',
        '/OAuth2/token',
        '/oauth2//token',
        '/oauth2/%74oken',
        '/x/../oauth2/token;x',
      ])
        expect((await post(new URLSearchParams({ grant_type: 'client_credentials' }), {}, path)).status).toBe(404)
    })

    test('a GET, or parameters in the query of a POST, are not a token request', async () => {
      const query = new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'member:read',
        ...reader(),
      } as never)
      expect((await platform().get(`/oauth2/token?${query}`)).status).toBe(405)
      const { status } = await platform().call('POST', `/oauth2/token?${query}`, { raw: new URLSearchParams() })
      expect(status).toBe(400)
    })
  })
})
