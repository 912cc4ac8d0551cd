import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createDatabase } from '../support/postgres/database.ts'
import { freePort, temporaryDirectory } from '../support/process.ts'
import { selfSigned, startTlsProxy } from '../support/tls-proxy.ts'
import { live, operator } from './operator.ts'

type Finding = { check: string; status: string; detail: string; action?: string }

/** @returns the report, with the findings by what was checked */
async function report(environment: Record<string, string>, folder?: string) {
  const ran = await operator(environment, folder).run('check', '--json')
  const { ok, findings, balancer } = JSON.parse(ran.stdout) as { ok: boolean; findings: Finding[]; balancer: any }
  expect(ran.code).toBe(ok ? 0 : 1)
  for (const { status, action } of findings) expect(action !== undefined).toBe(status !== 'ok')
  const of = (check: string) => findings.filter((one) => one.check === check)
  return { ok, findings, balancer, of, statuses: (check: string) => of(check).map(({ status }) => status) }
}

async function startMail(accept = true): Promise<string> {
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => (accept ? done(null, { user: 'sendoff' }) : done(new Error('Invalid login'))),
  })
  smtp.on('error', () => {})
  const listener = smtp.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  return `smtp://user:password@127.0.0.1:${(listener.address() as AddressInfo).port}`
}

test('everything that is wrong is named at once, each with an action', { timeout: 120_000 }, async () => {
  const folder = temporaryDirectory()
  const open = join(folder, 'open.key')
  writeFileSync(open, 'short')
  chmodSync(open, 0o644)
  mkdirSync(join(folder, 'data'))
  chmodSync(join(folder, 'data'), 0o755)
  writeFileSync(join(folder, 'data/sendoff.sqlite'), '', { mode: 0o644 })
  const { ok, of, statuses } = await report(
    {
      SENDOFF_MODE: 'live',
      SENDOFF_ISUER: 'https://sendoff.example',
      SENDOFF_MASTER_KEY_FILE: open,
      SENDOFF_DATA_DIR: 'data',
      SENDOFF_SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
      SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
      PORT: 'abc',
    },
    folder,
  )
  expect(ok).toBe(false)
  const settings = of('settings').map(({ detail }) => detail)
  for (const name of ['PORT', 'SENDOFF_ISSUER', 'SENDOFF_COOKIE_KEYS', 'SENDOFF_MASTER_KEY_FILE']) {
    expect(settings).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)))
  }
  expect(settings).toContain('SENDOFF_ISUER is not a setting')
  expect(settings).toContainEqual(expect.stringContaining(`${open} holds secrets`))
  expect(settings.join()).not.toContain('short')
  expect(statuses('folder').toSorted()).toEqual(['warning', 'wrong'])
  expect(statuses('mail')).toEqual(['wrong'])
})

test('behind a proxy with TLS everything is in order before the first start, and while the server runs', {
  timeout: 240_000,
}, async () => {
  const [port, tls] = [await freePort(), selfSigned()]
  const proxy = await startTlsProxy(tls, port)
  const settings = {
    ...live({ SENDOFF_SMTP_URL: await startMail(), SENDOFF_ISSUER: proxy.origin, PORT: String(port) }),
    SENDOFF_DATA_DIR: 'data',
    // Each form that the setting accepts.
    SENDOFF_TRUSTED_PROXIES: '10.0.0.1,::1,fd00::/8,127.0.0.0/8',
    NODE_EXTRA_CA_CERTS: tls.file,
  }
  const folder = temporaryDirectory()
  const before = await report(settings, folder)
  expect(before.findings.filter(({ status }) => status !== 'ok')).toEqual([])
  expect(before.of('proxy')).toHaveLength(1)
  expect(before.balancer).toMatchObject({
    upstream: `127.0.0.1:${port}`,
    readiness: '/readyz',
    idle_timeout_below_seconds: 75,
  })
  const untrusted = await report({ ...settings, SENDOFF_TRUSTED_PROXIES: '10.0.0.0/8' }, folder)
  expect(untrusted.of('proxy')[0]).toMatchObject({ status: 'warning', action: expect.stringContaining('127.0.0.1') })
  const uncertified = await report({ ...settings, NODE_EXTRA_CA_CERTS: '' }, folder)
  expect(uncertified.of('issuer')[0]?.action).toContain('NODE_EXTRA_CA_CERTS')

  await operator(settings, folder).start(/listens/, 'start')
  const during = await report(settings, folder)
  expect(during.findings.filter(({ status }) => status !== 'ok')).toEqual([])
  expect(during.of('master_key')).toHaveLength(1)
  const otherKey = { ...settings, SENDOFF_MASTER_KEY: live().SENDOFF_MASTER_KEY ?? '' }
  expect((await report(otherKey, folder)).statuses('master_key')).toEqual(['wrong'])
})

test('a port of another program, an issuer of another server and a mail server that refuses are told apart', {
  timeout: 120_000,
}, async () => {
  const other = createServer((_req, res) => res.end('hello')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const taken = await report(
    live({ SENDOFF_DATA_DIR: 'data', PORT: String(port), SENDOFF_SMTP_URL: await startMail(false) }),
  )
  expect(taken.of('port')[0]).toMatchObject({ status: 'wrong', detail: expect.stringContaining(String(port)) })
  expect(taken.of('mail')[0]).toMatchObject({ status: 'wrong', action: expect.stringContaining('percent-encoded') })
  const tls = selfSigned()
  const elsewhere = await startTlsProxy(tls, port)
  const wrong = await report({
    ...live({ SENDOFF_DATA_DIR: 'data', PORT: String(await freePort()), SENDOFF_ISSUER: elsewhere.origin }),
    NODE_EXTRA_CA_CERTS: tls.file,
  })
  expect(wrong.of('issuer')[0]?.detail).toContain('answers 200 in place of this server')
})

test('a damaged database is named with the way back', async () => {
  const folder = temporaryDirectory()
  mkdirSync(join(folder, 'data'), { mode: 0o700 })
  writeFileSync(join(folder, 'data/sendoff.sqlite'), 'damaged '.repeat(1000), { mode: 0o600 })
  const { of } = await report(live({ SENDOFF_DATA_DIR: 'data', PORT: String(await freePort()) }), folder)
  expect(of('database')[0]).toMatchObject({
    status: 'wrong',
    action: expect.stringContaining('sendoff-server restore'),
  })
})

test('PostgreSQL is tried: state, rights, clock; and one that does not answer is named', {
  timeout: 120_000,
}, async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(() => database.drop())
  const settings = live({ DATABASE_URL: database.url, PORT: String(await freePort()) })
  const empty = await report(settings)
  expect(empty.of('database')).toEqual([{ check: 'database', status: 'ok', detail: expect.stringContaining('empty') }])
  expect(empty.statuses('clock')).toEqual(['ok'])
  await operator(settings).run('migrate')
  expect((await report(settings)).of('database')[0]?.detail).toMatch(/^PostgreSQL, at this version/)
  const sandbox = await report({ DATABASE_URL: database.url, PORT: '0' })
  expect(sandbox.of('database')[0]).toMatchObject({ status: 'wrong', detail: expect.stringContaining('live') })
  const gone = await report({ ...settings, DATABASE_URL: `postgres://user:hunter2@127.0.0.1:${await freePort()}/none` })
  expect(gone.of('database')[0]?.status).toBe('wrong')
  expect(JSON.stringify(gone.findings)).not.toContain('hunter2')
})
