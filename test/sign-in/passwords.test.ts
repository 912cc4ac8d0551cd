import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCode, PASSWORD } from '../support/accounts.ts'
import { open } from '../support/members.ts'
import { must, onEachStore, openPlatform, type Platform } from '../support/platform.ts'
import { said, sentToSignIn, signInAs } from '../support/sign-in.ts'
import { type Page, textOf } from '../support/visitor.ts'

const INCORRECT = 'Wrong email, phone or password.'

onEachStore((platform) => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const { member } = await open(platform())
    const { visitor, page } = await sentToSignIn(platform())
    const wrong = await signInAs(visitor, page, { email: member.email, password: 'not the password' })
    const unknown = await signInAs(visitor, page, { email: 'nobody@people.example', password: 'not the password' })
    expect(wrong.status).toBe(422)
    expect(textOf(wrong.html)).toContain(INCORRECT)
    const without = ({ html }: Page) => html.replaceAll(/value="[^"]*"/g, '')
    expect([unknown.status, without(unknown)]).toEqual([422, without(wrong)])
  })

  test('after five wrong passwords none is checked for fifteen minutes, and the page says when to try again', async () => {
    const { member } = await open(platform())
    const { visitor, page } = await sentToSignIn(platform())
    for (let i = 0; i < 5; i++) {
      expect((await signInAs(visitor, page, { email: member.email, password: `wrong ${i}` })).status).toBe(422)
    }
    const blocked = await signInAs(visitor, page, member)
    expect(blocked.status).toBe(429)
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(890)
    expect(textOf(blocked.html)).toContain('Too many attempts')
    expect(textOf(blocked.html)).toContain('Try again in 15 minutes .')
    expect(blocked.html).toContain(`href="${page.url.pathname}">`)
    await platform().advance('PT15M')
    expect((await signInAs(visitor, page, member)).url.pathname).toMatch(/\/account$/)
  })

  test('five of twenty simultaneous guesses are compared', async () => {
    const { member } = await open(platform())
    const { visitor, page } = await sentToSignIn(platform())
    const guesses = Array.from({ length: 20 }, (_, i) => ({ email: member.email, password: `wrong ${i}` }))
    const statuses = (await Promise.all(guesses.map((guess) => signInAs(visitor, page, guess)))).map(
      (one) => one.status,
    )
    expect(statuses.filter((status) => status === 422)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  })

  test('the right password resets the count', async () => {
    const { member } = await open(platform())
    for (let round = 0; round < 2; round++) {
      const { visitor, page } = await sentToSignIn(platform())
      for (let i = 0; i < 4; i++) await signInAs(visitor, page, { email: member.email, password: 'wrong' })
      expect((await signInAs(visitor, page, member)).url.pathname).toMatch(/\/account$/)
    }
  })

  test('an empty field or an invalid address is reported before any password is checked', async () => {
    const { visitor, page } = await sentToSignIn(platform())
    expect(said(await signInAs(visitor, page, { email: '', password: '' }))[1]).toContain('Enter your email or phone')
    const answer = await signInAs(visitor, page, { email: 'not <an> address', password: 'x' })
    expect(answer.status).toBe(422)
    expect(said(answer)[1]).toContain('with its country code')
    expect(answer.html).toContain('value="not &lt;an&gt; address"')
  })

  test('S31: a person who forgot the password sets a new one with a code, and signs in with it', async () => {
    const { admin } = await open(platform(), 1)
    const { visitor, page } = await sentToSignIn(platform())
    for (let i = 0; i < 6; i++) await signInAs(visitor, page, { email: admin.email, password: 'forgotten' })
    const ask = await visitor.open(`${page.url.pathname}/recover`)
    const sent = await visitor.submit(ask, '/recover', { login: admin.email })
    expect(sent.url.pathname).toMatch(/\/recover\/code$/)
    const { body } = await platform().get('/v1.0/sandbox/verification-codes')
    const { code } = must(body.data[0])
    const short = await visitor.submit(sent, '/recover/code', { code, new_password: 'short' })
    expect(said(short)).toEqual([422, expect.stringContaining('The password must have 10 to 200 characters.')])
    const wrong = await visitor.submit(sent, '/recover/code', { code: '000000', new_password: PASSWORD })
    expect(said(wrong)).toEqual([422, expect.stringContaining('The code is wrong or has expired.')])
    const set = await visitor.submit(sent, '/recover/code', { code, new_password: PASSWORD })
    expect(said(set)).toEqual([200, expect.stringContaining('Your new password is set.')])
    expect((await signInAs(visitor, set, admin)).status).toBe(422)
    const accounts = await signInAs(visitor, set, { email: admin.email, password: PASSWORD })
    expect(accounts.url.pathname).toMatch(/\/account$/)
  })

  test('an address that nobody has leads to the same page, and no code is sent', async () => {
    const { member } = await open(platform())
    const { visitor, page } = await sentToSignIn(platform())
    const ask = await visitor.open(`${page.url.pathname}/recover`)
    const [known, unknown] = [
      await visitor.submit(ask, '/recover', { login: member.email }),
      await visitor.submit(ask, '/recover', { login: 'nobody@people.example' }),
    ]
    const without = (text: string) => text.replaceAll(/[\w.]+@[\w.]+/g, '…')
    expect(without(textOf(unknown.html))).toBe(without(textOf(known.html)))
  })

  test('a new password ends a sign-in that is under way elsewhere', async () => {
    const { admin } = await open(platform(), 1)
    const { visitor, page } = await sentToSignIn(platform())
    const accounts = await signInAs(visitor, page, admin)
    const { email } = admin
    const code = await newCode(platform(), { email }, 'recover')
    await platform().post('/v1.0/recovery', undefined, { email, code, new_password: PASSWORD })
    const answer = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
    expect(said(answer)).toEqual([200, expect.stringContaining('Please sign in again to continue.')])
  })
})

