import { afterAll, beforeAll, expect, test } from 'vitest'
import { rows } from '../support/database.ts'
import { mei, person, stranger } from '../support/memberships.ts'
import { must, onEachStore, openPlatform, type Platform, stores } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { ownApp } from '../support/sign-in.ts'
import { authorizationRequest, textOf, Visitor } from '../support/visitor.ts'

/**
 * A name with a right-to-left override, a zero-width space, stacked marks, markup and a line break, and far too long.
 */
const NASTY = `Sen\u202edoff\u200b Secu\u0301\u0302\u0303\u0304rity\n<b>call +1 555 0100</b> ${'now '.repeat(12)}`

/** An organisation with a name from before such names were refused. */
async function named(platform: Platform, name: string) {
  const org = await stranger(platform)
  await rows(platform, (db) => db.updateTable('organization').set({ name }).where('org_id', '=', org.orgId).execute())
  return org
}

/** The list of accounts that a person sees after signing in to the platform's own app. */
async function signedIn(base: string, { email, password }: { email: string; password: string }, headers = {}) {
  const visitor = new Visitor(base, headers)
  const page = await visitor.open(authorizationRequest(ownApp, { scope: 'account:read' }).path)
  const accounts = await visitor.submit(page, '', { login: email, password })
  expect(accounts.url.pathname).toMatch(/\/account$/)
  return { visitor, accounts, invitations: accounts.url.pathname.replace(/account$/, 'invitations') }
}

onEachStore((platform) => {
  test('the text of a stranger is not among the accounts, and on its own page it is cleaned and marked', async () => {
    const org = await named(platform(), NASTY)
    const id = await org.added(mei(platform()).email)
    const { visitor, accounts, invitations } = await signedIn(platform().base, mei(platform()))
    expect(textOf(accounts.html)).toContain('One organisation says that you are a member.')
    expect(accounts.html).not.toContain('555 0100')
    expect(accounts.html).not.toContain(id)
    const page = await visitor.open(invitations)
    expect(page.html).not.toMatch(/[\u200b\u202e]/)
    expect(page.html).toContain('<bdi>“Sendoff Secu\u0301\u0302rity &lt;b&gt;call +1 555 0100&lt;/b&gt; now now now ')
    expect(textOf(page.html)).toMatch(/Not verified “Sendoff .{1,80}…”/)
    expect(page.html).not.toContain('class="choice"')
  })

  test('a person accepts there, and the account is one of theirs', async () => {
    const org = await stranger(platform())
    const id = await org.added(mei(platform()).email)
    const { visitor, invitations } = await signedIn(platform().base, mei(platform()))
    const page = await visitor.submit(await visitor.open(invitations), '/invitations', { decision: 'accept' })
    expect(page.url.pathname).toMatch(/\/account$/)
    expect(page.html).toContain(`value="${id}"`)
    expect(textOf(page.html)).not.toContain('says that you are a member')
    expect(await org.events('member.accepted')).toHaveLength(1)
    const consent = await visitor.submit(page, '/account', { account_id: id })
    const back = await visitor.submit(consent, '/consent', { decision: 'allow' })
    expect(back.url.searchParams.get('code')).toBeTruthy()
  })

  test('choosing the account for the first time accepts', async () => {
    const org = await stranger(platform())
    const id = await org.added(mei(platform()).email)
    const { visitor, accounts } = await signedIn(platform().base, mei(platform()))
    const consent = await visitor.submit(accounts, '/account', { account_id: id })
    expect(consent.url.pathname).toMatch(/\/consent$/)
    expect((await org.member(id)).accepted_at).toMatch(/Z$/)
  })

  test('a person declines there, or declines and blocks, and the next invitation is not shown', async () => {
    const [org, other] = [await stranger(platform()), await stranger(platform(), 'Another')]
    const ids = [await org.added(mei(platform()).email), await other.added(mei(platform()).email)]
    const { visitor, invitations } = await signedIn(platform().base, mei(platform()))
    const first = await visitor.submit(await visitor.open(invitations), '/invitations', { decision: 'decline' })
    expect([textOf(first.html).includes('Stranger'), textOf(first.html).includes('Another')]).toEqual([false, true])
    const second = await visitor.submit(first, '/invitations', { decision: 'block' })
    expect(textOf(second.html)).toContain('There are no invitations waiting for you.')
    expect((await org.member(must(ids[0]))).status).toBe('departed')
    expect((await other.member(must(ids[1]))).status).toBe('departed')
    await org.added(mei(platform()).email)
    await other.added(mei(platform()).email)
    const again = await visitor.open(invitations)
    expect([textOf(again.html).includes('Stranger'), textOf(again.html).includes('Another')]).toEqual([true, false])
    const me = await person(platform(), mei(platform()).account_id)
    expect((await me.blocks()).map(({ organization_name }) => organization_name)).toEqual(['Another'])
  })

  test('an invitation that is gone, or another person’s, is said to be gone', async () => {
    const org = await stranger(platform())
    const id = await org.added(mei(platform()).email)
    const { visitor, invitations } = await signedIn(platform().base, mei(platform()))
    const page = await visitor.open(invitations)
    await org.offboard(id)
    for (const account_id of [id, platform().member(platform().organization(3).org_id, 'admin').account_id]) {
      const answer = await visitor.submit(page, '/invitations', { decision: 'accept', account_id })
      expect([answer.status, textOf(answer.html)]).toMatchObject([409, expect.stringContaining('no longer exists')])
    }
  })

  test('nobody sees it without a sign-in', async () => {
    const visitor = new Visitor(platform().base)
    const page = await visitor.open(authorizationRequest(ownApp, { scope: 'account:read' }).path)
    const sent = await visitor.open(`${page.url.pathname}/invitations`)
    expect(sent.url.pathname).toBe(page.url.pathname)
  })
})

const MASTER_KEY = Buffer.alloc(32, 7)

for (const store of stores()) {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    opened = await openPlatform(store, { masterKey: MASTER_KEY })
  })
  afterAll(() => opened?.close())

  test(`in live mode, too, on ${store}: no stranger’s text among the accounts`, async () => {
    const { platform } = opened
    const org = await named(platform, NASTY)
    const id = await org.added(mei(platform).email)
    const base = await goLive(platform)
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'sendoff.example' }
    const { visitor, accounts, invitations } = await signedIn(base, mei(platform), headers)
    expect(accounts.html).not.toContain('555 0100')
    expect(accounts.html).not.toContain(id)
    const page = await visitor.open(invitations)
    expect(textOf(page.html)).toContain('Not verified “Sendoff ')
    const accepted = await visitor.submit(page, '/invitations', { decision: 'accept' })
    expect(accepted.html).toContain(`value="${id}"`)
  })
}

/** Starts the server again on the same data, in live mode, and returns its address. */
async function goLive(platform: Platform): Promise<string> {
  const port = await freePort()
  await platform.server.stop()
  await rows(platform, (db) => db.updateTable('setting').set({ value: 'live' }).where('name', '=', 'mode').execute())
  platform.server = await platform.startBeside({
    mode: 'live',
    port,
    issuer: 'https://sendoff.example',
    cookieKeys: ['a cookie key that is at least 32 characters long'],
    trustedProxies: ['127.0.0.1'],
    mail: { url: 'smtp://127.0.0.1:9', from: 'Sendoff <no-reply@sendoff.example>' },
  })
  return `http://127.0.0.1:${port}`
}
