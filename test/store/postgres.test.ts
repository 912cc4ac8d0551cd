import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { query } from '../support/database.ts'
import { Caller, must } from '../support/platform.ts'
import { createDatabase, databaseUrl } from '../support/postgres/database.ts'
import { freePort, runProcess, startProcess, temporaryDirectory } from '../support/process.ts'

test('two processes that start at the same time on an empty database set it up once, and serve it together', {
  timeout: 180_000,
}, async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(database.drop)
  const environment = {
    DATABASE_URL: database.url,
    SENDOFF_DATA_DIR: temporaryDirectory(),
    SENDOFF_MASTER_KEY: randomBytes(32).toString('base64'),
  }
  const sandboxes = await Promise.all([startProcess(environment), startProcess(environment)])
  const [{ data }] = sandboxes
  const config = { databaseUrl: database.url, dataDirectory: environment.SENDOFF_DATA_DIR }
  expect((await query({ config }, 'select org_id from organization order by org_id')).map((row) => row.org_id)).toEqual(
    data.organizations.map(({ org_id }) => org_id).sort(),
  )
  const purposes = (await query({ config }, 'select purpose from signing_key')).map(({ purpose }) => purpose)
  expect(purposes.toSorted()).toEqual(['access_token', 'webhook'])
  const { org_id } = must(data.organizations[0])
  const scopes = ['org:read', 'org:unlink', 'webhook:read', 'webhook:write'] as const
  for (const sandbox of sandboxes) {
    const caller = new Caller(sandbox.base, data)
    expect((await caller.get('/v1.0/organization', await caller.appToken(org_id, ...scopes))).status).toBe(200)
    expect(sandbox.stderr()).toBe('')
    expect((await sandbox.kill('SIGTERM')).code).toBe(0)
  }

  // Nothing in live mode makes an app without a person, so the sandbox's database is declared a live one.
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query("update setting set value = 'live' where name = 'mode'")
  await client.end()
  // As behind a load balancer: one issuer, any process.
  const live = {
    ...environment,
    SENDOFF_MODE: 'live',
    SENDOFF_SMTP_URL: 'smtps://user:password@mail.example:465',
    SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
    SENDOFF_HOST: '127.0.0.1',
    SENDOFF_ISSUER: 'https://sendoff.example',
    SENDOFF_COOKIE_KEYS: 'x'.repeat(32),
    SENDOFF_LOG_LEVEL: 'warn',
  }
  const ports = [await freePort(), await freePort()] as const
  await Promise.all(ports.map((port) => startProcess({ ...live, PORT: String(port) })))
  const one = new Caller(`http://127.0.0.1:${ports[0]}`, data)
  const other = new Caller(`http://127.0.0.1:${ports[1]}`, data)
  const token = await one.appToken(org_id, ...scopes)
  for (const caller of [one, other]) {
    expect(await caller.get('/v1.0/organization', token)).toMatchObject({ status: 200, body: { org_id } })
  }

  // The other process sees a commit immediately, and an unlink that both receive has one effect.
  const url = 'https://consumer.example/webhooks'
  const { body: created } = await one.post('/v1.0/webhook-endpoints', token, { url })
  expect((await other.get(`/v1.0/webhook-endpoints/${created.endpoint_id}`, token)).status).toBe(200)
  const { dept_id, associated_org_id } = must(data.associations.find((association) => association.org_id === org_id))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      (n % 2 === 0 ? one : other).post('/v1.0/organization/unlink', token, { dept_id, associated_org_id }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'association_not_found')).toHaveLength(19)
})

test('a DATABASE_URL that leads nowhere ends the start with a message, and without its password', async () => {
  const urls = [
    `postgres://sendoff:hunter2@127.0.0.1:${await freePort()}/sendoff`,
    'postgres://sendoff:hunter2@database.invalid/sendoff',
    databaseUrl(inject('postgresUrl'), 'nowhere'),
  ]
  const exits = await Promise.all(urls.map((url) => runProcess({ DATABASE_URL: url })))
  for (const [index, { code, stdout, stderr }] of exits.entries()) {
    expect([code, stdout], urls[index]).toEqual([1, ''])
    expect(stderr, urls[index]).toMatch(/^Sendoff can't start: .*DATABASE_URL.*\(.+\)\.\n$/)
    expect(stderr).not.toContain('hunter2')
  }
})
