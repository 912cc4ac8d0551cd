import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { user } from '../support/command.ts'
import { answerAs, ownClient, type Person, refresh } from '../support/oauth.ts'
import { must, onSqlite } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { soon } from '../support/soon.ts'

type User = ReturnType<typeof user>

onSqlite((platform) => {
  const addressIn = (text: string) => /http:\S+\/oauth2\/authorize\S+/.exec(text)?.[0]
  const kept = ({ home }: User, name = 'default') => join(home, '.local', 'state', 'sendoff', 'tokens', `${name}.json`)
  const tokensOf = (person: User, name?: string) => JSON.parse(readFileSync(kept(person, name), 'utf8')).tokens

  /** Starts a command that asks for a sign-in, signs in on its page, and returns the result of the command. */
  async function signInBy({ start }: User, who: Person, args: string[], decision = 'allow') {
    const started = start(...args, '--no-browser')
    await started.until(({ stderr }) => addressIn(stderr) !== undefined)
    const parameters = Object.fromEntries(new URL(must(addressIn(started.output.stderr))).searchParams)
    const { url } = await answerAs(platform(), parameters, who, decision)
    // Another page of this machine does not know the state.
    expect((await fetch(new URL('/callback?code=a&state=b', url))).status).toBe(404)
    const page = await (await fetch(url)).text()
    return { ...(await started.exited), page, scope: parameters.scope }
  }
  const login = (person: User, who: Person, ...more: string[]) =>
    signInBy(person, who, ['login', '--base-url', platform().base, '--json', ...more])
  /** The accounts of Mei Lin, who is a member of two organisations and has a personal account. */
  const mei = () =>
    [0, 1].map((index) => {
      const { members, name } = platform().organization(index)
      return { organization: name, ...must(members.find((one) => one.name === 'Mei Lin')) }
    })

  test('a person signs in with a browser; the tokens are kept for them alone, and logout ends them', async () => {
    const admin = platform().member(platform().organization(0).org_id, 'admin')
    const person = user()
    const done = await login(person, admin)
    expect(done).toMatchObject({ code: 0, page: expect.stringContaining('You are signed in') })
    expect(done.scope).not.toContain('org:dissolve')
    expect(JSON.parse(done.stdout)).toMatchObject({ profile: 'default', kind: 'person', account_id: admin.account_id })
    expect(done.stdout + done.stderr).not.toContain(tokensOf(person).refreshToken)
    expect(statSync(kept(person)).mode & 0o777).toBe(0o600)
    const { org_id, name } = platform().organization(0)
    const who = JSON.parse((await person.run('whoami', '--json')).stdout)
    expect(who).toMatchObject({ kind: 'person', account_id: admin.account_id, org_id, organization: name })
    expect(Date.parse(who.expires_at)).toBeGreaterThan(Date.now())

    const { refreshToken } = tokensOf(person)
    const out = await person.run('logout', '--json')
    expect([out.code, JSON.parse(out.stdout)]).toEqual([0, { profile: 'default', removed: true, revoked: true }])
    expect(() => statSync(kept(person))).toThrow()
    expect((await refresh(platform(), ownClient, refreshToken)).body.error).toBe('invalid_grant')
    expect((await person.run('whoami')).code).toBe(4)
  })

  test('several commands at once refresh an expired token once, so that the sign-in stays', async () => {
    const person = user()
    await login(person, platform().member(platform().organization(0).org_id, 'admin'))
    for (let round = 0; round < 2; round++) {
      const before = tokensOf(person)
      writeFileSync(kept(person), JSON.stringify({ tokens: { ...before, expiresAt: 0 } }))
      const ran = await Promise.all([1, 2, 3].map(() => person.run('whoami', '--json')))
      expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']))
      expect(tokensOf(person).refreshToken).not.toBe(before.refreshToken)
    }
  })

  test('accounts are listed and switched: a kept one at once, another one by its own sign-in', async () => {
    const [first, second] = [must(mei()[0]), must(mei()[1])]
    const person = user()
    await login(person, first)
    const list = async () => JSON.parse((await person.run('accounts', '--json')).stdout)
    expect((await list()).map((one: any) => [one.account_id, one.profile])).toEqual(
      expect.arrayContaining([
        [first.account_id, 'default'],
        [second.account_id, null],
      ]),
    )
    const wrong = await signInBy(person, first, ['use', second.account_id, '--json'])
    expect([wrong.code, JSON.parse(wrong.stderr.trim().split('\n').at(-1) ?? '').code]).toEqual([1, 'other_account'])
    const switched = await signInBy(person, second, ['use', second.account_id, '--json'])
    expect([switched.code, JSON.parse(switched.stdout).account_id]).toEqual([0, second.account_id])
    const account = async () => JSON.parse((await person.run('whoami', '--json')).stdout).account_id
    expect(await account()).toBe(second.account_id)
    expect((await person.run('use', first.account_id)).code).toBe(0)
    expect(await account()).toBe(first.account_id)
    expect((await person.run('use', 'acct_none')).code).toBe(3)
  })

  test("an administrator reads events, endpoints and deliveries of the organisation's apps, and a member is refused", async () => {
    const { org_id } = platform().organization(0)
    const token = await platform().appToken(org_id, 'webhook:write', 'org:write')
    const as = platform().as(token)
    const url = `http://127.0.0.1:${await freePort()}/`
    const { endpoint_id, app_id } = await as.call('webhookEndpoints.create', { url })
    await as.call('departments.create', { name: 'Quality', parent_dept_id: 1 })
    const admin = user()
    await login(admin, platform().member(org_id, 'admin'))
    const json = async (...args: string[]) => JSON.parse((await admin.run(...args, '--json')).stdout)
    expect(await json('events', 'tail', '--limit', '1')).toMatchObject({ type: 'department.created' })
    expect((await json('endpoints', '--app', app_id)).map((one: any) => one.endpoint_id)).toEqual([endpoint_id])
    expect((await json('deliveries', '--app', app_id))[0]).toMatchObject({ event_type: 'department.created' })
    expect((await admin.run('doctor')).stdout).toContain('profile default')
    const member = user()
    await login(member, platform().member(org_id, 'member'))
    const refused = await member.run('events', 'tail', '--json')
    expect([refused.code, JSON.parse(refused.stderr).code]).toEqual([4, 'scope_missing'])
  })

  test('the browser is opened, a refusal ends with 4, Ctrl-C with 130, and nobody in time with 6', async () => {
    const opened = user()
    const browser = join(opened.home, 'browser')
    writeFileSync(browser, `#!/bin/sh\necho "$1" > '${opened.home}/opened'\n`)
    chmodSync(browser, 0o755)
    const person = user({ BROWSER: browser, SENDOFF_BASE_URL: platform().base })
    const waiting = person.start('login')
    await waiting.until(({ stderr }) => addressIn(stderr) !== undefined)
    const address = () => readFileSync(join(opened.home, 'opened'), 'utf8').trim()
    await soon(() => expect(address()).toBe(addressIn(waiting.output.stderr)))
    waiting.child.kill('SIGINT')
    expect((await waiting.exited).code).toBe(130)

    const admin = platform().member(platform().organization(0).org_id, 'admin')
    const refused = await login(user(), admin, '--scopes', 'org:read')
    expect(refused.code).toBe(0)
    const denied = await signInBy(user(), admin, ['login', '--base-url', platform().base, '--json'], 'refuse')
    expect([denied.code, JSON.parse(denied.stderr.trim().split('\n').at(-1) ?? '').code]).toEqual([4, 'access_denied'])
    const late = await user().run('login', '--base-url', platform().base, '--timeout', '1s', '--no-browser', '--json')
    expect(late.code).toBe(6)
    expect((await user().run('login', '--base-url', platform().base, '--no-input')).code).toBe(2)
    expect((await user().run('login', '--scopes', 'org:all')).code).toBe(2)
  })

  test('the address is that of a named profile, of the environment, or of a sandbox on this machine', async () => {
    const person = user()
    const asked = async (...args: string[]) =>
      (await person.run('login', '--no-browser', '--timeout', '1s', ...args)).stderr
    mkdirSync(join(person.home, '.sendoff'))
    const file = join(person.home, '.sendoff', 'sandbox.json')
    writeFileSync(file, JSON.stringify({ ...platform().data, base_url: 'http://192.0.2.1:9' }))
    expect(await asked()).toContain('--base-url')
    writeFileSync(file, JSON.stringify({ ...platform().data, base_url: platform().base }))
    expect(addressIn(await asked())).toContain(platform().base)
    await login(person, platform().member(platform().organization(0).org_id, 'admin'), '--profile', 'work')
    const elsewhere = user({ SENDOFF_BASE_URL: 'http://127.0.0.1:9' })
    cpSync(join(person.home, '.config'), join(elsewhere.home, '.config'), { recursive: true })
    const named = await elsewhere.run('login', '--no-browser', '--timeout', '1s', '--profile', 'work')
    expect(addressIn(named.stderr)).toContain(platform().base)
  })

  test('an answer of another issuer is not used, and is named', async () => {
    const { start } = user()
    const started = start(
      'login',
      '--base-url',
      platform().base.replace('127.0.0.1', 'localhost'),
      '--no-browser',
      '--json',
    )
    await started.until(({ stderr }) => addressIn(stderr) !== undefined)
    const parameters = Object.fromEntries(new URL(must(addressIn(started.output.stderr))).searchParams)
    const admin = platform().member(platform().organization(0).org_id, 'admin')
    await fetch((await answerAs(platform(), parameters, admin)).url)
    const { code, stderr } = await started.exited
    const said = JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
    expect([code, said.code, said.detail.includes(platform().base)]).toEqual([4, 'other_issuer', true])
  })

  test('a sign-in that can not be ended at the platform is forgotten, and said to be left', async () => {
    const person = user()
    await login(person, platform().member(platform().organization(0).org_id, 'admin'))
    const file = join(person.home, '.config', 'sendoff', 'profiles.json')
    const nowhere = `http://127.0.0.1:${await freePort()}`
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(platform().base, nowhere))
    const out = await person.run('logout', '--json')
    expect([out.code, JSON.parse(out.stdout).revoked]).toEqual([5, false])
    expect(() => statSync(kept(person))).toThrow()
  })
})
