import { beforeAll, describe, expect, test } from 'vitest'
import { accountsAt, buildConsole, ConsoleVisitor, consoleOf, consultant } from '../support/console.ts'
import { query } from '../support/database.ts'
import { must, onEachStore } from '../support/platform.ts'
import { signInAs } from '../support/sign-in.ts'

beforeAll(buildConsole)

onEachStore((platform) => {
  describe('a sign-in', () => {
    test('asks for the account and for no consent, and returns to where it began', async () => {
      const mei = consultant(platform())
      const { page } = await consoleOf(platform(), mei, '/console/security?from=settings')
      expect([page.status, page.url.pathname + page.url.search]).toEqual([200, '/console/security?from=settings'])
    })

    test('S120: keeps the refresh token in a sealed cookie that no script and no other site can use', async () => {
      const mei = consultant(platform())
      const visitor = new ConsoleVisitor(platform().base)
      const accounts = await accountsAt(visitor, mei)
      const form = await visitor.submit(accounts, '/account', { account_id: mei.account_id })
      expect(form.status).toBe(200)
      const { headers, body } = await visitor.session('token')
      const cookie = must(headers.getSetCookie().find((one) => one.startsWith('sendoff_console=')))
      for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/console/session'])
        expect(cookie).toContain(attribute)
      expect(cookie).toMatch(/^sendoff_console=v1\.[\w-]+;/)
      expect(Object.keys(body).sort()).toEqual(['access_token', 'account_id', 'expires_in', 'fresh', 'scope'])
    })

    test('gives the page a token of the chosen account with the scopes of its role', async () => {
      const { orgId, founder } = founderOf()
      const { visitor } = await consoleOf(platform(), founder)
      const { body } = await visitor.session('token')
      expect(body).toMatchObject({ account_id: founder.account_id, fresh: true })
      expect(body.scope.split(' ')).toContain('org:dissolve')
      const me = await platform().get('/v1.0/me', body.access_token)
      expect(me.body).toMatchObject({ account_id: founder.account_id, org_id: orgId })
      const consents = (await platform().get('/v1.0/me/consents', body.access_token)).body.data
      expect(consents).toMatchObject([{ app_id: 'app_console', app_name: 'Sendoff Console' }])
    })

    test('returns to the console alone, whatever address was asked for', async () => {
      const mei = consultant(platform())
      const elsewhere = [
        'https://evil.example/console',
        '//evil.example/console',
        '/v1.0/me',
        '/consolex',
        '/console/session/sign-in',
      ]
      for (const to of elsewhere) {
        const { page } = await consoleOf(platform(), mei, to)
        expect([to, page.url.pathname]).toEqual([to, '/console'])
      }
    })

    test('that began in another browser is refused there', async () => {
      const mei = consultant(platform())
      const [victim, attacker] = [new ConsoleVisitor(platform().base), new ConsoleVisitor(platform().base)]
      const page = await attacker.open('/console/session/sign-in')
      const accounts = await signInAs(attacker, page, mei)
      // The victim has every cookie of the sign-in pages, but not the one of the console.
      for (const [name, cookie] of attacker.cookies)
        if (!name.startsWith('sendoff_console')) victim.cookies.set(name, cookie)
      const back = await victim.submit(accounts, '/account', { account_id: mei.account_id })
      expect([back.url.pathname, back.url.search]).toEqual(['/console', '?sign_in=failed'])
      expect(victim.sessionCookie).toBeUndefined()
    })

    test('that the person cancels returns to the console without a session', async () => {
      const visitor = new ConsoleVisitor(platform().base)
      const page = await visitor.open('/console/session/sign-in')
      const back = await visitor.submit(page, '/refuse', {})
      expect([back.status, back.url.pathname]).toEqual([200, '/console'])
      expect((await visitor.session('token')).body).toMatchObject({ code: 'signed_out' })
    })

    test('the console’s app gets no token of its own, and no other address', async () => {
      const asked = await platform().call('POST', '/oauth2/token', {
        headers: { authorization: `Basic ${btoa('app_console:guessed')}` },
        raw: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
      expect([asked.status, asked.body.error]).toEqual([401, 'invalid_client'])
      const parameters = new URLSearchParams({
        response_type: 'code',
        client_id: 'app_console',
        redirect_uri: 'http://127.0.0.1/callback',
      })
      const elsewhere = await fetch(`${platform().base}/oauth2/authorize?${parameters}`, { redirect: 'manual' })
      expect(elsewhere.status).toBe(400)
    })

    test('goes on after a restart with another address, and keeps one secret', async () => {
      await platform().restart()
      const rows = await query(platform(), "select redirect_uris from app where app_id = 'app_console'")
      expect(JSON.parse(must(rows[0]).redirect_uris)).toEqual([`${platform().base}/console/session/callback`])
      expect(await query(platform(), "select secret_id from app_secret where app_id = 'app_console'")).toHaveLength(1)
    })
  })

  describe('a token', () => {
    test.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['another host of the site', { 'sec-fetch-site': 'same-site' }],
      ['an address that was typed', { 'sec-fetch-site': 'none' }],
      ['a program', {}],
    ])('S121: is refused to %s, though the cookie comes along', async (_who, headers) => {
      const { visitor } = await consoleOf(platform(), consultant(platform()))
      for (const route of ['token', 'switch', 'sign-out']) {
        const answer = await visitor.session(route, {}, headers as Record<string, string>)
        expect([answer.status, answer.body]).toEqual([403, { code: 'cross_site' }])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
      expect((await visitor.session('token')).status).toBe(200)
    })

    test('is given to ten requests of two tabs at once, and the session goes on', async () => {
      const { visitor } = await consoleOf(platform(), consultant(platform()))
      const tabs = [visitor.copy(), visitor.copy()]
      const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => must(tabs[i % 2]).session('token')))
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
      for (const tab of tabs) expect((await tab.session('token')).status).toBe(200)
    })

    test('is given to a duplicated tab, and to the first one after it', async () => {
      const { visitor } = await consoleOf(platform(), consultant(platform()))
      const duplicate = visitor.copy()
      expect((await duplicate.session('token')).status).toBe(200)
      expect((await visitor.session('token')).status).toBe(200)
    })

    test('is not given for a cookie that somebody made', async () => {
      const visitor = new ConsoleVisitor(platform().base)
      visitor.cookies.set('sendoff_console /console/session', { value: 'v1.AAAA', path: '/console/session' })
      expect((await visitor.session('token')).body).toMatchObject({ code: 'signed_out' })
    })
  })

  describe('the end of a session', () => {
    test('S3, S21, S123: a departure elsewhere says why, until when it can be undone and whom to ask, and offers the other accounts', async () => {
      const mei = consultant(platform())
      const { visitor } = await consoleOf(platform(), mei)
      const token = await platform().userToken(
        platform().member(mei.first.org_id, 'founder').account_id,
        'member:offboard',
      )
      const offboarded = await platform()
        .as(token)
        .call('offboardings.create', { account_id: mei.account_id, reason_code: 'restructuring' })
      expect(offboarded).toBeDefined()
      const { status, body } = await visitor.session('token')
      expect([status, body.code]).toEqual([401, 'account_departed'])
      expect(body.departure).toMatchObject({
        organization_name: mei.first.name,
        initiator: 'admin',
        reason_code: 'restructuring',
        restorable_until: expect.any(String),
      })
      expect(body.departure.admins).not.toEqual([])
      expect(body.accounts.map((one: any) => one.account_id)).toContain(mei.second.account_id)
      expect((await visitor.session('switch', { account_id: mei.second.account_id })).status).toBe(204)
      expect((await visitor.session('token')).body).toMatchObject({ account_id: mei.second.account_id })
    })

    test('S22, S123: a restriction says its condition and who can help', async () => {
      const mei = consultant(platform())
      const { visitor } = await consoleOf(platform(), mei)
      const token = await platform().userToken(
        platform().member(mei.first.org_id, 'founder').account_id,
        'member:condition:write',
      )
      await platform().as(token).call('members.setCondition', { account_id: mei.account_id, condition: 'frozen' })
      const { body } = await visitor.session('token')
      expect(body).toMatchObject({ code: 'account_restricted', condition: 'frozen', organization_name: mei.first.name })
      expect(body.admins).not.toEqual([])
    })

    test('S123: a new password ends it, and gives away nothing else', async () => {
      const mei = consultant(platform())
      const { visitor } = await consoleOf(platform(), mei)
      const { body } = await visitor.session('token')
      const changed = { password: mei.password, new_password: 'four quiet words more' }
      await platform().as(body.access_token).call('me.changePassword', changed)
      const ended = await visitor.session('token')
      expect([ended.status, ended.body]).toEqual([401, { code: 'password_changed', request_id: expect.any(String) }])
      expect((await visitor.session('switch', { account_id: mei.second.account_id })).body).toMatchObject({
        code: 'sign_in_needed',
      })
    })

    test('signing out ends the tokens of this browser, and leaves those of another', async () => {
      const mei = consultant(platform())
      const [one, other] = [await consoleOf(platform(), mei), await consoleOf(platform(), mei)]
      const { body } = await one.visitor.session('token')
      const stolen = one.visitor.copy()
      expect((await one.visitor.session('sign-out')).status).toBe(204)
      expect(one.visitor.sessionCookie).toBeUndefined()
      expect((await platform().get('/v1.0/me', body.access_token)).status).toBe(401)
      expect((await stolen.session('token')).body).toMatchObject({ code: 'session_ended' })
      expect((await other.visitor.session('token')).status).toBe(200)
    })

    test('signing out everywhere ends every session of the person in the console, and no app’s', async () => {
      const mei = consultant(platform())
      const [one, other] = [await consoleOf(platform(), mei), await consoleOf(platform(), mei)]
      const elsewhere = await platform().userToken(mei.account_id, 'account:read')
      expect((await one.visitor.session('sign-out', { everywhere: true })).status).toBe(204)
      expect((await other.visitor.session('token')).body).toMatchObject({ code: 'session_ended' })
      expect((await platform().get('/v1.0/me', elsewhere)).status).toBe(200)
    })
  })

  describe('changing the account', () => {
    test('S122: needs no password while the sign-in is fresh, and ends the former account’s tokens', async () => {
      const mei = consultant(platform())
      const { visitor } = await consoleOf(platform(), mei)
      const before = (await visitor.session('token')).body.access_token
      expect((await visitor.session('switch', { account_id: mei.second.account_id })).status).toBe(204)
      const { body } = await visitor.session('token')
      expect(body.account_id).toBe(mei.second.account_id)
      expect((await platform().get('/v1.0/me', before)).status).toBe(401)
    })

    test('of somebody else is refused', async () => {
      const mei = consultant(platform())
      const { visitor } = await consoleOf(platform(), mei)
      const foreign = platform().member(mei.first.org_id, 'founder').account_id
      expect((await visitor.session('switch', { account_id: foreign })).body).toMatchObject({
        code: 'account_not_allowed',
      })
      expect((await visitor.session('token')).body).toMatchObject({ account_id: mei.account_id })
    })
  })

  function founderOf() {
    const [{ org_id: orgId }] = [must(platform().data.organizations[0])]
    return { orgId, founder: platform().member(orgId, 'founder') }
  }
})
