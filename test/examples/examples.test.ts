import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { userScopes } from '@sendoff/api'
import { createClient } from '@sendoff/sdk'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Caller, must } from '../support/platform.ts'
import { freePort, startProcess } from '../support/process.ts'
import { Visitor } from '../support/visitor.ts'
import { run, stop } from './run.ts'

// Each starts several processes, one after the other.
vi.setConfig({ testTimeout: 180_000 })

test('the unlink example prints result: true, and the consumer example receives verified events in both organisations', async () => {
  const server = await startProcess()
  const consumer = run('example:webhook-consumer', server.dataDirectory)
  await consumer.until(/Listening on/)
  const unlink = run('example:partner-unlink', server.dataDirectory)
  const [code] = await once(unlink.child, 'exit')
  expect(code).toBe(0)
  expect(unlink.output()).toMatch(/Aster Manufacturing unlinks its upstream Birch Logistics/)
  expect(unlink.output()).toMatch(/result: true/)
  await consumer.until(
    /verified: .*\(initiator, api\)[\s\S]*verified: .*\(associated, api\)|verified: .*\(associated, api\)[\s\S]*verified: .*\(initiator, api\)/,
  )
  expect(consumer.output()).not.toMatch(/refused/)
})

test('the unlink example ends the next association when it runs again, and says when none is left', async () => {
  const server = await startProcess()
  for (let left = server.data.associations.length; left >= 0; left--) {
    const unlink = run('example:partner-unlink', server.dataDirectory)
    await once(unlink.child, 'exit')
    expect(unlink.output()).toMatch(left > 0 ? /result: true/ : /No association is left/)
  }
})

