import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { barriersOf, noBrowser, openBrowser, overflowOf, tooSmallToTouch } from '../support/browser.ts'
import { rows } from '../support/database.ts'
import { must, openPlatform, type Platform } from '../support/platform.ts'
import { ownApp, thirdPartyApp } from '../support/sign-in.ts'
import { authorizationRequest } from '../support/visitor.ts'

describe('in a browser', () => {
  let opened: { platform: Platform; close(): Promise<void> }
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let app: Server
  beforeAll(async () => {
    if (noBrowser) return
    opened = await openPlatform('sqlite')
    browser = await openBrowser()
    app = createServer((_req, res) => void res.end('the app')).listen(0, '127.0.0.1')
    await once(app, 'listening')
  })
  beforeEach(async ({ skip }) => {
    skip(noBrowser !== undefined, noBrowser)
    await opened.platform.reset()
  })
  afterAll(async () => {
    await browser?.close()
    app?.close()
    await opened?.close()
  })

  /** The demo's third-party app, where the test answers for it. */
  async function openApp(platform: Platform) {
    const { client_id } = thirdPartyApp(platform)
    const redirect_uri = `http://127.0.0.1:${(app.address() as AddressInfo).port}/callback`
    const redirect_uris = JSON.stringify([redirect_uri])
    await rows(platform, (db) => db.updateTable('app').set({ redirect_uris }).where('app_id', '=', client_id).execute())
    return { client_id, redirect_uri }
  }

  const ways = [
    { locale: 'en-GB', colorScheme: 'light' },
    { locale: 'en-GB', colorScheme: 'dark' },
    { locale: 'zh-CN', colorScheme: 'light' },
    { locale: 'zh-CN', colorScheme: 'dark' },
  ] as const
  test.each(ways)(
    'every page can be read, touched and used by everybody on a phone: $locale, $colorScheme',
    async (way) => {
      const { platform } = opened
      const mei = await personOfEveryKind(platform)
      const page = await browser.window({ ...way, viewport: { width: 320, height: 640 } })
      const seen: string[] = []
      const look = async (what: string) => {
        expect(await page.locator('html').getAttribute('lang'), what).toBe(way.locale === 'zh-CN' ? 'zh-CN' : 'en')
        expect(await page.title(), what).toMatch(/^\S.* · Sendoff$/)
        expect(await barriersOf(page), what).toEqual([])
        expect(await overflowOf(page), what).toBeLessThanOrEqual(0)
        expect(await tooSmallToTouch(page), what).toEqual([])
        seen.push(await page.title())
      }

      await page.goto(platform.base + authorizationRequest(await openApp(platform), { scope: everything }).path)
      await look('sign in')
      await fill(page, { login: mei.email, password: 'not the password' })
      await look('wrong password')
      expect(await page.locator('#login').getAttribute('aria-describedby')).toBe('error')
      await page.goto(`${page.url()}/recover`)
      await look('recover')
      await fill(page, { login: 'no address' })
      await look('no address')
      await fill(page, { login: mei.email })
      await look('code')
      await fill(page, { code: '000000', new_password: 'long enough 1' })
      await look('wrong code')
      await page.locator('.aside a').last().click()
      await fill(page, { login: mei.email, password: mei.password })
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
      await look('accounts of every kind')
      const accounts = page.url()
      await page.locator('a[href$="/invitations"]').click()
      await look('invitations')
      await page.locator('button[value="decline"]').click()
      await look('invitations, all answered')
      await page.locator('a[href$="/account"]').click()
      await page.locator('.choice').first().click()
      await look('consent')
      const consent = page.url()

      await page.goto(platform.base + authorizationRequest(ownApp, { scope: 'account:read org:dissolve' }).path)
      await fill(page, { login: mei.email, password: mei.password })
      await page.locator('.choice').last().click()
      await look('consent with scopes withheld')

      await page.goto(platform.base + authorizationRequest({ ...ownApp, client_id: 'app_none' }, {}).path)
      await look('unknown app')
      await page.goto(`${platform.base}/sign-in/nothing`)
      await look('foreign')
      await page.goto(`${platform.base}/sign-in/nothing/at/all`)
      await look('not found')
      await page.goto(accounts)
      await page.locator('form[action$="/refuse"] button').click({ noWaitAfter: true })
      await page.waitForURL(/error=access_denied/)
      await page.goto(consent)
      await look('finished')

      await page.goto(platform.base + authorizationRequest(ownApp, { scope: 'account:read' }).path)
      for (let i = 0; i < 6; i++) await fill(page, { login: mei.email, password: 'not the password' })
      await look('too many attempts')
      // Titles are unique, except that a form and the same form with an error share one.
      expect(new Set(seen).size).toBe(12)
    },
    PATIENCE,
  )

  test(
    'the pages of a first password can be used by everybody on a phone',
    async () => {
      const { platform } = opened
      const [email, path] = [platform.member(platform.organization(0).org_id, 'member').email, '/sign-in/password']
      const page = await browser.window({ locale: 'zh-CN', viewport: { width: 320, height: 640 } })
      const look = async (what: string) => {
        expect(await barriersOf(page), what).toEqual([])
        expect(await overflowOf(page), what).toBeLessThanOrEqual(0)
        expect(await tooSmallToTouch(page), what).toEqual([])
        return page.title()
      }
      await page.goto(platform.base + path)
      expect(await look('no link')).toMatch(/^此链接已失效/)
      // The operator's link holds a code like those of the recovery, which the sandbox shows.
      const wanted = { email, purpose: 'recover' }
      const { verification_id } = (await platform.post('/v1.0/verification-codes', undefined, wanted)).body
      const [{ code }] = (await platform.get('/v1.0/sandbox/verification-codes')).body.data
      await page.goto(`${platform.base}${path}?link=${verification_id}.${code}`)
      expect(await look('first password')).toMatch(/^设置密码/)
      await fill(page, { new_password: 'long enough 2' })
      expect(await look('first password, set')).toMatch(/^密码已设置/)
    },
    PATIENCE,
  )

  test('the search for barriers finds known ones', async () => {
    const page = await browser.window({ viewport: { width: 320, height: 640 } })
    await page.setContent('<p style="width: 400px; color: #ddd">pale<input><a href="#" id="tiny">x</a></p>')
    const found = (await barriersOf(page)).map((barrier) => barrier.split(':')[0])
    expect(found).toEqual(expect.arrayContaining(['color-contrast', 'html-has-lang', 'label']))
    expect(await overflowOf(page)).toBeGreaterThan(0)
    expect(await tooSmallToTouch(page)).toEqual(expect.arrayContaining([expect.stringContaining('tiny')]))
  })

  test('without JavaScript a person signs in, chooses, consents and is sent back to the app', async () => {
    const { platform } = opened
    const { org_id, name } = platform.organization(1)
    const admin = platform.member(org_id, 'admin')
    const page = await browser.window({ javaScriptEnabled: false, locale: 'en-GB' })
    await page.goto(platform.base + authorizationRequest(await openApp(platform), { scope: 'org:unlink' }).path)
    await fill(page, { login: admin.email, password: admin.password })
    await page.locator('.choice', { hasText: name }).click()
    expect(await page.locator('h1').innerText()).toBe(`Authorise Dogwood Directory Sync for ${name}`)
    await page.locator('button[value=allow]').click()
    // Chromium checks the redirect back to the app against form-action; its arrival is part of the test.
    await page.waitForURL(/\?code=.*&state=the-state/)
    expect(await page.locator('body').innerText()).toBe('the app')
  })

  test('the browser sends the forms as expected, loads nothing else, and reports no violation of the policy', async () => {
    const { platform } = opened
    const admin = platform.member(platform.organization(1).org_id, 'admin')
    const page = await browser.window({ locale: 'en-GB' })
    const [complaints, requested]: [string[], Set<string>] = [[], new Set()]
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname !== '/sign-in/icon.svg') requested.add(pathname.replace(/[\w-]{43}/, '…'))
    })
    await page.goto(platform.base + authorizationRequest(await openApp(platform), { scope: 'org:read' }).path)
    await fill(page, { login: admin.email, password: admin.password })
    await page.locator('.choice').click()
    expect(complaints).toEqual([])
    expect([...requested].sort()).toEqual(
      ['', '/account', '/consent']
        .map((step) => `/sign-in/…${step}`)
        .concat('/oauth2/authorize', '/sign-in/style.css')
        .sort(),
    )
  })

  test('a keyboard is enough, and the focus is visible', async () => {
    const { platform } = opened
    const admin = platform.member(platform.organization(1).org_id, 'admin')
    const page = await browser.window({ locale: 'en-GB' })
    await page.goto(platform.base + authorizationRequest(await openApp(platform), { scope: 'org:read' }).path)
    await page.locator('#login').focus()
    await page.keyboard.type(admin.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(admin.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/account$/)
    await page.locator('.language').last().focus()
    await page.keyboard.press('Tab')
    const focused = page.locator('.choice:focus-visible')
    expect(await focused.count()).toBe(1)
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/consent$/)
  })
})

