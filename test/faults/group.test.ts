import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countCommits } from '../support/commits.ts'
import { inDatabase, query, type Settings } from '../support/database.ts'
import { environmentOn, eventually, long } from '../support/environment.ts'
import { Caller, must } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { holdBack, isWaitedFor } from './held-back.ts'
import { fill, mountSmallDisk } from './small-disk.ts'

const AT_ONCE = 48
const LANES = 16
const KILLS = long ? 20 : 4

/** The statuses of answers by the name of the department to create; 0 where the server was killed. */
type Answers = Map<string, number>

describe('on sqlite', () => {
  test('writes that wait at the same time share commits; of refusals and errors between them, each undoes itself alone', async () => {
    const { settings, server, caller, token } = await start()
    await inDatabase(settings, (run) =>
      run(`create trigger failing before insert on department when new.name like 'failing%'
        begin select raise(abort, 'failing'); end`),
    )
    // A server accepts one new connection in a turn, so these are opened before.
    await createAll(
      caller,
      token,
      Array.from({ length: AT_ONCE }, (_, n) => `before ${n}`),
    )
    const release = await holdBack(settings, '', [])
    const kinds = ['kept', 'refused', 'kept', 'failing']
    const names = Array.from({ length: AT_ONCE }, (_, n) => `${must(kinds[n % 4])} ${n}`)
    const asked = createAll(caller, token, names)
    await eventually(() => isWaitedFor(settings, server.base))
    const before = countCommits(server.dataDirectory)
    await release()
    const answers = await asked
    const expected = { kept: 201, refused: 400, failing: 500 } as Record<string, number>
    for (const [name, status] of answers) expect([name, status]).toEqual([name, expected[name.split(' ')[0] ?? '']])
    await expectWhole(settings, answers)
    // Alone, each of those that were kept would have had its own.
    expect(countCommits(server.dataDirectory) - before).toBeLessThan((AT_ONCE / 2) * 0.75)
  })

  test('a group that SQLite undoes as a whole is unavailable, nothing of it is there, and the next one is not affected', async () => {
    const { settings, server, caller, token } = await start()
    await inDatabase(settings, (run) =>
      run(`create trigger losing before insert on department when new.name like 'losing%'
        begin select raise(rollback, 'losing'); end`),
    )
    const release = await holdBack(settings, '', [])
    const names = Array.from({ length: AT_ONCE }, (_, n) => `${n % 8 === 7 ? 'losing' : 'other'} ${n}`)
    const asked = createAll(caller, token, names)
    await eventually(() => isWaitedFor(settings, server.base))
    await release()
    const answers = await asked
    for (const [name, status] of answers) expect(name.startsWith('losing') ? [500, 503] : [201, 503]).toContain(status)
    await expectWhole(settings, answers)
    const again = names.filter((name) => answers.get(name) === 503 && name.startsWith('other'))
    for (const name of again) expect([name, await create(caller, token, name)]).toEqual([name, 201])
  })

  test(`kill -9 ×${KILLS} while ${LANES} write at once: what was answered is kept, and the rest is whole or absent`, {
    timeout: 300_000,
  }, async () => {
    const settings = await environmentOn('sqlite')
    const answers: Answers = new Map()
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await startProcess(settings)
      const caller = new Caller(server.base, server.data)
      const token = await writer(caller)
      // In the middle of a different group each time, and at the beginning of the first.
      const goal = answers.size + (kill === 0 ? 0 : LANES * 2 + kill * 5)
      const killed = Promise.withResolvers<unknown>()
      const kill9 = () => killed.resolve(server.kill('SIGKILL'))
      let isGone = false
      const lane = async (lane: number) => {
        for (let n = 0; !isGone; n++) {
          const name = `${kill} ${lane} ${n}`
          answers.set(name, 0)
          const status = await create(caller, token, name)
          if (status === 0) isGone = true
          else answers.set(name, status)
          if (answers.size >= goal) kill9()
        }
      }
      const release = kill === 0 ? await holdBack(settings, '', []) : undefined
      const lanes = Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)))
      if (release) {
        await eventually(() => isWaitedFor(settings, server.base))
        kill9()
      }
      await Promise.all([lanes, killed.promise])
      await release?.()
      await expectWhole(settings, answers)
    }
    const counted = [...answers.values()].filter((status) => status === 201).length
    console.log(`${KILLS} kills during ${answers.size} writes, ${counted} of them answered: 0 lost, 0 half done`)
  })

  test('the disk is full while many write at once: 503, nothing of those is there, and with room again they succeed', {
    timeout: 180_000,
  }, async (context) => {
    const disk = mountSmallDisk()
    if (disk === undefined) return context.skip('a small disk can only be mounted by root')
    const { settings, server, caller, token } = await start({ SENDOFF_DATA_DIR: disk })
    fill(disk)
    const answers: Answers = new Map()
    const isFull = () => [...answers.values()].includes(503)
    // There may be room left in pages and in the log that the database has already.
    for (let round = 0; round < 200 && !isFull(); round++) {
      const release = await holdBack(settings, '', [])
      const names = Array.from({ length: LANES }, (_, n) => `${n % 4 === 3 ? 'refused' : 'other'} ${round} ${n}`)
      const asked = createAll(caller, token, names)
      await eventually(() => isWaitedFor(settings, server.base))
      await release()
      for (const [name, status] of await asked) answers.set(name, status)
    }
    expect(isFull()).toBe(true)
    expect([...answers].filter(([name, status]) => name.startsWith('other') && ![201, 503].includes(status))).toEqual(
      [],
    )
    await expectWhole(settings, answers)
    rmSync(join(disk, 'filler'))
    const unavailable = [...answers].filter(([name, status]) => name.startsWith('other') && status === 503)
    const again = await createAll(
      caller,
      token,
      unavailable.map(([name]) => name),
    )
    expect([...again.values()]).toEqual(unavailable.map(() => 201))
    await expectWhole(settings, new Map([...answers, ...again]))
  })
})

