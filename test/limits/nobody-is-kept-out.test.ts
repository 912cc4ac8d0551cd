import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../support/database.ts'
import { must, openPlatform, type Platform, stores } from '../support/platform.ts'
import { said, sentToSignIn, signedIn, signInAs } from '../support/sign-in.ts'
import { authorizationRequest, textOf } from '../support/visitor.ts'

const PASSWORD = 'four quiet words more'
/** Comparing passwords takes long, and ten times as long on a busy machine. */
const SLOW = { timeout: 240_000 }
const OWN = '198.51.100.9'
/** Ten networks that attack an address. */
const ATTACKERS = Array.from({ length: 10 }, (_, i) => `203.0.${i}.7`)

describe.each(stores())('on %s', (store) => {
  let opened: { platform: Platform; close(): Promise<void> }
  const platform = () => opened.platform
  beforeAll(async () => {
    opened = await openPlatform(store, { trustedProxies: ['127.0.0.1'] })
  })
  beforeEach(() => platform().reset())
  afterAll(() => opened?.close())

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
  const member = (i = 2) => must(platform().organization(0).members[i])
  const call = (path: string, address: string, body: object) =>
    platform().post(path, undefined, body, { 'x-forwarded-for': address })
  const ask = (address: string, email: string) =>
    call('/v1.0/verification-codes', address, { email, purpose: 'recover' })
  const recover = (address: string, email: string, given: object) =>
    call('/v1.0/recovery', address, { email, new_password: PASSWORD, ...given })
  const codeOf = async (id: string): Promise<string> => {
    const { body } = await platform().get('/v1.0/sandbox/verification-codes?limit=200')
    return must(body.data.find(({ verification_id }: any) => verification_id === id)).code
  }
  const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  async function guessPasswords(address: string, email: string, times: number): Promise<number[]> {
    const { visitor, page } = await sentToSignIn(platform(), from(address))
    const statuses: number[] = []
    for (let i = 0; i < times; i++) {
      statuses.push((await signInAs(visitor, page, { email, password: `a guess ${i}` })).status)
    }
    return statuses
  }

  test('the owner signs in from a new network while ten networks guess at the password', SLOW, async () => {
    const { email, password } = member()
    const statuses = await Promise.all(ATTACKERS.map((address) => guessPasswords(address, email, 6)))
    expect(statuses.every((one) => one.at(-1) === 429)).toBe(true)
    const looked = statuses.flat().filter((status) => status === 422).length
    expect(looked).toBeGreaterThan(20)
    expect(looked).toBeLessThanOrEqual(50)
    // A network that comes after many have failed gets two passwords, so that a botnet gains little from its size.
    expect(await guessPasswords('192.0.2.77', email, 3)).toEqual([422, 422, 429])
    expect((await signedIn(platform(), { email, password }, from(OWN))).accounts.status).toBe(200)
    // The network from which the owner has signed in still gets five.
    expect(await guessPasswords(OWN, email, 4)).toEqual(Array(4).fill(422))
    expect((await signedIn(platform(), { email, password }, from(OWN))).accounts.status).toBe(200)
  })

  test('a /48 of IPv6 is one attacker, however many networks of 64 bits it has', SLOW, async () => {
    const { email } = member()
    const everywhere = Array.from({ length: 7 }, (_, i) => `2001:db8:1:${(i * 256).toString(16)}::1`)
    let looked = 0
    for (const address of everywhere) {
      looked += (await guessPasswords(address, email, 5)).filter((status) => status === 422).length
    }
    expect(looked).toBe(20)
    expect((await guessPasswords('2001:db8:2::1', email, 1)).at(0)).toBe(422)
  })

  test('a browser in which the owner has signed in is not kept out by failures in its own network', async () => {
    const { email, password } = member()
    const owner = await signedIn(platform(), { email, password }, from(OWN))
    await platform().advance('PT1M')
    // The attacker sits in the same network.
    expect((await guessPasswords(OWN, email, 6)).at(-1)).toBe(429)
    const { path } = authorizationRequest(owner.app, { scope: 'org:read' })
    const page = await owner.visitor.open(path)
    expect((await signInAs(owner.visitor, page, { email, password: 'a typing error' })).status).toBe(422)
    expect((await signInAs(owner.visitor, page, { email, password })).url.pathname).toMatch(/\/account$/)
    // The cookie does not help with another address, nor with its own after five wrong passwords.
    const other = member(3)
    expect((await signInAs(owner.visitor, await owner.visitor.open(path), other)).url.pathname).toMatch(/\/account$/)
    const guesses = await owner.visitor.open(path)
    for (let i = 0; i < 5; i++) {
      expect((await signInAs(owner.visitor, guesses, { email, password: `${i}` })).status).toBe(422)
    }
    expect((await signInAs(owner.visitor, guesses, { email, password })).status).toBe(429)
  })

  test('a code survives requests and wrong codes from ten networks, and from others in its own', async () => {
    const { email } = member()
    const asked = await ask(OWN, email)
    const code = await codeOf(asked.body.verification_id)
    for (const address of ATTACKERS) {
      for (let i = 0; i < 5; i++) await ask(address, email)
      for (let i = 0; i < 6; i++) await recover(address, email, { code: wrongFor(code) })
    }
    // The right code works only for the one who asked for it.
    expect((await recover('192.0.2.200', email, { code })).body.code).toBe('code_invalid')
    expect((await recover(OWN, email, { code })).status).toBe(204)
  })

  test('with the id of its request a code works from another network, and wrong ones count for it alone', async () => {
    const { email } = member()
    const { verification_id } = (await ask(OWN, email)).body
    const code = await codeOf(verification_id)
    const others = (await ask(OWN, email)).body.verification_id
    // Somebody in the same network uses up their own code, and every try of the network without an id.
    for (let i = 0; i < 5; i++) {
      const wrong = await recover(OWN, email, { verification_id: others, code: wrongFor(await codeOf(others)) })
      expect(wrong.body.code).toBe('code_invalid')
    }
    expect((await platform().get('/v1.0/sandbox/verification-codes')).body.data).toHaveLength(1)
    for (let i = 0; i < 4; i++) await recover(OWN, email, { code: wrongFor(code) })
    expect((await recover(OWN, 'other@people.example', { verification_id, code })).body.code).toBe('code_invalid')
    expect((await recover('192.0.2.1', email, { verification_id, code })).status).toBe(204)
    expect((await recover('192.0.2.1', email, { verification_id, code })).body.code).toBe('code_invalid')
  })

  test('after five wrong codes with its id a code is invalid, even after a hundred concurrent ones', async () => {
    const { email } = member()
    const { verification_id } = (await ask(OWN, email)).body
    const code = await codeOf(verification_id)
    const guesses = Array.from({ length: 100 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'))
    const answers = await Promise.all(guesses.map((guess) => recover(OWN, email, { verification_id, code: guess })))
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['code_invalid']))
    expect((await recover(OWN, email, { verification_id, code })).body.code).toBe('code_invalid')
  })

  test('the owner gets a code while ten networks ask for as many as they may', async () => {
    const { email } = member()
    const sent = await Promise.all(ATTACKERS.flatMap((address) => [ask(address, email), ask(address, email)]))
    expect(sent.every(({ status }) => status === 202)).toBe(true)
    for (const address of ATTACKERS) for (let i = 0; i < 5; i++) await ask(address, email)
    const own = await ask(OWN, email)
    expect(own.status).toBe(202)
    const code = await codeOf(own.body.verification_id)
    expect((await recover(OWN, email, { code })).status).toBe(204)
    const accounts = await signedIn(platform(), { email, password: PASSWORD }, from(OWN))
    expect(accounts.accounts.status).toBe(200)
  })

  test('on the pages a person recovers while others in the same network guess at the codes', async () => {
    const { email } = member()
    const { visitor, page } = await sentToSignIn(platform(), from(OWN))
    const form = await visitor.submit(await visitor.open(`${page.url.pathname}/recover`), '/recover', { login: email })
    const { body } = await platform().get('/v1.0/sandbox/verification-codes')
    const { code } = must(body.data[0]) as { code: string }
    for (let i = 0; i < 4; i++) await recover(OWN, email, { code: wrongFor(code) })
    for (let i = 0; i < 4; i++) await ask(OWN, email)
    const set = await visitor.submit(form, '/recover/code', { code, new_password: PASSWORD })
    expect(said(set)).toEqual([200, expect.stringContaining('Your new password is set.')])
  })

  test('codes have ten digits once many of six were requested and not used, and nobody is kept out', async () => {
    const { email } = member()
    const counter = () =>
      rows(platform(), (db) =>
        db.selectFrom('counter').select('count').where('subject', '=', 'short_code:everybody').execute(),
      )
    const first = await ask(OWN, email)
    const code = await codeOf(first.body.verification_id)
    expect(code).toMatch(/^\d{6}$/)
    expect(await counter()).toEqual([{ count: 1 }])
    await recover(OWN, email, { code })
    expect(await counter()).toEqual([{ count: 0 }])
    await rows(platform(), (db) =>
      db.updateTable('counter').set({ count: 1000 }).where('subject', '=', 'short_code:everybody').execute(),
    )
    const long = await codeOf((await ask(OWN, email)).body.verification_id)
    expect(long).toMatch(/^\d{10}$/)
    expect((await recover(OWN, email, { code: '123456' })).body.code).toBe('code_invalid')
    expect((await recover(OWN, email, { code: long })).status).toBe(204)
    expect(await counter()).toEqual([{ count: 1000 }])
    await platform().advance('P1D')
    expect(await codeOf((await ask(OWN, email)).body.verification_id)).toMatch(/^\d{6}$/)
  })

  test('a sign-in does not wait behind fifty concurrent ones of another network', SLOW, async () => {
    const owner = await sentToSignIn(platform(), from(OWN))
    const { visitor, page } = await sentToSignIn(platform(), from('203.0.113.7'))
    let over = 0
    const guesses = Array.from({ length: 50 }, async (_, i) => {
      await signInAs(visitor, page, { email: `person${i}@people.example`, password: 'a guess' })
      over++
    })
    await guesses[0]
    // Comparing a wrong password takes as long as each of theirs.
    const { email, password } = member()
    const wrong = await signInAs(owner.visitor, owner.page, { email, password: 'a typing error' })
    const before = over
    const accounts = await signInAs(owner.visitor, owner.page, { email, password })
    await Promise.all(guesses)
    expect(wrong.status).toBe(422)
    expect(textOf(accounts.html)).toContain(email)
    // In the order of arrival all fifty would come first; turns.test.ts shows the order of turns.
    expect(before).toBeLessThan(50)
  })
})
