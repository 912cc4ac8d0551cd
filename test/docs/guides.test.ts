import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { installServer } from '../support/packed-server.ts'
import { must } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { freePort, startProcess, temporaryDirectory } from '../support/process.ts'
import { selfSigned, startTlsProxy } from '../support/tls-proxy.ts'
import { Visitor } from '../support/visitor.ts'
import { checkout } from './checkout.ts'
import { compileSamples } from './compile-samples.ts'
import { outputsOf, programOf } from './program.ts'
import { readGuide, runGuide } from './run-guide.ts'

const GUIDES = ['integrator', 'partner', 'administrator', 'consumer', 'operator']

const noCurl = spawnSync('curl', ['--version']).error && 'no curl: install the package curl'

describe('a guide is one program that does what the guide says', { timeout: 120_000 }, () => {
  beforeEach(({ skip }) => skip(noCurl !== undefined, noCurl))

  test.each(['partner', 'administrator'])('%s', async (name) => {
    const directory = checkout()
    await startProcess({ SENDOFF_DATA_DIR: join(directory, '.sendoff') })
    check(readGuide(name), await runGuide(readGuide(name), { directory }))
  })

  test('the consumer’s guide runs a second time, as its end says', async () => {
    const directory = checkout()
    await startProcess({ SENDOFF_DATA_DIR: join(directory, '.sendoff') })
    for (const _ of ['first', 'second'])
      check(readGuide('consumer'), await runGuide(readGuide('consumer'), { directory }))
  })

  test('operator, from the package to a live server behind TLS with an administrator, on SQLite and on PostgreSQL', {
    timeout: 600_000,
  }, async () => {
    const server = await installServer()
    onTestFinished(() => server.remove())
    const directory = temporaryDirectory()
    const database = await createDatabase(inject('postgresUrl'))
    onTestFinished(() => database.drop())
    const [tls, port] = [selfSigned(), await freePort()]
    const { origin } = await startTlsProxy(tls, port)
    const environment = {
      PATH: [server.bin, dirname(process.execPath), process.env.PATH].join(delimiter),
      POSTGRES: database.url,
      PORT: String(port),
      ISSUER: origin,
      SMTP_URL: await startMailServer(),
      NODE_EXTRA_CA_CERTS: tls.file,
    }
    let signedIn: Promise<void> | undefined
    const onOutput = (output: string) => {
      const [, link] = /(https:\S+\/sign-in\/password\?link=\S+)\n/.exec(output) ?? []
      if (link) signedIn ??= setFirstPassword(`http://127.0.0.1:${port}`, new URL(link))
    }
    check(readGuide('operator'), await runGuide(readGuide('operator'), { directory, environment, onOutput }))
    await must(signedIn)
    const metrics = readFileSync(join(directory, 'metrics.txt'), 'utf8')
    const named = readGuide('operator').match(/\b(sendoff|nodejs)_[a-z0-9_]+/g) ?? []
    expect(named.filter((name) => !metrics.includes(`# HELP ${name} `))).toEqual([])
  })

  test('integrator, with an administrator who authorises the app', async () => {
    const directory = checkout()
    const { base } = await startProcess({ SENDOFF_DATA_DIR: join(directory, '.sendoff') })
    let authorized: Promise<void> | undefined
    const onOutput = (output: string) => {
      const [, href, login = '', password = ''] = /Open (\S+) and sign in as (\S+) (.*)\n/.exec(output) ?? []
      if (href) authorized ??= authorize(base, new URL(href), { login, password })
    }
    const ran = await runGuide(readGuide('integrator'), { directory, onOutput })
    await authorized
    check(readGuide('integrator'), ran)
    expect(ran.output).toMatch(/Birch Logistics is unlinked from .*: true\nIt had ended already\.\nAfter 72 hours: /)
  })
})

/** Sets the password by the link of the first administrator, and signs in with it. */
async function setFirstPassword(base: string, { pathname, search }: URL) {
  const visitor = new Visitor(base)
  const page = await visitor.open(pathname + search)
  const done = await visitor.submit(page, '', { new_password: 'a long password' })
  expect([done.status, done.html]).toEqual([200, expect.stringContaining('ada@example.com')])
}

/** A mail server that takes every sign-in. */
async function startMailServer(): Promise<string> {
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'sendoff' }),
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  })
  smtp.on('error', () => {})
  const listener = smtp.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return `smtp://user:password@127.0.0.1:${(listener.address() as AddressInfo).port}`
}

/** Authorises the app, as a person does in the browser. */
async function authorize(base: string, at: URL, who: { login: string; password: string }) {
  const visitor = new Visitor(base)
  const accounts = await visitor.submit(await visitor.open(`${at.pathname}${at.search}`), '', who)
  const account_id = must(/name="account_id" value="(\w+)"/.exec(accounts.html)?.[1])
  const consent = await visitor.submit(accounts, '/account', { account_id })
  const back = await visitor.submit(consent, '/consent', { decision: 'allow' })
  await fetch(back.url)
}

function check(guide: string, { code, output, errors }: Awaited<ReturnType<typeof runGuide>>) {
  expect(code, errors + output).toBe(0)
  for (const expected of outputsOf(guide)) expect(output).toMatch(expected)
}

test('every guide compiles', async () => {
  const shell = join(import.meta.dirname, 'shell.ts')
  const said = await compileSamples(
    GUIDES.map((name) => programOf(readGuide(name), shell)),
    '',
  )
  expect(said).toEqual(GUIDES.map(() => []))
})

test('a guide with a failing block or another output is detected', async () => {
  const directory = checkout()
  const failing = await runGuide('# A guide\n\n```ts\nconst one = 1\nthrow new Error("not this")\n```\n', { directory })
  expect([failing.code, failing.errors]).toEqual([1, expect.stringMatching(/guide\.ts:5[\s\S]*not this/)])
  const inShell = await runGuide('# A guide\n\n```sh\nA=1\nfalse\n```\n', { directory })
  expect([inShell.code, inShell.errors]).toEqual([1, expect.stringMatching(/ended with 1[\s\S]*guide\.ts:4/)])
  const silent =
    '# A guide\n\n```sh\nA=1\n```\n\n```ts\nconst [one] = [1]\n```\n\n```sh\necho "got $A"\n```\n\n```text\ngot …2\n```\n'
  const ran = await runGuide(silent, { directory })
  expect([ran.code, ran.output]).toEqual([0, 'got 1\n'])
  expect(outputsOf(silent).map((expected) => expected.test(ran.output))).toEqual([false])
})