/** The time for axe to check sixteen pages, in milliseconds. */
const PATIENCE = 300_000

const everything = 'org:read org:unlink org:association:read member:read event:read webhook:read webhook:write'

/** Fills in the main form of a page and sends it. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value)
  await page.locator('button.primary').click()
}

/** A person with an account that can be chosen, a frozen one, a personal one, one that is gone, and one not accepted. */
async function personOfEveryKind(platform: Platform) {
  const mei = must(platform.data.personal_accounts[0])
  const own = (index: number) =>
    must(platform.organization(index).members.find(({ email }) => email === mei.email)).account_id
  await rows(platform, (db) =>
    db.updateTable('account').set({ role: 'admin' }).where('account_id', '=', own(0)).execute(),
  )
  const [second, third] = [platform.organization(1).org_id, platform.organization(2).org_id]
  const offboard = { account_id: own(1), reason_code: 'restructuring', reason_text: 'The team moves' }
  await platform.post('/v1.0/offboardings', await platform.appToken(second, 'member:offboard'), offboard)
  const token = await platform.appToken(third, 'member:write', 'member:condition:write')
  const { body } = await platform.post('/v1.0/members', token, { name: 'Mei Lin', email: mei.email })
  await rows(platform, (db) =>
    db.updateTable('account').set({ accepted_at: 1 }).where('account_id', '=', body.account_id).execute(),
  )
  const inviting = await platform.appToken(platform.organization(3).org_id, 'member:write')
  await platform.post('/v1.0/members', inviting, { name: 'Mei Lin', email: mei.email })
  const frozen = { condition: 'frozen', reason_text: 'Under review' }
  await platform.call('PUT', `/v1.0/members/${body.account_id}/condition`, { token, body: frozen })
  return mei
}
