import { expect, inject, onTestFinished, test } from 'vitest'
import { Caller, openPlatform, type Platform } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { startPostgres } from '../support/postgres/server.ts'
import { startProcess } from '../support/process.ts'
import { startProxy } from '../support/proxy.ts'
import { startReceiver } from '../support/receiver.ts'

type Open = { platform: Platform; token: string; userToken: string }

test('while PostgreSQL is unreachable every answer is 503, and afterwards the server continues', async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(database.drop)
  const proxy = await startProxy(database.url)
  const open = await start(proxy.url)
  const { platform, token } = open

  // A delivery that is owed: its second attempt falls due after about 5 seconds.
  const receiver = await startReceiver((_, count) => (count === 1 ? 503 : 204))
  const { body: endpoint } = await platform.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
  const { body: owed } = await platform.post(`/v1.0/webhook-endpoints/${endpoint.endpoint_id}/test`, token)
  await receiver.until(({ length }) => length === 1)
  await settled(platform, owed.delivery_id, token)

  await proxy.cut()
  await expectUnavailable(open)
  await proxy.restore()

  const { org_id } = platform.organization(0)
  expect((await platform.get('/v1.0/organization', token)).body).toMatchObject({ org_id })
  expect((await platform.get('/readyz')).status).toBe(200)
  await platform.advance('PT10S')
  expect(receiver.received.map(({ event }) => event.id)).toEqual([owed.event_id, owed.event_id])
  const { dept_id, associated_org_id } = platform.association('upstream')
  const unlinked = await platform.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
  expect(unlinked.body).toMatchObject({ result: true })
})

// A server that was given is not ours to stop.
test.skipIf(process.env.TEST_DATABASE_URL)('when PostgreSQL is stopped every answer is 503', async () => {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  const open = await start((await createDatabase(postgres.url)).url)
  await postgres.stop()
  await expectUnavailable(open)
})

test('connections that break in the middle of requests cost no process and nothing that was acknowledged', {
  timeout: 180_000,
}, async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(database.drop)
  const proxy = await startProxy(database.url)
  const server = await startProcess({ DATABASE_URL: proxy.url })
  const caller = new Caller(server.base, server.data)
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write', 'webhook:read')
  const created = new Set<string>()
  /** Creates endpoints until one is answered so; every answer is 201 or 503. */
  const createUntil = async (expected: number, count: number) => {
    for (let met = 0; met < count; ) {
      const { status, body } = await caller.post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:9/' })
      expect([201, 503]).toContain(status)
      if (status === 201) created.add(body.endpoint_id)
      if (status === expected) met++
    }
  }
  const everybody = (expected: number, count = 1) =>
    Promise.all(Array.from({ length: 16 }, () => createUntil(expected, count)))
  for (let round = 0; round < 5; round++) {
    await everybody(201, 2)
    const hit = everybody(503)
    await proxy.cut()
    await hit
    await proxy.restore()
  }
  await everybody(201)

  const found = new Set<string>()
  for (let cursor = ''; ; ) {
    const { body: page } = await caller.get(`/v1.0/webhook-endpoints?limit=200${cursor}`, token)
    for (const { endpoint_id } of page.data) found.add(endpoint_id)
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect([...created].filter((id) => !found.has(id))).toEqual([])
  // Warnings, but no errors of our own.
  expect(
    server
      .stderr()
      .split('\n')
      .filter((line) => line !== '' && JSON.parse(line).level > 40),
  ).toEqual([])
  expect((await server.kill('SIGTERM')).code).toBe(0)
})

async function start(databaseUrl: string): Promise<Open> {
  const { platform, close } = await openPlatform('sqlite', { databaseUrl })
  onTestFinished(close)
  const { org_id } = platform.organization(0)
  const scopes = [
    'org:read',
    'org:unlink',
    'org:association:read',
    'event:read',
    'webhook:read',
    'webhook:write',
  ] as const
  const userToken = await platform.userToken(platform.member(org_id, 'founder').account_id, ...scopes.slice(0, 3))
  return { platform, token: await platform.appToken(org_id, ...scopes), userToken }
}

/** Nobody waits for the answer to an attempt to be recorded but by reading it. */
async function settled(platform: Platform, deliveryId: string, token: string): Promise<void> {
  for (;;) {
    const { body } = await platform.get(`/v1.0/deliveries/${deliveryId}`, token)
    if (body.attempts.length === 1) return
  }
}

async function expectUnavailable({ platform, token, userToken }: Open): Promise<void> {
  const { dept_id, associated_org_id } = platform.association('upstream')
  const command = { dept_id, associated_org_id }
  const key = { 'idempotency-key': 'during-the-outage' }
  const { account_id } = platform.member(platform.organization(0).org_id, 'founder')
  const calls: [what: string, answer: () => ReturnType<Platform['call']>][] = [
    ['a read', () => platform.get('/v1.0/organization', token)],
    ['a read of a person', () => platform.get('/v1.0/organization', userToken)],
    ['a list', () => platform.get('/v1.0/events', token)],
    ['a write', () => platform.post('/v1.0/organization/unlink', token, command)],
    ['a write with a key', () => platform.post('/v1.0/organization/unlink', token, command, key)],
    ['a move of the clock', () => platform.post('/v1.0/sandbox/clock/advance', undefined, { by: 'PT1H' })],
    ['a user token', () => platform.post('/v1.0/sandbox/user-tokens', undefined, { account_id, scopes: ['org:read'] })],
    ['a reset', () => platform.post('/v1.0/sandbox/reset')],
  ]
  const answers = []
  // Connections that broke first, then none at all.
  for (const round of [1, 2]) {
    for (const [what, call] of calls) {
      const { status, headers, body } = await call()
      answers.push([round, what, status, headers.get('content-type'), headers.get('retry-after'), body.code])
    }
  }
  expect(answers).toEqual(
    [1, 2].flatMap((round) =>
      calls.map(([what]) => [round, what, 503, 'application/problem+json; charset=utf-8', '1', 'unavailable']),
    ),
  )
  const [app] = platform.organization(0).apps
  const issued = await platform.askToken(app as NonNullable<typeof app>, { scope: 'org:read' })
  expect([issued.status, issued.body.error]).toEqual([503, 'temporarily_unavailable'])
  expect((await platform.get('/readyz')).status).toBe(503)
  expect((await platform.get('/healthz')).status).toBe(200)
}
