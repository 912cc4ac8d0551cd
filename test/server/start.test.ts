import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ConfigurationError, readConfig } from '@sendoff/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rows } from '../support/database.ts'
import { Caller, must, openPlatform, stores } from '../support/platform.ts'
import { runProcess, startProcess } from '../support/process.ts'

const LIVE = {
  SENDOFF_MODE: 'live',
  SENDOFF_SMTP_URL: 'smtps://user:password@mail.example:465',
  SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: randomBytes(32).toString('base64'),
  SENDOFF_COOKIE_KEYS: 'a secret of 32 characters at least',
  SENDOFF_HOST: '127.0.0.1',
  SENDOFF_LOG_LEVEL: 'warn',
}

test('npm start says in ten lines where it listens and where the credentials are, and its curl works', async () => {
  const server = await startProcess()
  await fetch(`${server.base}/healthz`) // By then it has said everything.
  const lines = server.stdout().trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(10)
  expect(server.stderr()).toBe('')
  expect(new URL(server.base).hostname).toBe('127.0.0.1')
  expect(lines[0]).toContain(`${server.base}/console`)
  expect(lines[1]).toContain(`${server.base}/docs`)
  const file = must(
    lines
      .find((line) => line.includes('sandbox.json'))
      ?.split(' ')
      .at(-1),
  )
  expect(resolve(file)).toBe(join(server.dataDirectory, 'sandbox.json'))

  const from = lines.findIndex((line) => line.trim().startsWith('curl'))
  const command = lines.slice(from, 1 + lines.findIndex((line, at) => at >= from && !line.endsWith('\\'))).join('\n')
  const { stdout } = await promisify(execFile)('sh', ['-c', command])
  const { access_token } = JSON.parse(stdout)
  const answer = await fetch(`${server.base}/v1.0/organization`, {
    headers: { authorization: `Bearer ${access_token}` },
  })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ org_id: server.data.organizations[0]?.org_id })
})

test('a port that is in use ends the start with a message that names it and the variable', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stdout, stderr } = await runProcess({ PORT: String(port) })
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(`Sendoff can't start: port ${port} is in use. Set PORT to another one.\n`)
})

