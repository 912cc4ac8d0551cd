import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asApp, noTerminal, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'
import { freePort } from '../support/process.ts'

const COMMANDS = [
  'login',
  'logout',
  'accounts',
  'use',
  'whoami',
  'listen',
  'trigger',
  'events tail',
  'events get',
  'endpoints',
  'deliveries',
  'deliveries get',
  'redeliver',
  'recover',
  'offboard',
  'restore',
  'receipts',
  'unlink',
  'clock',
  'reset',
  'doctor',
  'completion',
] // prettier-ignore

describe('without a platform', () => {
  test.each(COMMANDS)('%s has help in English and Chinese, and refuses a flag that it does not have', async (name) => {
    const { run } = user()
    const words = name.split(' ')
    const english = await run(...words, '--help')
    expect(english).toMatchObject({ code: 0, stderr: '' })
    expect(english.stdout).toContain('USAGE')
    const chinese = await run(...words, '--help', '--lang', 'zh-CN')
    expect(chinese.stdout).toContain('用法')
    const wrong = await run(...words, '--jsno')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('--json')
  })

  test('the language follows LANG, and --lang comes first', async () => {
    const { run } = user({ LANG: 'zh_CN.UTF-8' })
    expect((await run('whoami')).stderr).toMatch(/^错误：/)
    expect((await run('whoami', '--lang', 'en')).stderr).toMatch(/^Error: /)
    expect((await run('whoami', '--lang', 'fr')).code).toBe(2)
  })

  test('an address to which no secret may be sent is refused with 2, in both languages, and is not repeated', async () => {
    for (const address of ['http://api.example', 'ftp://127.0.0.1', 'https://me:hidden@api.example', 'nowhere']) {
      const { run } = user({ SENDOFF_TOKEN: 'a', SENDOFF_BASE_URL: address })
      const ran = await run('whoami', '--lang', 'zh-CN')
      expect([address, ran.code, ran.stderr.includes('https:'), ran.stderr.includes('hidden')]).toEqual([
        address,
        2,
        true,
        false,
      ])
      expect((await run('login', '--no-browser', '--json')).code).toBe(2)
    }
  })

  test('an unknown command is refused with the one that is meant', async () => {
    const ran = await user().run('evnts')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain('events')
  })

  test.each([
    ['whoami'],
    ['accounts'],
    ['events', 'tail'],
    ['events', 'get', 'evt_1'],
    ['endpoints'],
    ['deliveries'],
    ['deliveries', 'get', 'dlv_1'],
    ['redeliver', 'dlv_1'],
    ['recover', 'whe_1', '--since', '2h'],
    ['offboard', 'acct_1'],
    ['restore', 'dep_1'],
    ['receipts'],
    ['unlink', 'org_1'],
    ['clock'],
    ['reset', '--yes'],
  ])('%s: no credentials end with 4, no network with 6, both as one line of JSON', async (...words) => {
    const nowhere = await user().run(...words, '--json')
    expect(nowhere).toMatchObject({ code: 4, stdout: '' })
    expect(JSON.parse(nowhere.stderr)).toMatchObject({ code: 'not_signed_in', exit: 4 })
    const base = `http://127.0.0.1:${await freePort()}`
    const offline = await user({ SENDOFF_BASE_URL: base, SENDOFF_TOKEN: 'a' }).run(
      ...words,
      '--json',
      '--timeout',
      '2s',
    )
    expect(offline).toMatchObject({ code: 6, stdout: '' })
    expect(JSON.parse(offline.stderr)).toMatchObject({ code: 'no_connection', exit: 6 })
  })

  test('a script completes commands and flags by what the command proposes', async () => {
    const { run } = user()
    for (const shell of ['bash', 'zsh', 'fish']) {
      expect((await run('completion', shell)).stdout).toContain('sendoff __complete')
    }
    expect((await run('__complete', 'ev')).stdout).toMatch(/^events\t/)
    expect((await run('__complete', 'trigger', 'member.dep')).stdout).toMatch(/^member\.departed\t/)
    expect((await run('__complete', 'deliveries', '--st')).stdout).toMatch(/^--status\t/)
  })
})