async function start(environment: Settings = {}) {
  const settings = { ...(await environmentOn('sqlite')), ...environment }
  const server = await startProcess(settings)
  const caller = new Caller(server.base, server.data)
  return { settings, server, caller, token: await writer(caller) }
}

const writer = (caller: Caller) => caller.appToken(caller.organization(0).org_id, 'org:write')

/** Creates a department; below one that does not exist if it is to be refused. */
async function create(caller: Caller, token: string, name: string): Promise<number> {
  const parent = name.startsWith('refused') ? { parent_dept_id: 999_999 } : {}
  const { status } = await caller.post('/v1.0/departments', token, { name, ...parent }).catch(() => ({ status: 0 }))
  return status
}

async function createAll(caller: Caller, token: string, names: string[]): Promise<Answers> {
  const statuses = await Promise.all(names.map((name) => create(caller, token, name)))
  return new Map(names.map((name, n) => [name, must(statuses[n])]))
}

/** Checks that each success is stored, each failure is not, and each stored department has its event and its entry of the audit log. */
async function expectWhole(settings: Settings, answers: Answers): Promise<void> {
  const inAll = async (statement: string) => {
    const found = await query(settings, statement)
    return found.map(({ name }) => String(name)).filter((name) => answers.has(name))
  }
  const stored = (await inAll('select name from department')).toSorted()
  const events = await inAll(
    `select json_extract(body, '$.data.name') as name from event where type = 'department.created'`,
  )
  const entries = await inAll(
    `select json_extract(after, '$.name') as name from audit_log where action = 'departments.create'`,
  )
  expect(events.toSorted()).toEqual(stored)
  expect(entries.toSorted()).toEqual(stored)
  const there = new Set(stored)
  expect(there.size).toBe(stored.length)
  expect([...answers].filter(([name, status]) => status === 201 && !there.has(name))).toEqual([])
  expect([...answers].filter(([name, status]) => status > 201 && there.has(name))).toEqual([])
}
