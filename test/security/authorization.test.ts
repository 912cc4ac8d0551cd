import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actAs,
  answerAs,
  ask,
  callAs,
  createApp,
  ownClient,
  requestOf,
  returned,
  thirdPartyClient,
} from '../support/oauth.ts'
import { must, onSqlite } from '../support/platform.ts'
import { Visitor } from '../support/visitor.ts'

// The pages of the sign-in (consent CSRF, foreign uid, no cookie, an organisation of others, framing, two tabs) are in
// test/sign-in/protection.test.ts, and the flow itself in test/tokens/authorization-code.test.ts.
const RUNS = 150

onSqlite((platform) => {
  const orgId = () => platform().organization(1).org_id
  const admin = () => platform().member(platform().organization(1).org_id, 'admin')

  describe('redirect_uri', () => {
    /** Addresses that a browser, a parser or a careless comparison could take for the same one. */
    const mutation = fc.oneof(
      fc.tuple(fc.constantFrom('append', 'prepend'), fc.string({ minLength: 1, maxLength: 4, unit: 'binary' })),
      fc.tuple(
        fc.constant('append'),
        fc.constantFrom(
          '/',
          '?',
          '#',
          '/..',
          '/.',
          '?x=1',
          '#x',
          '%00',
          '%20',
          '.',
          ';x',
          '\\',
          '//',
          '&',
          '@evil.example',
        ),
      ),
      fc.tuple(
        fc.constant('host'),
        fc.constantFrom(
          '.',
          '.evil.example',
          '@evil.example',
          ':443',
          ':80',
          ':444',
          '%2eevil.example',
          '\\@evil.example',
          '#@evil.example',
          '。',
        ),
      ),
      fc.tuple(fc.constant('port'), fc.constantFrom('', ':80', ':443', ':3001', ':8444', ':03000', ':65536')),
      fc.tuple(
        fc.constant('scheme'),
        fc.constantFrom('http', 'HTTPS', 'javascript', 'data', 'https:', ' https', 'com.example.app'),
      ),
      fc.tuple(fc.constantFrom('upper', 'encode', 'decode', 'space', 'twice'), fc.nat({ max: 60 }).map(String)),
    )
    function mutate(uri: string, [how, what]: [string, string]): string {
      const [, scheme = '', host = '', rest = ''] = /^(\w+):\/\/([^/]+)(.*)$/.exec(uri) ?? []
      const at = (Number(what) || 0) % uri.length
      const char = uri.charAt(at)
      const by: Record<string, () => string> = {
        append: () => uri + what,
        prepend: () => what + uri,
        host: () => `${scheme}://${host}${what}${rest}`,
        port: () => `${scheme}://${host.replace(/:\d+$/, '')}${what}${rest}`,
        scheme: () => `${what}://${host}${rest}`,
        upper: () => uri.slice(0, at) + char.toUpperCase() + uri.slice(at + 1),
        encode: () => `${uri.slice(0, at)}%${char.charCodeAt(0).toString(16)}${uri.slice(at + 1)}`,
        decode: () => uri.replace(/%[0-7]\w/g, decodeURIComponent),
        space: () => `${uri.slice(0, at)}${'\t\n\r \u200b'[at % 5]}${uri.slice(at)}`,
        twice: () => uri.slice(0, at) + char + uri.slice(at),
      }
      return must(by[how])()
    }

    const URIS = [
      'https://app.example/back',
      'https://app.example/back/',
      'https://app.example:8443/a%2Fb?tenant=1&next=%2F',
      'https://APP.example/Zur%C3%BCck/..;/x',
      'http://127.0.0.1:3000/back',
    ]

    test('as a property: an address that is not exactly a registered one is not redirected to', async () => {
      const client = await createApp(platform(), orgId(), { redirect_uris: URIS })
      const other = fc.oneof(
        {
          weight: 8,
          arbitrary: fc
            .tuple(fc.constantFrom(...URIS), fc.array(mutation, { minLength: 1, maxLength: 2 }))
            .map(([uri, by]) => by.reduce(mutate, uri)),
        },
        { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      )
      await fc.assert(
        fc.asyncProperty(other, fc.boolean(), async (redirect_uri, broken) => {
          // Even if there is another error, which the app would otherwise get.
          const scope = broken ? 'nonsense' : 'org:read'
          const { parameters } = requestOf(client, { redirect_uri, scope })
          const answer = await ask(platform(), parameters)
          const location = answer.headers.get('location')
          if (URIS.includes(redirect_uri)) {
            expect(location).not.toBeNull()
            return
          }
          expect([answer.status, location]).toEqual([400, null])
          const pushed = await callAs(platform(), client, parameters, { path: '/oauth2/par' })
          expect([pushed.status, pushed.body.request_uri]).toEqual([400, undefined])
        }),
        { numRuns: RUNS },
      )
    })

    test('as a property: a program on this machine may use any port, and nothing else may differ', async () => {
      const uri = fc.oneof(
        fc.integer({ min: 1, max: 65_535 }).map((port) => `http://127.0.0.1:${port}/callback`),
        fc
          .tuple(fc.constant(ownClient.redirect_uri), fc.array(mutation, { minLength: 1, maxLength: 2 }))
          .map(([own, by]) => by.reduce(mutate, own)),
        fc.constantFrom(
          'http://localhost:61234/callback',
          'http://[::1]:61234/callback',
          'http://127.1:61234/callback',
          'http://2130706433/callback',
          'http://127.0.0.2/callback',
        ),
        fc.constantFrom(
          'https://127.0.0.1:1/callback',
          'http://127.0.0.1:1@evil.example/callback',
          'http://127.0.0.1.evil.example/callback',
        ),
      )
      await fc.assert(
        fc.asyncProperty(uri, async (redirect_uri) => {
          const answer = await ask(platform(), requestOf(ownClient, { redirect_uri, scope: 'nonsense' }).parameters)
          const location = answer.headers.get('location')
          if (location === null) {
            expect(answer.status).toBe(400)
            expect(redirect_uri).not.toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\])(:[1-9]\d{0,3})?\/callback$/)
            return
          }
          const { protocol, hostname, pathname, hash, username, searchParams } = new URL(location)
          expect(['127.0.0.1', '[::1]']).toContain(hostname)
          expect([protocol, pathname, hash, username]).toEqual(['http:', '/callback', '', ''])
          expect([...searchParams.keys()].sort()).toEqual(['error', 'error_description', 'iss', 'scope', 'state'])
          expect(redirect_uri).toMatch(/^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?\/callback$/)
        }),
        { numRuns: RUNS },
      )
    })

    test('one of several registered ones does not redeem the code that went to another', async () => {
      const client = await createApp(platform(), orgId(), { redirect_uris: URIS })
      const { parameters, verifier } = requestOf(client)
      const { code } = returned(await answerAs(platform(), parameters, admin()))
      const redeem = { grant_type: 'authorization_code', code: must(code), code_verifier: verifier }
      for (const redirect_uri of [must(URIS[1]), `${URIS[0]}?`, 'https://app.example/back#', undefined]) {
        const { status, body } = await callAs(platform(), client, { ...redeem, ...(redirect_uri && { redirect_uri }) })
        expect([status, ['invalid_grant', 'invalid_request'].includes(body.error)]).toEqual([400, true])
      }
      expect((await callAs(platform(), client, { ...redeem, redirect_uri: client.redirect_uri })).status).toBe(200)
    })

    test('none, even of an app that has only one', async () => {
      for (const redirect_uri of [undefined, '']) {
        const answer = await ask(platform(), requestOf(thirdPartyClient(platform()), { redirect_uri }).parameters)
        expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
      }
    })
  })

  test('an unknown client, a suspended app, and an app that signs nobody in are not redirected', async () => {
    const suspended = await createApp(platform(), orgId(), {})
    const act = await actAs(platform(), admin().account_id, 'app:write')
    await act('PATCH', `/v1.0/apps/${suspended.app_id}`, { status: 'suspended' })
    const silent = { ...must(platform().organization(1).apps[0]), redirect_uri: 'https://app.example/back' }
    const unknown = { client_id: 'app_unknown', redirect_uri: 'https://app.example/back' }
    for (const client of [
      suspended,
      silent,
      unknown,
      { ...unknown, client_id: '' },
      { ...unknown, client_id: 'x\0' },
    ]) {
      for (const changes of [{}, { response_type: 'token' }, { response_mode: 'form_post' }]) {
        const answer = await ask(platform(), requestOf(client, changes).parameters)
        expect([client.client_id, answer.status, answer.headers.get('location')]).toEqual([client.client_id, 400, null])
      }
    }
  })

  /** The form of a refusal to an app. */
  async function told(changes: Record<string, string | undefined>) {
    const client = thirdPartyClient(platform())
    const answer = await ask(platform(), requestOf(client, changes).parameters)
    const location = answer.headers.get('location')
    if (location === null || !URL.canParse(location)) return { status: answer.status, location }
    const url = new URL(location)
    const { error, iss, state } = Object.fromEntries(url.searchParams)
    return { status: answer.status, to: url.origin + url.pathname, error, iss, state, hash: url.hash }
  }

  test('PKCE that is absent, plain, without method, too short, too long, or of other characters is refused', async () => {
    const wrong: Record<string, string | undefined>[] = [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge: undefined },
      { code_challenge: '' },
      { code_challenge_method: 'plain' },
      { code_challenge_method: undefined },
      { code_challenge_method: 's256' },
      { code_challenge_method: 'S512' },
      { code_challenge: 'short' },
      { code_challenge: 'A'.repeat(129) },
      { code_challenge: `${'A'.repeat(42)}=` },
      { code_challenge: `${'A'.repeat(42)} ` },
    ]
    for (const changes of wrong) expect([changes, await told(changes)]).toEqual([changes, refused('invalid_request')])
  })

  const refused = (error: string) => ({
    status: 303,
    to: thirdPartyClient(platform()).redirect_uri,
    error,
    iss: platform().base,
    state: 'the-state',
    hash: '',
  })

  test('the response types token, code token, id_token and none are refused', async () => {
    for (const response_type of [
      'token',
      'code token',
      'id_token',
      'code id_token',
      'id_token token',
      'none',
      'CODE',
    ]) {
      const answer = await told({ response_type })
      // The refusal of such a response type may come in the fragment, as its answer would.
      expect([response_type, answer.to]).toEqual([response_type, thirdPartyClient(platform()).redirect_uri])
      const error = answer.error ?? new URLSearchParams(must(answer.hash).slice(1)).get('error')
      expect(['unsupported_response_type', 'invalid_request']).toContain(error)
    }
  })

  test('every response mode but query is refused, and not by a form that a script sends', async () => {
    for (const response_mode of [
      'form_post',
      'fragment',
      'web_message',
      'jwt',
      'query.jwt',
      'form_post.jwt',
      'x',
      'not offered',
    ]) {
      for (const more of [{}, { scope: 'nonsense' }, { prompt: 'none' }]) {
        const answer = await told({ response_mode, ...more })
        expect([response_mode, answer]).toEqual([response_mode, refused('unsupported_response_mode')])
      }
      const client = thirdPartyClient(platform())
      const { parameters } = requestOf(client, { response_mode })
      const pushed = await callAs(platform(), client, parameters, { path: '/oauth2/par' })
      expect([response_mode, pushed.status]).toEqual([response_mode, 400])
    }
    const twice = new URLSearchParams(
      requestOf(thirdPartyClient(platform()), { response_mode: 'form_post' }).parameters,
    )
    twice.append('response_mode', 'form_post')
    const answer = await fetch(`${platform().base}/oauth2/authorize?${twice}`, { redirect: 'manual' })
    expect([answer.status, new URL(must(answer.headers.get('location'))).hash]).toEqual([303, ''])
    const good = await ask(platform(), requestOf(thirdPartyClient(platform()), { response_mode: 'query' }).parameters)
    expect(good.headers.get('location')).toContain('/sign-in/')
  })

  test('prompt=none is refused, because nobody can be asked', async () => {
    expect(await told({ prompt: 'none' })).toEqual(refused('login_required'))
    for (const prompt of ['none login', 'nonsense']) {
      const answer = await told({ prompt })
      expect([prompt, answer.error]).toEqual([prompt, 'invalid_request'])
    }
  })

  test('prompt=none is refused after a sign-in in the same browser, too: nobody stays signed in', async () => {
    const client = thirdPartyClient(platform())
    const visitor = new Visitor(platform().base)
    const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(requestOf(client).parameters)}`)
    const accounts = await visitor.submit(page, '', { login: admin().email, password: admin().password })
    const consent = await visitor.submit(accounts, '/account', { account_id: admin().account_id })
    expect(returned(await visitor.submit(consent, '/consent', { decision: 'allow' })).code).toBeDefined()
    const { parameters } = requestOf(client, { prompt: 'none' })
    const silent = await visitor.open(`/oauth2/authorize?${new URLSearchParams(parameters)}`)
    expect(returned(silent)).toMatchObject({ error: 'login_required' })
    const again = await visitor.open(`/oauth2/authorize?${new URLSearchParams(requestOf(client).parameters)}`)
    expect(again.url.pathname).toMatch(/^\/sign-in\/[\w-]+$/)
  })

  test('an administrator of two organisations authorises an app for both in one browser, and both authorisations last', async () => {
    const client = thirdPartyClient(platform())
    const mei = must(platform().data.personal_accounts[0])
    const accounts = [0, 1].map((index) => {
      const { org_id, members } = platform().organization(index)
      return { org_id, account_id: must(members.find(({ email }) => email === mei.email)).account_id }
    })
    for (const { org_id, account_id } of accounts) {
      const act = await actAs(platform(), platform().member(org_id, 'founder').account_id, 'member:write')
      expect((await act('PUT', `/v1.0/members/${account_id}/role`, { role: 'admin' })).status).toBe(200)
    }
    const visitor = new Visitor(platform().base)
    const got: { of: string; access_token: string; refresh_token: string }[] = []
    for (const { org_id, account_id } of accounts) {
      const { parameters, verifier } = requestOf(client)
      const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(parameters)}`)
      const list = await visitor.submit(page, '', { login: mei.email, password: mei.password })
      const consent = await visitor.submit(list, '/account', { account_id })
      const { code } = returned(await visitor.submit(consent, '/consent', { decision: 'allow' }))
      const redeem = { code: must(code), redirect_uri: client.redirect_uri, code_verifier: verifier }
      const { body } = await callAs(platform(), client, { grant_type: 'authorization_code', ...redeem })
      got.push({ of: org_id, ...body })
    }
    for (const { of, access_token, refresh_token } of got) {
      expect((await platform().get('/v1.0/organization', access_token)).body.org_id).toBe(of)
      const { body } = await callAs(platform(), client, { grant_type: 'refresh_token', refresh_token })
      expect((await platform().get('/v1.0/organization', body.access_token)).body.org_id).toBe(of)
    }
  })

  test('a request in a JWT or at an address, claims and a registration are ignored', async () => {
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"redirect_uri":"https://evil.example/"}')}.`
    for (const changes of [
      { request: unsigned },
      { request_uri: 'https://evil.example/request' },
      { registration: '{}' },
    ]) {
      const answer = await ask(platform(), requestOf(thirdPartyClient(platform()), changes).parameters)
      const location = answer.headers.get('location')
      expect(answer.status).toBeLessThan(500)
      expect(location ?? '').not.toContain('evil')
      if (!('registration' in changes)) expect(location ?? '').not.toContain('/sign-in/')
    }
  })

  test('iss and state come back exactly, even on refusal', async () => {
    const client = thirdPartyClient(platform())
    for (const state of ['a b+c%20&d=e', 'é中🙂', '"<script>"', 'x'.repeat(500), 'a\r\nset-cookie: b=c', '../..']) {
      const answer = await ask(platform(), requestOf(client, { state, scope: 'nonsense' }).parameters)
      const { searchParams } = new URL(must(answer.headers.get('location')))
      expect([searchParams.get('state'), searchParams.get('iss')]).toEqual([state, platform().base])
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('b=c')
    }
    const { parameters } = requestOf(client, { state: undefined })
    const back = returned(await answerAs(platform(), parameters, admin()))
    expect(Object.keys(back).sort()).toEqual(['code', 'iss'])
    expect(returned(await answerAs(platform(), requestOf(client).parameters, admin(), 'refuse'))).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'the-state',
      iss: platform().base,
    })
  })

  test('no parameter is reflected as HTML, on a page or in JSON', async () => {
    const client = thirdPartyClient(platform())
    const html = '"><script>alert(1)</script>'
    for (const name of Object.keys(requestOf(client).parameters)) {
      for (const accept of ['text/html', 'application/json']) {
        const { parameters } = requestOf(client, { [name]: html })
        const url = `${platform().base}/oauth2/authorize?${new URLSearchParams(parameters)}`
        const answer = await fetch(url, { redirect: 'manual', headers: { accept } })
        expect(await answer.text()).not.toContain('<script>alert')
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      }
    }
  })

  test('the answer of another browser’s sign-in can’t be fetched by its address', async () => {
    const visitor = new Visitor(platform().base)
    const page = await visitor.open(
      `/oauth2/authorize?${new URLSearchParams(requestOf(thirdPartyClient(platform())).parameters)}`,
    )
    const uid = must(page.url.pathname.split('/')[2])
    for (const path of [`/oauth2/authorize/${uid}`, `/sign-in/${uid}`, `/oauth2/authorize/${uid}x`]) {
      const answer = await fetch(platform().base + path, { redirect: 'manual' })
      expect([path, answer.status >= 400 && answer.status < 500, answer.headers.get('location')]).toEqual([
        path,
        true,
        null,
      ])
    }
  })

  test('one sign-in that is allowed twenty times at once gives at most one code', async () => {
    const client = thirdPartyClient(platform())
    const { parameters, verifier } = requestOf(client)
    const visitor = new Visitor(platform().base)
    const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(parameters)}`)
    const accounts = await visitor.submit(page, '', { login: admin().email, password: admin().password })
    const consent = await visitor.submit(accounts, '/account', { account_id: admin().account_id })
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => visitor.submit(consent, '/consent', { decision: 'allow' })),
    )
    const codes = new Set(pages.map((one) => one.url.searchParams.get('code')).filter((code) => code !== null))
    expect(codes.size).toBe(1)
    for (const { status } of pages) expect(status).toBeLessThan(500)
    const [code = ''] = codes
    const redeem = {
      grant_type: 'authorization_code',
      redirect_uri: client.redirect_uri,
      code_verifier: verifier,
      code,
    }
    const tokens = await callAs(platform(), client, redeem)
    expect([200, 400]).toContain(tokens.status)
    const act = await actAs(platform(), admin().account_id, 'app:read')
    expect((await act('GET', '/v1.0/authorizations')).body.data).toHaveLength(1)
  })

  test('as a property: any request gets an answer without a server error, and goes to the app or nowhere', async () => {
    const client = thirdPartyClient(platform())
    const names = [
      'response_type',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'prompt',
      'display',
      'max_age',
      'ui_locales',
    ]
    const others = [
      'id_token_hint',
      'login_hint',
      'acr_values',
      'claims',
      'resource',
      'dpop_jkt',
      'code_challenge',
      'request',
    ]
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('0', '-1', '{}', '[]', 'null', '__proto__', '\0'),
    )
    const changed = fc.dictionary(
      fc.constantFrom(...names, ...others, 'response_mode', 'client_secret', 'grant_id'),
      value,
      { minKeys: 1, maxKeys: 4 },
    )
    await fc.assert(
      fc.asyncProperty(changed, async (changes) => {
        const answer = await ask(platform(), requestOf(client, { ...changes }).parameters)
        expect(answer.status).toBeLessThan(500)
        const location = answer.headers.get('location')
        if (location === null) return
        const url = new URL(location, platform().base)
        if (url.origin === platform().base) expect(url.pathname).toMatch(/^\/sign-in\//)
        else
          expect([url.origin + url.pathname, url.searchParams.get('iss')]).toEqual([
            client.redirect_uri,
            platform().base,
          ])
      }),
      { numRuns: RUNS },
    )
  })
})