describe('configuration', () => {
  test('a process with a wrong environment says what is wrong and ends with 1', async () => {
    const { code, stdout, stderr } = await runProcess({ PORT: 'abc' })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe("Sendoff can't start:\nPORT must be a port number from 0 to 65535\n")
  })

  test.each<[named: string, environment: Record<string, string>]>([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80.5' }],
    ['PORT', { PORT: ' ' }],
    ['SENDOFF_MODE', { SENDOFF_MODE: 'prod' }],
    ['SENDOFF_MODE', { SENDOFF_MODE: 'Live' }],
    ['SENDOFF_MASTER_KEY', { SENDOFF_MASTER_KEY: randomBytes(31).toString('base64') }],
    ['SENDOFF_MASTER_KEY', { SENDOFF_MASTER_KEY: randomBytes(32).toString('hex') }],
    ['SENDOFF_MASTER_KEY', { SENDOFF_MASTER_KEY: 'a secret of 32 characters exactly' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hunter2@localhost/sendoff' }],
    ['DATABASE_URL', { DATABASE_URL: 'localhost:5432' }],
    ['SENDOFF_LOG_LEVEL', { SENDOFF_LOG_LEVEL: 'loud' }],
    ['SENDOFF_JWKS_MAX_AGE', { SENDOFF_JWKS_MAX_AGE: '0' }],
    ['SENDOFF_JWKS_MAX_AGE', { SENDOFF_JWKS_MAX_AGE: '86401' }],
    ['SENDOFF_JWKS_MAX_AGE', { SENDOFF_JWKS_MAX_AGE: '5m' }],
    ['SENDOFF_TOKENS_PER_MINUTE', { SENDOFF_TOKENS_PER_MINUTE: '-1' }],
    ['SENDOFF_ISSUER', { SENDOFF_ISSUER: 'sendoff.example' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'http://sendoff.example' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'sendoff.example' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://sendoff.example/?tenant=1' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://sendoff.example/#top' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://sendoff.example/below' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://Sendoff.example' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://sendoff.example:443' }],
    ['SENDOFF_ISSUER', { ...LIVE, SENDOFF_ISSUER: 'https://user:hunter2@sendoff.example' }],
    ['SENDOFF_ISSUER', { SENDOFF_ISSUER: 'http://127.0.0.1:8787/below' }],
    ['SENDOFF_TRUSTED_PROXIES', { ...LIVE, SENDOFF_TRUSTED_PROXIES: '10.1' }],
    ['SENDOFF_TRUSTED_PROXIES', { ...LIVE, SENDOFF_TRUSTED_PROXIES: '127.0.0.1,0x7f.1' }],
    ['SENDOFF_TRUSTED_PROXIES', { ...LIVE, SENDOFF_TRUSTED_PROXIES: '10.0.0.0/33' }],
    ['SENDOFF_TRUSTED_PROXIES', { ...LIVE, SENDOFF_TRUSTED_PROXIES: 'fe80::1%eth0' }],
    ['SENDOFF_COOKIE_KEYS', { ...LIVE, SENDOFF_COOKIE_KEYS: 'short' }],
    ['SENDOFF_COOKIE_KEYS', { ...LIVE, SENDOFF_COOKIE_KEYS: `${LIVE.SENDOFF_COOKIE_KEYS},short` }],
    ['SENDOFF_MASTER_KEY', { ...LIVE, SENDOFF_MASTER_KEY: '' }],
    ['DATABASE_URL', { ...LIVE, DATABASE_URL: '', SENDOFF_DATA_DIR: '' }],
  ])('%s is named as wrong, and nothing else, in %o', (named, environment) => {
    const complete = {
      ...(environment.SENDOFF_MODE === 'live' && { SENDOFF_DATA_DIR: '/var/lib/sendoff' }),
      ...environment,
    }
    const message = complaint(complete)
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual([named])
    expect(message).not.toContain('hunter2')
  })

  test('live mode with nothing set names every variable that it needs', () => {
    expect(
      complaint({ SENDOFF_MODE: 'live' })
        .split('\n')
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual([
      'DATABASE_URL',
      'SENDOFF_COOKIE_KEYS',
      'SENDOFF_ISSUER',
      'SENDOFF_MAIL_FROM',
      'SENDOFF_MASTER_KEY',
      'SENDOFF_SMTP_URL',
    ])
  })

  test('the sandbox needs nothing, listens on loopback only, and a variable that is empty counts as not set', () => {
    const empty = { PORT: '', DATABASE_URL: '', SENDOFF_MODE: '', SENDOFF_DATA_DIR: '' }
    for (const environment of [{}, empty, { SENDOFF_HOST: '0.0.0.0' }]) {
      const { mode, host, port, dataDirectory, databaseUrl } = readConfig(environment)
      expect({ mode, host, port, dataDirectory, databaseUrl }).toEqual({
        mode: 'sandbox',
        host: '127.0.0.1',
        port: 8787,
        dataDirectory: resolve('.sendoff'),
        databaseUrl: undefined,
      })
    }
  })
})

describe.each(stores())('live mode on %s', (store) => {
  test('starts with everything set: its issuer in its metadata, no sandbox, no webhooks to this machine', async () => {
    // An app can't be created in live mode without a person, so a sandbox creates one, and its database is declared live.
    const masterKey = Buffer.from(LIVE.SENDOFF_MASTER_KEY, 'base64')
    const sandbox = await openPlatform(store, { masterKey })
    onTestFinished(sandbox.close)
    const { databaseUrl, dataDirectory } = sandbox.platform.config
    await rows(sandbox.platform, (db) =>
      db.updateTable('setting').set({ value: 'live' }).where('name', '=', 'mode').execute(),
    )
    await sandbox.platform.server.stop()
    sandbox.platform.server.stop = async () => {} // `close` would do it again.
    await rm(join(dataDirectory, 'sandbox.json'))

    const server = await startProcess({
      ...LIVE,
      SENDOFF_DATA_DIR: dataDirectory,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    })
    expect(server.stdout()).toBe(`Sendoff listens on ${server.base} for https://sendoff.example\n`)
    expect(existsSync(join(dataDirectory, 'sandbox.json'))).toBe(false)
    const caller = new Caller(server.base, sandbox.platform.data)
    expect((await caller.get('/.well-known/oauth-authorization-server')).body).toMatchObject({
      issuer: 'https://sendoff.example',
      token_endpoint: 'https://sendoff.example/oauth2/token',
      jwks_uri: 'https://sendoff.example/oauth2/jwks',
    })

    for (const [method, path, body] of [
      ['GET', '/v1.0/sandbox/clock'],
      ['POST', '/v1.0/sandbox/clock/advance', { by: 'PT1H' }],
      ['POST', '/v1.0/sandbox/reset'],
      ['POST', '/v1.0/sandbox/user-tokens', { account_id: 'acct_1', scopes: ['org:read'] }],
      ['GET', '/v1.0/sandbox/verification-codes'],
      ['DELETE', '/v1.0/sandbox/clock'],
    ] as const) {
      const answer = await caller.call(method, path, { body })
      expect([answer.status, answer.body.code], path).toEqual([404, 'not_found'])
      expect(answer.body.type).toBe('https://sendoff.example/problems/not_found')
    }

    const create = async (url: string) => caller.post('/v1.0/webhook-endpoints', token, { url })
    const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write')
    for (const url of ['http://127.0.0.1:9/', 'https://127.0.0.1/', 'https://localhost/', 'http://consumer.example/']) {
      const { status, body } = await create(url)
      expect([status, body.code, body.errors?.[0]?.pointer], url).toEqual([400, 'invalid_request', '/url'])
    }
    expect((await create('https://consumer.example/webhooks')).status).toBe(201)
    expect((await server.kill('SIGTERM')).code).toBe(0)
  })
})

function complaint(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message
  }
  throw new Error('the environment was taken')
}