test('the consumer example removes its endpoints when it ends', async () => {
  const server = await startProcess()
  const consumer = run('example:webhook-consumer', server.dataDirectory)
  await consumer.until(/Listening on/)
  await stop(consumer.child)
  const [organization] = server.data.organizations
  const [app] = organization?.apps ?? []
  const asked = await fetch(`${server.base}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${app?.client_id}:${app?.client_secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'webhook:read' }),
  })
  const { access_token } = (await asked.json()) as { access_token: string }
  const list = async () => {
    const listed = await fetch(`${server.base}/v1.0/webhook-endpoints`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    return listed.json()
  }
  // npm may end before its program.
  await expect.poll(list).toEqual({ data: [], next_cursor: null })
})

test('the offboarding example previews, offboards, reports the handover and restores', async () => {
  const server = await startProcess()
  const example = run('example:offboard-with-handover', server.dataDirectory)
  const [code] = await once(example.child, 'exit')
  expect(code).toBe(0)
  expect(example.output()).toMatch(/would hand over 2 resources/)
  expect(example.output()).toMatch(/Handover completed: 1 transferred, 0 deleted, 1 held/)
  expect(example.output()).toMatch(/Restored with 1 resources/)
})

test('the leave example applies, is approved and confirms', async () => {
  const server = await startProcess()
  const example = run('example:leave-with-approval', server.dataDirectory)
  const [code] = await once(example.child, 'exit')
  expect(code).toBe(0)
  expect(example.output()).toMatch(/requires an approval: approval_required/)
  expect(example.output()).toMatch(/is notified: leave_application.approved/)
  expect(example.output()).toMatch(/has left: dep_/)
})

test('S57, S60: an administrator authorises the third-party example, which then unlinks by itself', async () => {
  const { server, home, example } = await startThirdPartyApp()
  const admin = must(server.data.organizations[1]?.members.find(({ role }) => role === 'admin'))
  expect(example.output()).toContain(admin.email)

  const inApp = new Visitor(home)
  const away = await inApp.open('/connect')
  const visitor = new Visitor(server.base)
  const signIn = await visitor.open(`${away.url.pathname}${away.url.search}`)
  const accounts = await visitor.submit(signIn, '', { login: admin.email, password: admin.password })
  const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
  const back = await visitor.submit(consent, '/consent', { decision: 'allow' })
  const done = await inApp.open(`${back.url.pathname}${back.url.search}`)
  expect([done.status, done.html]).toEqual([
    200,
    'Birch Logistics is connected. It is unlinked from Aster Manufacturing.',
  ])
  expect(example.output()).toMatch(/Birch Logistics has authorised Dogwood Directory Sync\.\n.*result: true/)
})

test('the third-party example reports a refusal, and accepts no answer to an authorization that it did not begin', async () => {
  const { server, home } = await startThirdPartyApp()
  const inApp = new Visitor(home)
  const away = await inApp.open('/connect')
  const visitor = new Visitor(server.base)
  const back = await visitor.submit(await visitor.open(`${away.url.pathname}${away.url.search}`), '/refuse', {})
  const answer = `${back.url.pathname}${back.url.search}`
  expect(await new Visitor(home).open(answer)).toMatchObject({
    status: 400,
    html: expect.stringContaining('did not begin here'),
  })
  expect(await inApp.open(answer)).toMatchObject({ status: 400, html: 'Not connected: access_denied' })
})

test('the example of a departure shows its systems, what is overdue, the retry, and that it is closed', async () => {
  const server = await startProcess()
  const example = run('example:close-departure', server.dataDirectory)
  const [code] = await once(example.child, 'exit')
  expect(code).toBe(0)
  expect(
    example
      .output()
      .replace(/closed: .*Z/, 'closed: …Z')
      .split('\n'),
  ).toEqual([
    'Noor Haddad has departed. Mailboxes is down:',
    '  Directory · done',
    '  Payroll · failed · The payroll run has locked the account',
    '  Mailboxes · awaited',
    'A day later, 1 is overdue:',
    '  receipt.failed: The payroll run has locked the account',
    '  receipt.overdue: no answer',
    'Mailboxes is up again, and the payroll run is over. Both are asked again:',
    '  Directory · done',
    '  Payroll · done · late · asked again 1 time',
    '  Mailboxes · done · late · asked again 1 time',
    'The departure is closed: …Z',
    '',
  ])
})

/** Starts the example on a free port, which its owner has registered. */
async function startThirdPartyApp() {
  const server = await startProcess()
  const caller = new Caller(server.base, server.data)
  const port = await freePort()
  const owner = must(server.data.organizations[3]?.members.find(({ role }) => role === 'admin'))
  const app = must(server.data.third_party_apps[0])
  const token = await caller.userToken(owner.account_id, ...userScopes)
  const body = { redirect_uris: [`http://127.0.0.1:${port}/callback`] }
  expect((await caller.call('PATCH', `/v1.0/apps/${app.app_id}`, { token, body })).status).toBe(200)
  const example = run('example:third-party-app', server.dataDirectory, { EXAMPLE_PORT: String(port) })
  await example.until(/sign in as an administrator[\s\S]*\n.*\n/)
  return { server, home: `http://127.0.0.1:${port}`, example }
}

test('the deprovisioning example removes each login once, although it is killed again and again and deliveries are repeated', async () => {
  const server = await startProcess()
  const environment = { CONSUMER_PORT: String(await freePort()) }
  const start = async () => {
    const consumer = run('example:deprovision', server.dataDirectory, environment)
    await consumer.until(/Listening on/)
    return consumer
  }
  const [organization] = server.data.organizations
  const [app] = organization?.apps ?? []
  const client = createClient({
    baseUrl: server.base,
    clientId: String(app?.client_id),
    clientSecret: String(app?.client_secret),
    scopes: ['event:read', 'member:read', 'member:write', 'member:offboard', 'member:restore'],
  })
  const advance = (by: string) =>
    fetch(`${server.base}/v1.0/sandbox/clock/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by }),
    })

  let consumer = await start()
  const departed: string[] = []
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 5; count++) {
      const email = `temp-${round}-${count}@example.test`
      const { account_id } = await client.members.create({ name: `Temp ${round}.${count}`, email })
      await client.offboardings.create({ account_id, reason_code: 'other' })
      departed.push(account_id)
      // In the middle of the deliveries.
      if (count === 2) await stop(consumer.child, 'SIGKILL')
    }
    consumer = await start()
    // Failed deliveries are sent again, although the consumer has read their events from the feed.
    await advance('PT1M')
  }
  const closed = async () => (await client.departures.list({ closed: true, limit: 200 })).data.length
  await expect.poll(closed, { timeout: 20_000 }).toBe(departed.length)
  const { data } = await client.departures.list({ restorable: true, limit: 200 })
  const restored = data.find((departure) => departure.account_id === departed[4])
  await client.departures.restore({ departure_id: String(restored?.departure_id) })

  const db = new DatabaseSync(join(server.dataDirectory, 'deprovision.db'), { readOnly: true, timeout: 10_000 })
  onTestFinished(() => db.close())
  const accounts = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map(({ account_id }) => String(account_id))
  await expect.poll(() => accounts('select account_id from login where active = 1')).toContain(restored?.account_id)
  const gone = departed.filter((account) => account !== restored?.account_id)
  expect(accounts('select account_id from removal').toSorted()).toEqual(departed.toSorted())
  expect(accounts('select account_id from login where active = 0').toSorted()).toEqual(gone.toSorted())
  const members = (await client.members.list({ status: 'active', limit: 200 })).data.map((member) => member.account_id)
  const here = String(organization?.org_id)
  expect(accounts(`select account_id from login where active = 1 and organization = '${here}'`).toSorted()).toEqual(
    members.toSorted(),
  )
})

test('every example says what to do before the server runs, and shows no stack', async () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const empty = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
  onTestFinished(() => rmSync(empty, { recursive: true }))
  const stopped = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
  onTestFinished(() => rmSync(stopped, { recursive: true }))
  writeFileSync(join(stopped, 'sandbox.json'), JSON.stringify({ base_url: `http://127.0.0.1:${await freePort()}` }))
  const names = Object.keys(scripts).filter((name) => name.startsWith('example:'))
  for (const [at, name] of names.entries()) {
    const SENDOFF_DATA_DIR = at % 2 ? empty : stopped
    const ended = await promisify(execFile)('npm', ['run', '--silent', name], {
      env: { ...process.env, SENDOFF_DATA_DIR },
    }).catch((error) => error)
    expect(ended, name).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr, name).toMatch(
      /^No running sandbox was found by \S+\. Run `npm start` in another terminal first/,
    )
    expect(ended.stderr, name).not.toMatch(/ENOENT|ECONNREFUSED| {4}at /)
  }
})
