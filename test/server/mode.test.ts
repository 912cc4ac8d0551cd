import { type Config, readConfig, startServer } from '@sendoff/server'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { dump } from '../support/database.ts'
import { Caller, openPlatform, stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { runProcess, startProcess, temporaryDirectory } from '../support/process.ts'

const LIVE = {
  SENDOFF_MODE: 'live',
  SENDOFF_HOST: '127.0.0.1',
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  SENDOFF_COOKIE_KEYS: 'a secret of 32 characters at least',
  SENDOFF_SMTP_URL: 'smtps://user:password@mail.example:465',
  SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
  SENDOFF_LOG_LEVEL: 'warn',
  PORT: '0',
}

// These start processes.
const SLOW = { timeout: 120_000 }

describe.each(stores())('on %s', (store) => {
  test('a live server refuses the database of a sandbox, also after a reset, and changes nothing', SLOW, async () => {
    const masterKey = Buffer.from(LIVE.SENDOFF_MASTER_KEY, 'base64')
    const { platform, close } = await openPlatform(store, { masterKey })
    onTestFinished(close)
    await platform.reset()
    const { databaseUrl, dataDirectory } = platform.config
    await platform.server.stop()
    platform.server.stop = async () => {} // `close` would do it again.
    const before = await dump(platform)
    const exit = await runProcess({
      ...LIVE,
      SENDOFF_DATA_DIR: dataDirectory,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    })
    expect(exit).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        "Sendoff can't start: The database is that of a sandbox, whose tokens and passwords are for tests. Set DATABASE_URL or SENDOFF_DATA_DIR to another one, or SENDOFF_MODE to sandbox.\n",
    })
    expect(await dump(platform)).toBe(before)
  })

  test('a sandbox refuses the database of a live server, and changes nothing', async () => {
    const where: Record<string, string> = { SENDOFF_DATA_DIR: temporaryDirectory() }
    if (store === 'postgres') {
      const database = await createDatabase(inject('postgresUrl'))
      onTestFinished(() => database.drop())
      where.DATABASE_URL = database.url
    }
    const config = readConfig({ ...LIVE, ...where })
    await (await startServer(config)).stop()
    const before = await dump({ config })
    const sandbox: Config = { ...config, mode: 'sandbox' }
    await expect(startServer(sandbox)).rejects.toThrow(
      'The database is that of a live installation. Set DATABASE_URL or SENDOFF_DATA_DIR to another one, or SENDOFF_MODE to live.',
    )
    expect(await dump({ config })).toBe(before)
    await (await startServer(config)).stop()
  })
})

test('two sandboxes on one PostgreSQL with the same issuer accept each other’s tokens', SLOW, async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(() => database.drop())
  const environment = {
    DATABASE_URL: database.url,
    SENDOFF_ISSUER: 'http://127.0.0.1:9999/',
    SENDOFF_DATA_DIR: temporaryDirectory(),
  }
  const servers = [await startProcess(environment), await startProcess(environment)]
  const callers = servers.map(({ base, data }) => new Caller(base, data))
  for (const [issuing, using] of [callers, [...callers].reverse()] as [Caller, Caller][]) {
    const { org_id, members } = issuing.organization(0)
    for (const token of [
      await issuing.appToken(org_id, 'org:read'),
      await issuing.userToken(members[0]?.account_id ?? '', 'org:read'),
    ]) {
      expect((await using.get('/v1.0/organization', token)).status).toBe(200)
    }
    expect((await using.get('/.well-known/oauth-authorization-server')).body.issuer).toBe('http://127.0.0.1:9999')
  }
  expect(servers[0]?.stdout()).toMatch(
    /^Console: http:\/\/127.0.0.1:9999\/console .*\nSendoff listens on http:\/\/127.0.0.1:\d+ for http:\/\/127.0.0.1:9999 \(sandbox/,
  )
})
