import { describe, expect, test } from 'vitest'
import { answerAs, callAs, codeFor, createApp, refresh, requestOf, tokensFor } from '../support/oauth.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

const HOME = 'https://app.example'
const ELSEWHERE = 'https://elsewhere.example'

onEachStore((platform) => {
  const person = () => {
    const { org_id } = platform().organization(1)
    return platform().member(org_id, 'admin')
  }
  const publicApp = (settings: object = {}) => {
    const kind = { kind: 'internal', token_endpoint_auth_method: 'none' }
    return createApp(platform(), platform().organization(1).org_id, { ...kind, allowed_origins: [HOME], ...settings })
  }
  const signIn = async (settings: object = {}) => {
    const app = await publicApp(settings)
    return { app, tokens: await tokensFor(platform(), app, person()) }
  }

  describe('a preflight', () => {
    test('is answered for an origin that an app allows, for every method and header, and remembered', async () => {
      await publicApp()
      const { status, headers } = await preflight(platform(), '/v1.0/organization/unlink', HOME)
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, HOME])
      expect(headers.get('access-control-allow-methods')?.split(',')).toEqual(
        expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      )
      expect(headers.get('access-control-allow-headers')).toBe('authorization,idempotency-key')
      expect(headers.get('access-control-max-age')).toBe('600')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('vary')).toContain('Origin')
    })

    test.each([
      ['nobody allowed it', ELSEWHERE],
      ['it only begins like an allowed one', `${HOME}.evil.example`],
      ['it has another scheme', 'http://app.example'],
      ['it has another port', `${HOME}:8443`],
      ['the page has none', 'null'],
    ])('is refused when %s', async (_, origin) => {
      await publicApp()
      const { status, body, headers } = await preflight(platform(), '/v1.0/organization', origin)
      expect([status, body.code]).toEqual([403, 'origin_not_allowed'])
      expect(headers.get('access-control-allow-origin')).toBeNull()
    })

    test('is refused from the moment when the app no longer allows the origin, is suspended or is deleted', async () => {
      for (const end of ['origins', 'status', 'delete'] as const) {
        const { app_id } = await publicApp()
        const admin = await platform().userToken(person().account_id, 'app:write', 'member:read', 'org:read')
        const path = `/v1.0/apps/${app_id}`
        if (end === 'delete') await platform().call('DELETE', path, { token: admin })
        else {
          const body = end === 'origins' ? { allowed_origins: [] } : { status: 'suspended' }
          expect((await platform().call('PATCH', path, { token: admin, body })).status).toBe(200)
        }
        expect((await preflight(platform(), '/v1.0/organization', HOME)).status, end).toBe(403)
      }
    })

    test('that is none, an OPTIONS by a program, is a method that the path does not have', async () => {
      const { status, body } = await platform().call('OPTIONS', '/v1.0/organization', {})
      expect([status, body.code]).toEqual([405, 'method_not_allowed'])
    })
  })

  describe('a call from a page', () => {
    test('of an origin that the app of the token allows is answered, and the page can read it and its headers', async () => {
      const { tokens } = await signIn()
      const { status, headers } = await callFrom(platform(), HOME, tokens.access_token)
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, HOME])
      expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id')
      expect(headers.get('vary')).toContain('Origin')
    })

    test('with the token of another app is refused before anything happens, even if its origin is another app’s', async () => {
      const { tokens } = await signIn({ scopes: ['org:read', 'member:condition:write'] })
      await publicApp({ allowed_origins: [ELSEWHERE] })
      const { org_id } = platform().organization(1)
      const token = await platform().appToken(org_id, 'member:condition:write', 'member:read')
      const { account_id } = platform().member(org_id, 'member')
      const path = `/v1.0/members/${account_id}`
      const body = { condition: 'frozen' }
      const frozen = await platform().call('PUT', `${path}/condition`, { token, body, headers: { origin: ELSEWHERE } })
      expect([frozen.status, frozen.body.code]).toEqual([403, 'origin_not_allowed'])
      expect((await platform().get(path, token)).body.condition).toBe('normal')
      const refused = await callFrom(platform(), ELSEWHERE, tokens.access_token)
      expect([refused.status, refused.body.code]).toEqual([403, 'origin_not_allowed'])
    })

    test('is told of an expired or invalid token in a way that the page can read, so that it can get a new one', async () => {
      await publicApp()
      const { status, body, headers } = await callFrom(platform(), HOME, 'not.a.token')
      expect([status, body.code, headers.get('access-control-allow-origin')]).toEqual([401, 'token_invalid', HOME])
    })

    test('of the server itself needs no permission', async () => {
      const { org_id } = platform().organization(1)
      const token = await platform().appToken(org_id, 'org:read')
      expect((await callFrom(platform(), platform().base, token)).status).toBe(200)
    })
  })

  describe('the token endpoint', () => {
    test('gives tokens to a page of a public client, renews them, and lets it revoke them', async () => {
      const app = await publicApp()
      const headers = { origin: HOME }
      const code = await callAs(platform(), app, await codeFor(platform(), app, person()), { headers })
      expect([code.status, code.headers.get('access-control-allow-origin')]).toEqual([200, HOME])
      const renewed = await callAs(
        platform(),
        app,
        { grant_type: 'refresh_token', refresh_token: code.body.refresh_token },
        { headers },
      )
      expect([renewed.status, renewed.headers.get('access-control-allow-origin')]).toEqual([200, HOME])
      const revoked = await callAs(
        platform(),
        app,
        { token: renewed.body.refresh_token },
        { path: '/oauth2/revoke', headers },
      )
      expect([revoked.status, revoked.headers.get('access-control-allow-origin')]).toEqual([200, HOME])
      expect((await refresh(platform(), app, renewed.body.refresh_token)).body.error).toBe('invalid_grant')
    })

    test('refuses a page that the public client does not allow, and says what must change', async () => {
      const app = await publicApp()
      const parameters = await codeFor(platform(), app, person())
      const { status, body, headers } = await callAs(platform(), app, parameters, { headers: { origin: ELSEWHERE } })
      expect([status, body.error]).toEqual([400, 'invalid_request'])
      expect(body.error_description).toBe(`the app’s allowed_origins must contain ${ELSEWHERE}`)
      expect(headers.get('access-control-allow-origin')).toBeNull()
    })

    test('refuses the secret of a confidential client from a page, with the reason, but takes it from its own', async () => {
      const { org_id } = platform().organization(1)
      const app = await createApp(platform(), org_id, { kind: 'internal', allowed_origins: [HOME], redirect_uris: [] })
      const grant = { grant_type: 'client_credentials', scope: 'org:read' }
      const { status, body } = await callAs(platform(), app, grant, { headers: { origin: HOME } })
      expect([status, body.error]).toEqual([400, 'invalid_request'])
      expect(body.error_description).toBe(
        'a page must not have the credentials of an app: use a public client, or ask from your server',
      )
      expect((await callAs(platform(), app, grant, { headers: { origin: platform().base } })).status).toBe(200)
      expect((await callAs(platform(), app, grant)).status).toBe(200)
    })
  })

  test.each([
    '/.well-known/oauth-authorization-server',
    '/oauth2/jwks',
    '/webhooks/jwks',
    '/openapi.yaml',
    '/openapi.json',
    '/docs',
    '/docs/reference/problems',
    '/problems/scope_missing',
  ])('%s can be read by every page', async (path) => {
    const { status, headers } = await platform().call('GET', path, { headers: { origin: ELSEWHERE } })
    expect(status).toBeLessThan(300)
    expect(['*', ELSEWHERE]).toContain(headers.get('access-control-allow-origin'))
    const asked = await platform().call('OPTIONS', path, {
      headers: { origin: ELSEWHERE, 'access-control-request-method': 'GET' },
    })
    expect(asked.status).toBe(204)
  })

  describe('allowed_origins', () => {
    test('are none unless they are given, each once, and can be replaced', async () => {
      const admin = await platform().userToken(person().account_id, 'app:read', 'app:write', 'org:read')
      const command = { name: 'Page', kind: 'internal', scopes: ['org:read'] }
      const { body } = await platform().post('/v1.0/apps', admin, command)
      expect(body.allowed_origins).toEqual([])
      const good = [HOME, 'https://app.example:8443', 'http://localhost:5173', 'chrome-extension://abcdefgh']
      const path = `/v1.0/apps/${body.app_id}`
      const changed = await platform().call('PATCH', path, {
        token: admin,
        body: { allowed_origins: [...good, HOME] },
      })
      expect(changed.body.allowed_origins).toEqual(good)
      expect((await platform().get(path, admin)).body.allowed_origins).toEqual(good)
      const kept = await platform().call('PATCH', path, { token: admin, body: { name: 'Other' } })
      expect(kept.body.allowed_origins).toEqual(good)
    })

    test.each([
      ['https://app.example/', 'a slash after it'],
      ['https://App.example', 'upper case'],
      ['https://app.example:443', 'the usual port'],
      ['https://app.example/path', 'a path'],
      ['https://*.app.example', 'a wildcard'],
      ['*', 'a wildcard alone'],
      ['null', 'no origin'],
      ['https://bücher.example', 'a name that browsers send in punycode'],
      ['http://app.example', 'http to another machine'],
      ['file:///home', 'a file'],
      ['javascript:alert(1)', 'a script'],
      ['https://user@app.example', 'a user'],
      [' https://app.example', 'white space'],
    ])('%s is refused: %s', async (origin) => {
      const admin = await platform().userToken(person().account_id, 'app:read', 'app:write', 'org:read')
      const command = { name: 'Page', kind: 'internal', scopes: ['org:read'], allowed_origins: [HOME, origin] }
      const { status, body } = await platform().post('/v1.0/apps', admin, command)
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/allowed_origins/1'])
    })
  })

  describe('redirect URIs', () => {
    test('of a public client may have a private-use scheme, and the code arrives there', async () => {
      const redirect_uris = ['com.example.app:/callback', 'http://127.0.0.1/callback']
      const app = await publicApp({ redirect_uris })
      const { status, body } = await callAs(platform(), app, await codeFor(platform(), app, person()))
      expect([status, body.token_type]).toEqual([200, 'Bearer'])
    })

    test.each([
      ['com.example.app:/callback', { token_endpoint_auth_method: 'client_secret_basic' }],
      ['myapp:/callback', {}],
      ['javascript:alert(1)', {}],
      ['com.example.app:callback', {}],
      ['com.example.app:/callback#part', {}],
      ['com.example.app:/*', {}],
    ])('%s with %j is refused', async (uri, settings) => {
      const admin = await platform().userToken(person().account_id, 'app:write', 'org:read')
      const command = { name: 'App', kind: 'internal', scopes: ['org:read'], token_endpoint_auth_method: 'none' }
      const { status, body } = await platform().post('/v1.0/apps', admin, {
        ...command,
        redirect_uris: [uri],
        ...settings,
      })
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/redirect_uris/0'])
    })

    test('keep a query that is only a word, on success and on refusal', async () => {
      const app = await createApp(platform(), platform().organization(1).org_id, {
        kind: 'internal',
        redirect_uris: ['https://app.example/back?flag&tenant=a%20b'],
      })
      for (const decision of ['allow', 'refuse']) {
        const { parameters } = requestOf(app)
        const location = (await answerAs(platform(), parameters, person(), decision)).url.href
        expect(location).toMatch(/^https:\/\/app\.example\/back\?flag&tenant=a%20b&(code|error)=/)
        expect(new URL(location).searchParams.get('state')).toBe('the-state')
      }
    })
  })
})

/** The request that a browser sends before a call from another origin. */
const preflight = (platform: Platform, path: string, origin: string) =>
  platform.call('OPTIONS', path, {
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key',
    },
  })

const callFrom = (platform: Platform, origin: string, token: string) =>
  platform.call('GET', '/v1.0/organization', { token, headers: { origin } })
