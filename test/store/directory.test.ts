import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { query } from '../support/database.ts'
import { type Answer, Caller, openPlatform, type SandboxData } from '../support/platform.ts'
import { runProcess, type ServerProcess, startProcess, temporaryDirectory } from '../support/process.ts'

const ROUNDS = process.env.SENDOFF_LONG ? 50 : 10

test('a second process on a data directory is refused with the pid of the first, and starts after kill -9 of that', async () => {
  const first = await startProcess()
  const second = await runProcess({ SENDOFF_DATA_DIR: first.dataDirectory })
  expect(second.code).toBe(1)
  expect(second.stdout).toBe('')
  expect(second.stderr.trim()).toBe(
    `Sendoff can't start: The data directory ${first.dataDirectory} is in use by process ${first.pid}. ` +
      'Stop that process, or set SENDOFF_DATA_DIR to another directory.',
  )
  expect(await isWritable(first)).toBe(true)

  const { organizations } = first.data
  expect(await first.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' })
  const next = await startProcess({ SENDOFF_DATA_DIR: first.dataDirectory })
  expect(next.data.organizations).toEqual(organizations)
  expect(await isWritable(next)).toBe(true)
})

test('a data directory that is a file, or below one, is said in one sentence', async () => {
  const file = join(temporaryDirectory(), 'data')
  writeFileSync(file, '')
  for (const [SENDOFF_DATA_DIR, reason] of [
    [file, 'is a file'],
    [join(file, 'below'), 'is below a file'],
  ] as const) {
    const { code, stdout, stderr } = await runProcess({ SENDOFF_DATA_DIR })
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      `Sendoff can't start: The data directory ${SENDOFF_DATA_DIR} ${reason}. ` +
        'Set SENDOFF_DATA_DIR to a directory that can be written to.\n',
    )
  }
})

test('the files of SQLite can be read by their owner only, even in a directory that others can enter', async () => {
  const dataDirectory = temporaryDirectory()
  chmodSync(dataDirectory, 0o755)
  const { base, data } = await startProcess({ SENDOFF_DATA_DIR: dataDirectory })
  expect(await isWritable({ base, data })).toBe(true)
  const modes = readdirSync(dataDirectory)
    .filter((name) => name === 'lock' || name.startsWith('sendoff.sqlite'))
    .map((name) => [name, statSync(join(dataDirectory, name)).mode & 0o777])
  expect(modes.toSorted()).toEqual(
    ['lock', 'sendoff.sqlite', 'sendoff.sqlite-shm', 'sendoff.sqlite-wal'].map((name) => [name, 0o600]),
  )
})

test('two servers of one process can not have one directory, also after the second has tried', async () => {
  const { platform, close } = await openPlatform('sqlite')
  onTestFinished(close)
  const { dataDirectory } = platform.config
  for (let i = 0; i < 2; i++) await expect(openPlatform('sqlite', { dataDirectory })).rejects.toThrow('is in use')
  const { stderr } = await runProcess({ SENDOFF_DATA_DIR: dataDirectory })
  expect(stderr).toContain(`is in use by process ${process.pid}`)
})

test(`kill -9 in the middle of writes, ${ROUNDS} times, loses nothing that was acknowledged`, {
  timeout: ROUNDS * 20_000,
}, async () => {
  // Two series concurrently, because starts take longest and each keeps one CPU busy.
  await Promise.all([killInTheMiddle(ROUNDS / 2), killInTheMiddle(ROUNDS / 2)])
})

type Association = SandboxData['associations'][number]

/** The writes that were answered with 2xx. A request without an answer may or may not have been carried out. */
type Acknowledged = { created: Set<string>; deleted: Set<string>; unlinked: Set<string> }

