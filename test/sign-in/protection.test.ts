import { expect, test } from 'vitest'
import { query, rows } from '../support/database.ts'
import { open } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { said, sentToSignIn, signedIn, signInAs, thirdPartyApp, tokenOf } from '../support/sign-in.ts'
import { authorizationRequest, formOf, type Page, textOf, Visitor } from '../support/visitor.ts'

onEachStore((platform) => {
  const authorizationsOf = (orgId: string) =>
    query(platform(), `select app_id from "authorization" where org_id = '${orgId}' and status = 'active'`)

  /** An administrator on the consent page, with everything that the form sends. */
  async function atConsent() {
    const { orgId, admin, member, founder } = await open(platform(), 1)
    const signed = await signedIn(platform(), admin)
    const consent = await signed.visitor.submit(signed.accounts, '/account', { account_id: admin.account_id })
    const { action, hidden } = formOf(consent, '/consent')
    const fields: Record<string, string> = { ...hidden, decision: 'allow' }
    return { ...signed, orgId, admin, member, founder, consent, action, fields }
  }

  test('a form is refused without the token of its page, with another page’s, and when another site sends it', async () => {
    const { visitor, action, fields, orgId, page } = await atConsent()
    const { token: _, ...without } = fields
    const other = tokenOf((await sentToSignIn(platform())).page.html)
    const refused: [Record<string, string>, object][] = [
      [without, {}],
      [{ ...fields, token: other }, {}],
      [{ ...fields, token: tokenOf(page.html) }, {}],
      [fields, { 'sec-fetch-site': 'cross-site' }],
      [fields, { 'sec-fetch-site': 'same-site' }],
      [fields, { origin: 'https://evil.example' }],
    ]
    for (const [form, headers] of refused) {
      expect(said(await visitor.post(action, form, headers))).toEqual([
        403,
        expect.stringContaining('Nothing was changed.'),
      ])
    }
    expect(await authorizationsOf(orgId)).toEqual([])
    const own = { 'sec-fetch-site': 'same-origin', origin: 'null' }
    expect((await visitor.post(action, fields, own)).url.searchParams.has('code')).toBe(true)
  })

  test('a page without the cookie, or with another sign-in’s, belongs to another browser', async () => {
    const { page, uid } = await sentToSignIn(platform())
    const foreign = await new Visitor(platform().base).open(page.url.pathname)
    expect(said(foreign)).toEqual([403, expect.stringContaining('belongs to another browser')])
    const other = await sentToSignIn(platform())
    for (const [name, { value }] of [...other.visitor.cookies]) {
      other.visitor.cookies.set(name.replace(other.uid, uid), { value, path: `/sign-in/${uid}` })
    }
    expect((await other.visitor.open(page.url.pathname)).status).toBe(410)
  })

  test('the session of one sign-in does not work in another', async () => {
    const { admin } = await open(platform(), 1)
    const signed = await signedIn(platform(), admin)
    const other = await sentToSignIn(platform())
    const name = `sendoff_sign_in /sign-in/${signed.uid}`
    const { value } = must(signed.visitor.cookies.get(name))
    other.visitor.cookies.set(`sendoff_sign_in /sign-in/${other.uid}`, { value, path: `/sign-in/${other.uid}` })
    expect((await other.visitor.open(`/sign-in/${other.uid}/account`)).url.pathname).toBe(`/sign-in/${other.uid}`)
    signed.visitor.cookies.set(name, { value: `${value.slice(0, -4)}AAAA`, path: `/sign-in/${signed.uid}` })
    expect((await signed.visitor.open(`/sign-in/${signed.uid}/account`)).url.pathname).toBe(`/sign-in/${signed.uid}`)
  })

  test('nobody decides for an account that is not theirs', async () => {
    const { visitor, accounts, action, fields, orgId, founder } = await atConsent()
    const foreign = { account_id: founder.account_id }
    expect((await visitor.submit(accounts, '/account', foreign)).status).toBe(409)
    expect((await visitor.post(action, { ...fields, ...foreign })).status).toBe(409)
    expect(await authorizationsOf(orgId)).toEqual([])
  })

  test('no screen can be skipped', async () => {
    const { admin, orgId } = await open(platform(), 1)
    const { visitor, page, uid } = await sentToSignIn(platform())
    for (const step of ['account', 'consent']) {
      const shown = await visitor.open(`/sign-in/${uid}/${step}`)
      expect([shown.url.pathname, shown.status]).toEqual([`/sign-in/${uid}`, 200])
    }
    const token = tokenOf((await visitor.open(page.url.pathname)).html)
    const fields = { token, account_id: admin.account_id, scopes: 'org:read org:unlink', decision: 'allow' }
    expect((await visitor.post(`/sign-in/${uid}/consent`, fields)).url.pathname).toBe(`/sign-in/${uid}`)
    const accounts = await signInAs(visitor, await visitor.open(page.url.pathname), admin)
    const skipped = await visitor.post(`/sign-in/${uid}/consent`, { ...fields, token: tokenOf(accounts.html) })
    expect(skipped.status).toBe(200)
    expect(skipped.url.searchParams.has('code')).toBe(false)
    expect(await authorizationsOf(orgId)).toEqual([])
  })

  test('only the scopes that were shown are granted: others in the form grant nothing', async () => {
    const { visitor, action, fields, orgId } = await atConsent()
    const more = await visitor.post(action, { ...fields, scopes: 'org:read org:unlink member:read' })
    expect(more.url.searchParams.has('code')).toBe(false)
    expect(await authorizationsOf(orgId)).toEqual([])
  })

  for (const change of ["condition = 'frozen'", "role = 'member'", "status = 'departed'"]) {
    test(`S3, S22: an account that changed while its owner was deciding grants nothing (${change})`, async () => {
      const { visitor, action, fields, orgId, admin } = await atConsent()
      const [column = '', value = ''] = change.replaceAll("'", '').split(' = ')
      await rows(platform(), (db) =>
        db
          .updateTable('account')
          .set({ [column]: value })
          .where('account_id', '=', admin.account_id)
          .execute(),
      )
      const answer = await visitor.post(action, fields)
      expect(said(answer)).toEqual([409, expect.stringContaining('This account can no longer be used here.')])
      expect(await authorizationsOf(orgId)).toEqual([])
    })
  }

  test('a sign-in that another tab finished says so', async () => {
    const { visitor, action, fields, consent } = await atConsent()
    await visitor.post(action, fields)
    for (const again of [await visitor.post(action, fields), await visitor.open(consent.url.pathname)]) {
      expect(said(again)).toEqual([
        410,
        expect.stringContaining('You completed this sign-in in another tab or window.'),
      ])
    }
  })

  test('a sign-in that has expired says so, and how to go on', async () => {
    const { visitor, page, accounts } = await signedIn(platform(), (await open(platform(), 1)).admin)
    await rows(platform(), (db) => db.deleteFrom('oidc_model').where('kind', '=', 'Interaction').execute())
    const form = formOf(accounts, '/account')
    for (const answer of [await visitor.open(page.url.pathname), await visitor.post(form.action, form.hidden)]) {
      expect(said(answer)).toEqual([410, expect.stringContaining('Go back to the app and start again.')])
    }
  })

  test('two sign-ins run side by side in one browser', async () => {
    const { admin, founder } = await open(platform(), 1)
    const { app, visitor, page } = await sentToSignIn(platform())
    const second = await visitor.open(authorizationRequest(app, { scope: 'org:read' }).path)
    const [one, other] = [await signInAs(visitor, page, admin), await signInAs(visitor, second, founder)]
    expect(textOf((await visitor.open(one.url.pathname)).html)).toContain(admin.email)
    expect(textOf((await visitor.open(other.url.pathname)).html)).toContain(founder.email)
  })

  test('no page runs scripts, loads from elsewhere, or can be framed or cached', async () => {
    const { page, accounts, consent } = await atConsent()
    const { visitor } = await sentToSignIn(platform())
    const pages: Page[] = [
      page,
      accounts,
      consent,
      await visitor.open('/sign-in/none'),
      await visitor.open('/sign-in/'),
    ]
    for (const { headers, html } of pages) {
      const policy = must(headers.get('content-security-policy')).split('; ')
      for (const rule of ["default-src 'none'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy).toContain(rule)
      }
      expect(policy.join()).not.toMatch(/script-src|unsafe|\*/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(html).not.toMatch(/<script|\son\w+=|style=|https?:\/\//i)
    }
    expect(consent.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:4100;")
  })

  test('the cookies belong to this sign-in, and are out of reach of scripts and other sites', async () => {
    const { app, admin } = { app: thirdPartyApp(platform()), ...(await open(platform(), 1)) }
    const { visitor, page } = await sentToSignIn(platform())
    const body = new URLSearchParams({ ...formOf(page, '').hidden, login: admin.email, password: admin.password })
    const cookie = [...visitor.cookies].map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ')
    const answer = await fetch(page.url, { method: 'POST', body, redirect: 'manual', headers: { cookie } })
    const [kept = ''] = answer.headers.getSetCookie()
    expect(kept).toMatch(/^sendoff_sign_in=/)
    for (const flag of ['HttpOnly', 'SameSite=Lax', `Path=${page.url.pathname}`]) expect(kept).toContain(flag)
    expect(kept).not.toContain(app.client_id)
  })

  test('names are shown as text, whatever they contain', async () => {
    const name = '"><img src=x onerror=alert(1)>'
    await rows(platform(), (db) => db.updateTable('app').set({ name }).where('kind', '=', 'third_party').execute())
    await rows(platform(), (db) => db.updateTable('organization').set({ name }).execute())
    const { admin } = await open(platform(), 1)
    const { visitor, page, accounts } = await signedIn(platform(), admin)
    const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
    for (const { html } of [page, accounts, consent]) {
      expect(html).not.toContain('<img')
      expect(html).toContain('&lt;img src=x')
    }
  })

  test('only small forms are read', async () => {
    const { visitor, page, uid } = await sentToSignIn(platform())
    const { hidden } = formOf(page, '')
    const large = await visitor.post(page.url.pathname, { ...hidden, login: 'x'.repeat(20_000) })
    expect(said(large)).toEqual([400, expect.stringContaining('The form could not be read')])
    const cookie = [...visitor.cookies].map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ')
    for (const [type, body] of [
      ['application/json', JSON.stringify(hidden)],
      ['text/plain', 'login=x'],
      ['multipart/form-data; boundary=x', '--x--'],
    ] as const) {
      const answer = await fetch(page.url, { method: 'POST', body, headers: { cookie, 'content-type': type } })
      expect(answer.status).toBe(400)
    }
    for (const path of [`/sign-in/${uid}/nothing`, '/sign-in/%ff', '/sign-in']) {
      expect([404, 403]).toContain((await new Visitor(platform().base).open(path)).status)
    }
  })

  test('a person with an unknown app, or an address that is not the app’s, reads so on a page and is not redirected', async () => {
    const app = thirdPartyApp(platform())
    const visitor = new Visitor(platform().base, { accept: 'text/html,*/*;q=0.8' })
    for (const wrong of [
      { ...app, client_id: 'app_none' },
      { ...app, redirect_uri: 'https://evil.example/' },
    ]) {
      const answer = await visitor.open(authorizationRequest(wrong, { scope: 'org:read' }).path)
      expect(said(answer)).toEqual([400, expect.stringContaining('Unknown app')])
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(answer.html).not.toContain('evil.example')
    }
    const over = await visitor.open('/oauth2/authorize/nothing-at-all')
    expect(said(over)).toEqual([410, expect.stringContaining('This sign-in has expired')])
  })
})
