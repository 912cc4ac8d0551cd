import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '@sendoff/api'
import { Webhook } from 'standardwebhooks'
import { afterAll, expect, test, vi } from 'vitest'
import { query } from '../support/database.ts'
import { createEndpoint } from '../support/endpoints.ts'
import { Caller, must, type Platform } from '../support/platform.ts'
import { freePort, runProcess, startProcess, temporaryDirectory } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'
import { addRows, emptyTarget, inSqlite, runMove } from './move.ts'

// Each test starts several processes, one after the other.
vi.setConfig({ testTimeout: 180_000 })

const SCOPES: Scope[] = [
  'member:read',
  'member:write',
  'member:offboard',
  'member:restore',
  'resource:read',
  'resource:write',
  'org:read',
  'event:read',
]

/** Lists that an app of an organisation may read. */
const QUESTIONS = [
  'organization',
  'organization/counts',
  'members',
  'departments',
  'departures',
  'offboardings',
  'events',
  'webhook-endpoints',
  'associations/ended',
]

const NAME = 'Zoë 王小明 𠮷 \u{1F469}\u200D\u{1F680} e\u0301 \\ " {a,b} NULL'

const unlinkScopes: Scope[] = ['org:unlink', 'org:association:read', 'webhook:read', 'webhook:write']

/** A sandbox in which something has happened, as a process that is killed in the end. */
async function populated() {
  const dataDirectory = temporaryDirectory()
  const settings = { SENDOFF_DATA_DIR: dataDirectory, PORT: String(await freePort()) }
  const server = await startProcess(settings)
  const caller = new Caller(server.base, server.data) as Platform
  const receiver = await startReceiver(({ event }) => (event.type === 'member.departed' ? 500 : 204))
  const { org_id, dept_id, associated_org_id } = caller.association('upstream')
  const token = await caller.appToken(org_id, ...SCOPES, ...unlinkScopes)
  const { secret } = await createEndpoint(caller, token, receiver.url)
  const created = await caller.post('/v1.0/members', token, { name: NAME, email: 'zoe@aster.example' })
  expect(created.status).toBe(201)
  const { account_id } = created.body
  const resources = [{ external_id: 'a "file", {1}', kind: 'file', name: NAME, owner_id: account_id }]
  expect((await caller.post('/v1.0/resources', token, { resources })).status).toBe(200)
  const left = await caller.post('/v1.0/offboardings', token, { account_id, reason_code: 'other', reason_text: NAME })
  expect(left.body.status).toBe('completed')
  expect((await caller.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })).status).toBe(200)
  await caller.advance('PT1M')
  return { settings, server, caller, token, receiver, secret: must(secret), departureId: left.body.departure_id }
}

let kept: Promise<string> | undefined

/** A copy of the data directory of such a sandbox, which was stopped. It is made once. */
async function stopped() {
  kept ??= populated().then(async ({ settings, server }) => {
    await server.kill('SIGTERM')
    const copy = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
    cpSync(settings.SENDOFF_DATA_DIR, copy, { recursive: true })
    return copy
  })
  const SENDOFF_DATA_DIR = temporaryDirectory()
  cpSync(await kept, SENDOFF_DATA_DIR, { recursive: true })
  return { SENDOFF_DATA_DIR }
}

afterAll(async () => {
  if (kept) rmSync(await kept, { recursive: true })
})

const answersOf = async (caller: Caller, token: string) =>
  Promise.all(
    QUESTIONS.map(async (question) => {
      const { status, body } = await caller.get(`/v1.0/${question}`, token)
      return { question, status, body }
    }),
  )