async function killInTheMiddle(rounds: number): Promise<void> {
  const SENDOFF_DATA_DIR = temporaryDirectory()
  const acknowledged: Acknowledged = { created: new Set(), deleted: new Set(), unlinked: new Set() }
  for (let round = 0; round < rounds; round++) {
    const server = await startProcess({ SENDOFF_DATA_DIR })
    // After more writes in some rounds than in others, so that the kills meet different moments.
    const enough = Promise.withResolvers<void>()
    let writes = 0
    const written = () => ++writes === 3 + 4 * round && enough.resolve()
    const caller = new Caller(server.base, server.data)
    const association = server.data.associations[round]
    const { org_id } = association ?? caller.organization(round % server.data.organizations.length)
    const token = await caller.appToken(org_id, 'org:unlink', 'webhook:write')
    const unlinking = association && unlinkOne(caller, token, association, acknowledged)
    const writers = Array.from({ length: 4 }, () => createAndDelete(caller, token, acknowledged, written))
    await Promise.all([enough.promise, round === 0 && unlinking])
    await server.kill('SIGKILL')
    await Promise.all([unlinking, ...writers])
    await expectNothingLost(SENDOFF_DATA_DIR, acknowledged)
  }
  expect(acknowledged.created.size).toBeGreaterThan(rounds)
  expect(acknowledged.deleted.size).toBeGreaterThan(0)
  expect(acknowledged.unlinked.size).toBeGreaterThan(0)

  // Over HTTP, after another start, it is the same.
  const { base, data } = await startProcess({ SENDOFF_DATA_DIR })
  const caller = new Caller(base, data)
  const found = new Set<string>()
  for (const { org_id } of data.organizations) {
    const token = await caller.appToken(org_id, 'webhook:read')
    for (let cursor = ''; ; ) {
      const { body: page } = await caller.get(`/v1.0/webhook-endpoints?limit=200${cursor}`, token)
      for (const { endpoint_id } of page.data) found.add(endpoint_id)
      if (page.next_cursor === null) break
      cursor = `&cursor=${page.next_cursor}`
    }
  }
  expect([...acknowledged.created].filter((id) => !found.has(id))).toEqual([])
  expect([...acknowledged.deleted].filter((id) => found.has(id))).toEqual([])
}

/** Creates endpoints, and deletes every third, until the server is gone. */
async function createAndDelete(caller: Caller, token: string, to: Acknowledged, written: () => unknown): Promise<void> {
  for (let n = 1; ; n++) {
    const command = { url: 'http://127.0.0.1:9/' }
    const created = await acknowledgement(caller.post('/v1.0/webhook-endpoints', token, command))
    if (!created) return
    written()
    const { endpoint_id } = created
    if (n % 3 !== 0) {
      to.created.add(endpoint_id)
    } else {
      const path = `/v1.0/webhook-endpoints/${endpoint_id}`
      if (!(await acknowledgement(caller.call('DELETE', path, { token })))) return
      to.deleted.add(endpoint_id)
      written()
    }
  }
}

async function unlinkOne(caller: Caller, token: string, association: Association, to: Acknowledged): Promise<void> {
  const { dept_id, associated_org_id, association_id } = association
  const command = { dept_id, associated_org_id }
  if (await acknowledgement(caller.post('/v1.0/organization/unlink', token, command))) to.unlinked.add(association_id)
}

async function expectNothingLost(dataDirectory: string, { created, deleted, unlinked }: Acknowledged): Promise<void> {
  const read = (statement: string) => query({ SENDOFF_DATA_DIR: dataDirectory }, statement)
  const idsOf = async (statement: string) => new Set((await read(statement)).map(({ id }) => id))
  expect(await read('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  const living = await idsOf(`select endpoint_id as id from webhook_endpoint where status = 'enabled'`)
  expect([...created].filter((id) => !living.has(id))).toEqual([])
  expect([...deleted].filter((id) => living.has(id))).toEqual([])
  const linked = await idsOf(`select association_id as id from association where status = 'linked'`)
  expect([...unlinked].filter((id) => linked.has(id))).toEqual([])
  // Nothing half done either: each side that is unlinked has its event, and each event its side.
  const sides = await read(`select org_id, association_id as id from association where status = 'unlinked'`)
  const events = await read(`select org_id, json_extract(body, '$.data.association_id') as id from event
    where type = 'organization.association.unlinked'`)
  const named = (rows: Awaited<ReturnType<typeof read>>) => rows.map(({ org_id, id }) => `${org_id} ${id}`).sort()
  expect(named(events)).toEqual(named(sides))
}

/** The body of an answer of 2xx; undefined when there was no answer because the server is gone. */
async function acknowledgement(call: Promise<Answer>): Promise<any> {
  const answer = await call.catch(() => undefined)
  if (answer && answer.status >= 300) throw new Error(JSON.stringify(answer))
  return answer && (answer.body || {})
}

async function isWritable({ base, data }: Pick<ServerProcess, 'base' | 'data'>): Promise<boolean> {
  const caller = new Caller(base, data)
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write')
  return (await caller.post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:9/' })).status === 201
}