describe('failures are limited by network', () => {
  let opened: { platform: Platform; close(): Promise<void> }
  beforeAll(async () => {
    opened = await openPlatform('postgres', { trustedProxies: ['127.0.0.1'] })
  })
  afterAll(() => opened?.close())

  test('the owner of an address is not locked out by somebody else’s guesses', async () => {
    const { platform } = opened
    const { member } = await open(platform)
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
    const stranger = await sentToSignIn(platform, from('203.0.113.7'))
    for (let i = 0; i < 6; i++) {
      await signInAs(stranger.visitor, stranger.page, { email: member.email, password: 'a guess' })
    }
    expect((await signInAs(stranger.visitor, stranger.page, member)).status).toBe(429)
    const owner = await sentToSignIn(platform, from('198.51.100.9'))
    expect((await signInAs(owner.visitor, owner.page, member)).status).toBe(200)
  })

  test('one network gets a hundred guesses at many addresses, and right ones are not counted', async () => {
    const { platform } = opened
    const from = { headers: { 'x-forwarded-for': '192.0.2.50' } }
    const members = platform.organization(0).members.filter(({ condition }) => condition === 'normal')
    const right = members.map(async (member) => {
      const { visitor, page } = await sentToSignIn(platform, from)
      return (await signInAs(visitor, page, member)).url.pathname
    })
    for (const path of await Promise.all(right)) expect(path).toMatch(/\/account$/)
    const { visitor, page } = await sentToSignIn(platform, from)
    const guesses = Array.from({ length: 120 }, (_, i) => ({ email: `person${i}@people.example`, password: 'a guess' }))
    const answers = await Promise.all(guesses.map((guess) => signInAs(visitor, page, guess)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(100)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  test('all servers share the count', async () => {
    const { platform } = opened
    const { admin } = await open(platform)
    const first = await sentToSignIn(platform)
    for (let i = 0; i < 5; i++) await signInAs(first.visitor, first.page, { email: admin.email, password: 'a guess' })
    const { base } = platform
    const second = await platform.startBeside()
    try {
      platform.base = second.base
      const elsewhere = await sentToSignIn(platform)
      expect((await signInAs(elsewhere.visitor, elsewhere.page, admin)).status).toBe(429)
    } finally {
      platform.base = base
      await second.stop()
    }
  })
})