onSqlite((platform) => {
  test('a thing that does not exist ends with 3, and a missing scope or a wrong secret with 4', async () => {
    const { run } = user(asApp(platform()))
    const missing = await run('events', 'get', 'evt_1', '--json')
    expect(missing.code).toBe(3)
    expect(JSON.parse(missing.stderr)).toMatchObject({ code: 'event_not_found', status: 404, exit: 3 })
    const wrong = await user({ ...asApp(platform()), SENDOFF_CLIENT_SECRET: 'osk_wrong' }).run('whoami', '--json')
    expect(wrong.code).toBe(4)
    expect(JSON.parse(wrong.stderr)).toMatchObject({ code: 'invalid_client' })
    const token = await platform().appToken(platform().organization(0).org_id, 'org:read')
    const narrow = await user({ SENDOFF_BASE_URL: platform().base, SENDOFF_TOKEN: token }).run('endpoints', '--json')
    expect(narrow.code).toBe(4)
    expect(JSON.parse(narrow.stderr)).toMatchObject({ code: 'scope_missing' })
  })

  test('whoami tells an app, a person and the end of a token', async () => {
    const { org_id, name } = platform().organization(0)
    const app = JSON.parse((await user(asApp(platform())).run('whoami', '--json')).stdout)
    expect(app).toMatchObject({ kind: 'app', org_id, organization: name, from: 'SENDOFF_CLIENT_ID' })
    const { account_id } = platform().member(org_id, 'admin')
    const token = await platform().userToken(account_id, 'account:read')
    const person = JSON.parse(
      (await user({ SENDOFF_BASE_URL: platform().base, SENDOFF_TOKEN: token }).run('whoami', '--json')).stdout,
    )
    expect(person).toMatchObject({ kind: 'person', account_id, role: 'admin', expires_at: expect.any(String) })
  })

  test('beside a sandbox its file is enough, and --org chooses the organisation', async () => {
    const { home, run } = user()
    mkdirSync(join(home, '.sendoff'))
    writeFileSync(
      join(home, '.sendoff', 'sandbox.json'),
      JSON.stringify({ ...platform().data, base_url: platform().base }),
    )
    const second = platform().organization(1)
    const ran = await run('--org', second.name, 'whoami', '--json')
    expect(JSON.parse(ran.stdout)).toMatchObject({ org_id: second.org_id, from: join('.sendoff', 'sandbox.json') })
    expect((await run('whoami', '--org', 'org_none')).code).toBe(2)
    // The secrets of the sandbox go to no other address.
    expect((await run('whoami', '--base-url', 'https://api.example', '--json')).code).toBe(4)
  })

  test("the file of a sandbox names no other machine, to which the environment's secrets would go", async () => {
    const { home, run } = user({ SENDOFF_TOKEN: 'secret' })
    mkdirSync(join(home, '.sendoff'))
    for (const base_url of ['http://192.0.2.1:9', 'http://localhost:1@192.0.2.1:9/']) {
      writeFileSync(join(home, '.sendoff', 'sandbox.json'), JSON.stringify({ ...platform().data, base_url }))
      const ran = await run('whoami', '--json', '--timeout', '2s')
      expect([ran.code, JSON.parse(ran.stderr).code]).toEqual([4, 'not_signed_in'])
    }
  })

  test('events are printed newest last, as one object a line with --json, and a reader that has enough ends it', async () => {
    const { org_id } = platform().organization(0)
    await unlinkFirst()
    const { run } = user(asApp(platform()))
    const ran = await run('events', 'tail', '--json')
    const sequences = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).sequence) // prettier-ignore
    expect(sequences).toEqual((await platform().events(org_id)).map(({ sequence }) => sequence))
    const last = await run('events', 'tail', '--json', '--limit', '1')
    expect(JSON.parse(last.stdout).sequence).toBe(sequences.at(-1))
    const one = JSON.parse(last.stdout)
    expect(JSON.parse((await run('events', 'get', one.id, '--json')).stdout)).toEqual(one)
    expect((await run('events', 'tail', '--types', 'member.*', '--json')).stdout).toBe('')
  })

  test('events tail --follow prints what happens, and Ctrl-C ends it with 130', async () => {
    const { start } = user(asApp(platform()))
    const following = start('events', 'tail', '--follow', '--json')
    await unlinkFirst()
    await following.until(({ stdout }) => stdout.includes('organization.association.unlinked'))
    following.child.kill('SIGINT')
    expect((await following.exited).code).toBe(130)
  })

  test('unlink shows what ends, needs --yes without a terminal, and changes nothing before', async () => {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    const index = platform().data.organizations.findIndex((one) => one.org_id === org_id)
    const { run } = user(asApp(platform(), index))
    const dry = await run('unlink', associated_org_id, '--dry-run', '--json')
    expect(JSON.parse(dry.stdout)).toMatchObject({ dry_run: true, association: { dept_id } })
    const asked = await run('unlink', associated_org_id)
    expect(asked.code).toBe(2)
    expect(asked.stderr).toContain('--yes')
    expect((await run('unlink', associated_org_id, '--dry-rnu', '--yes')).code).toBe(2)
    const events = () => platform().events(org_id)
    expect(await events()).toEqual([])
    const done = await run('unlink', associated_org_id, '--yes', '--reason', 'restructuring', '--json')
    expect(JSON.parse(done.stdout)).toMatchObject({ result: true })
    expect((await run('unlink', associated_org_id, '--yes')).code).toBe(3)
  })

  test.skipIf(noTerminal)('on a terminal it asks: n changes nothing and ends with 1, y does it', async () => {
    const { org_id, associated_org_id } = platform().association('upstream')
    const index = platform().data.organizations.findIndex((one) => one.org_id === org_id)
    const { type } = user(asApp(platform(), index))
    const no = await type('n\n', 'unlink', associated_org_id)
    expect(no).toMatchObject({ code: 1, stdout: expect.stringContaining("can't be undone") })
    expect(await platform().events(org_id)).toEqual([])
    expect((await type('y\n', 'unlink', associated_org_id)).code).toBe(0)
    expect(await platform().events(org_id)).not.toEqual([])
  })

  test('the clock of a sandbox is shown and advanced, and a reset asks first', async () => {
    const { run } = user({ SENDOFF_BASE_URL: platform().base })
    const before = JSON.parse((await run('clock', '--json')).stdout)
    const after = JSON.parse((await run('clock', '+72h', '--json')).stdout)
    // The clock's offset is measured, so it may differ by a few milliseconds.
    expect((after.offset_ms - before.offset_ms) / 3_600_000).toBeCloseTo(72, 2)
    expect((await run('clock', 'tomorrow')).code).toBe(2)
    expect((await run('reset')).code).toBe(2)
    const reset = await run('reset', '--yes', '--json')
    expect(JSON.parse(reset.stdout).organizations).toHaveLength(4)
    expect(reset.stdout).not.toContain('osk_')
  })

  async function unlinkFirst() {
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    const token = await platform().appToken(org_id, 'org:unlink')
    await platform().as(token).call('organization.unlink', { dept_id, associated_org_id })
  }
})
