import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { freePort } from '../support/process.ts'
import { live, operator } from './operator.ts'

const founder = (name: string) => [
  '--email',
  `${name}@example.com`,
  '--name',
  name,
  '--organization',
  name,
  '--another',
]

test('a backup that is made while a server runs brings its moment back, and the former database stays beside it', {
  timeout: 300_000,
}, async () => {
  const { run, start, folder } = operator(live({ SENDOFF_DATA_DIR: 'data', PORT: String(await freePort()) }))
  const nothing = await run('backup', 'early.sqlite', '--json')
  expect([nothing.code, JSON.parse(nothing.stderr).code]).toEqual([3, 'database_unavailable'])
  expect((await run('admin', 'create', ...founder('ada'))).code).toBe(0)
  const server = await start(/listens/, 'start')
  const copy = JSON.parse((await run('backup', 'backup.sqlite', '--json')).stdout)
  expect(copy).toEqual({ file: join(folder, 'backup.sqlite'), bytes: statSync(copy.file).size })
  expect(statSync(copy.file).mode & 0o777).toBe(0o600)
  expect(namesIn(copy.file)).toEqual(['ada'])
  const again = await run('backup', 'backup.sqlite', '--json')
  expect([again.code, JSON.parse(again.stderr).code]).toEqual([1, 'backup_exists'])
  const nowhere = await run('backup', 'nowhere/backup.sqlite', '--json')
  expect(JSON.parse(nowhere.stderr).code).toBe('backup_folder')

  expect((await run('admin', 'create', ...founder('grace'))).code).toBe(0)
  const inUse = await run('restore', 'backup.sqlite', '--yes', '--json')
  expect([inUse.code, JSON.parse(inUse.stderr).code]).toEqual([3, 'directory_in_use'])
  server.child.kill('SIGTERM')
  await server.exited
  const asked = await run('restore', 'backup.sqlite')
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('--yes')])
  const done = JSON.parse((await run('restore', 'backup.sqlite', '--yes', '--json')).stdout)
  expect(namesIn(join(folder, 'data/sendoff.sqlite'))).toEqual(['ada'])
  expect(namesIn(done.kept)).toEqual(['ada', 'grace'])
  await start(/listens/, 'start')
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
})

test('files that are not a sound database of Sendoff are refused, and nothing is changed', async () => {
  const { run, folder } = operator(live({ SENDOFF_DATA_DIR: 'data' }))
  await run('migrate')
  writeFileSync(
    join(folder, 'text.sqlite'),
    'this is no database, but longer than the header of one, to be sure. '.repeat(20),
  )
  const other = new DatabaseSync(join(folder, 'other.sqlite'))
  other.exec('create table something (a)')
  other.close()
  const before = readdirSync(join(folder, 'data')).toSorted()
  for (const file of ['text.sqlite', 'other.sqlite', 'missing.sqlite']) {
    const ran = await run('restore', file, '--yes', '--json')
    expect([ran.code, JSON.parse(ran.stderr).code], file).toEqual([1, 'backup_broken'])
  }
  expect(readdirSync(join(folder, 'data')).toSorted()).toEqual(before)
  const postgres = { ...live(), DATABASE_URL: 'postgres://127.0.0.1:9/none' }
  const refused = await operator(postgres).run('backup', 'a.sqlite', '--json')
  expect(JSON.parse(refused.stderr).code).toBe('postgres')
})

/** The names of the organisations in a database. */
function namesIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare('select name from organization order by name').all()
  database.close()
  return rows.map(({ name }) => String(name))
}