test('a moved installation gives the same answers, takes the same tokens, and signs with the same keys', async () => {
  const { settings, server, caller, token, receiver, secret, departureId } = await populated()
  const before = await answersOf(caller, token)
  expect(before.filter(({ status }) => status !== 200)).toEqual([])
  const keys = (await caller.get('/oauth2/jwks')).body
  await server.kill('SIGKILL') // Its log still has what it wrote.
  const DATABASE_URL = await emptyTarget()

  const { code, output, errors } = await runMove({ ...settings, DATABASE_URL })
  expect([code, errors]).toEqual([0, ''])
  expect(output).toMatch(/^event: \d+ rows copied$/m)
  expect(output).toMatch(/^event: \d+ rows, checksum [0-9a-f]{32} on both sides$/m)
  expect(output).toMatch(/^Moved \d+ tables with \d+ rows\./m)
  expect(output).not.toContain('\r')

  const after = await startProcess({ ...settings, DATABASE_URL })
  expect(await answersOf(caller, token)).toEqual(before)
  expect((await caller.get('/oauth2/jwks')).body).toEqual(keys)
  const count = receiver.received.length
  await caller.advance('PT10M')
  const { headers, body, event } = must(
    receiver.received.slice(count).find(({ event }) => event.type === 'member.departed'),
  )
  expect(event.data.departure_id).toBe(departureId)
  new Webhook(secret).verify(body.toString(), headers as Record<string, string>)
  expect((await caller.post(`/v1.0/departures/${departureId}/restore`, token)).status).toBe(200)
  await after.kill('SIGTERM')

  const old = await runProcess(settings)
  expect([old.code, old.stderr]).toEqual([
    1,
    expect.stringMatching(/^Sendoff can't start: The data in \S+ was moved to PostgreSQL at /),
  ])
  const again = await runMove({ ...settings, DATABASE_URL })
  expect([again.code, again.errors]).toEqual([1, expect.stringContaining('moved already')])
})

test('a move that is killed again and again continues, and copies every row once', async () => {
  const settings = await stopped()
  addRows(settings.SENDOFF_DATA_DIR, 40_000)
  const places = { ...settings, DATABASE_URL: await emptyTarget() }
  let ran = await runMove(places, { killAfter: 1 })
  expect(ran.signal).toBe('SIGKILL')
  const half = await runProcess(places)
  expect([half.code, half.stderr]).toEqual([1, expect.stringContaining('is not finished. Run move-to-postgres again')])
  let kills = 1
  for (const killAfter of [3, 12, 30, 60, 80]) {
    ran = await runMove(places, { killAfter })
    expect(ran.output + ran.errors).toContain('Continuing the move that was interrupted.')
    if (ran.signal === 'SIGKILL') kills++
    else break
  }
  if (ran.code !== 0) ran = await runMove(places)
  expect([ran.code, ran.errors]).toEqual([0, ''])
  expect(kills).toBeGreaterThan(2)
  const [moved] = await query(
    places,
    `select count(*) as rows, sum(window_ends_at)::text as sum from counter where subject like 'move:%'`,
  )
  expect(moved).toEqual({ rows: '40000', sum: String(40_000n * 9007199254740993n + (40_000n * 40_001n) / 2n) })
})

test('a move is refused beside a running server, into other data, and after a change of its source', async () => {
  const settings = await stopped()
  const DATABASE_URL = await emptyTarget()
  const server = await startProcess(settings)
  const beside = await runMove({ ...settings, DATABASE_URL })
  expect([beside.code, beside.errors]).toEqual([3, expect.stringContaining(`is in use by process ${server.pid}`)])
  expect(
    await query({ DATABASE_URL }, 'select relname from pg_class where relnamespace = current_schema()::regnamespace'),
  ).toEqual([])
  await server.kill('SIGTERM')

  const taken = await emptyTarget()
  await query({ DATABASE_URL: taken }, 'create table theirs (id text)')
  const other = await runMove({ ...settings, DATABASE_URL: taken })
  expect([other.code, other.errors]).toEqual([1, expect.stringContaining('has the table "theirs"')])
  const used = await emptyTarget()
  await (await startProcess({ DATABASE_URL: used })).kill('SIGTERM')
  expect((await runMove({ ...settings, DATABASE_URL: used })).errors).toContain('must have no other data')

  expect((await runMove({ ...settings, DATABASE_URL }, { killAfter: 5 })).signal).toBe('SIGKILL')
  addRows(settings.SENDOFF_DATA_DIR, 1)
  const changed = await runMove({ ...settings, DATABASE_URL })
  expect([changed.code, changed.errors]).toEqual([1, expect.stringContaining('the source has changed since')])
  expect(existsSync(join(settings.SENDOFF_DATA_DIR, 'moved-to-postgres.json'))).toBe(false)
})

test('a value that PostgreSQL can’t hold is named by its place and not shown', async () => {
  const settings = await stopped()
  const set = (value: string) =>
    inSqlite(settings.SENDOFF_DATA_DIR, (database) => database.exec(`update account set ${value} where rowid = 1`))
  for (const [value, place, must] of [
    ["name = 'se' || char(0) || 'cret'", 'name', 'a text without U+0000'],
    ['created_at = 1.5', 'created_at', 'a bigint'],
  ] as const) {
    set(value)
    const { code, errors } = await runMove({ ...settings, DATABASE_URL: await emptyTarget() })
    expect([code, errors]).toEqual([
      1,
      `Error: The column "${place}" of "account" must be ${must} in the row with rowid 1.\n`,
    ])
    set("name = 'a', created_at = 1")
  }
})

test('rows that were changed in the target are found by the comparison, and nothing is marked as moved', async () => {
  const settings = await stopped()
  addRows(settings.SENDOFF_DATA_DIR, 2)
  const places = { ...settings, DATABASE_URL: await emptyTarget() }
  // The names are in alphabetical order, so that this table is complete by then.
  expect((await runMove(places, { killAfter: 40 })).signal).toBe('SIGKILL')
  await query(places, "update counter set count = 3 - count where subject like 'move:%'")
  const { code, errors } = await runMove(places)
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/The table "counter" differs: \d+ rows, checksum \w+ here, \d+ rows/),
  ])
  expect(existsSync(join(settings.SENDOFF_DATA_DIR, 'moved-to-postgres.json'))).toBe(false)
})

test('missing settings, wrong ones and unreachable databases are said in a sentence, with an exit code each', async () => {
  const directory = temporaryDirectory()
  const DATABASE_URL = await emptyTarget()
  const refusals = [
    [await runMove({ SENDOFF_DATA_DIR: directory }), 1, 'DATABASE_URL must be set'],
    [await runMove({ DATABASE_URL, SENDOFF_DATA_DIR: directory }), 1, 'There is no database in'],
    [await runMove({ DATABASE_URL, SENDOFF_DATA_DIR: directory }, { args: ['--force'] }), 2, '--force'],
  ] as const
  for (const [{ code, errors, output }, exit, message] of refusals) {
    expect([code, errors, output]).toEqual([exit, expect.stringMatching(new RegExp(message)), ''])
  }
  const settings = await stopped()
  const gone = await runMove({ ...settings, DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none` })
  expect([gone.code, gone.errors]).toEqual([3, expect.stringContaining('ECONNREFUSED')])
  expect((await runMove({}, { args: ['--help'] })).output).toContain('continues')
})
