import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exclusively } from '../../packages/cli/src/session/exclusively.ts'
import { writePrivately } from '../../packages/cli/src/session/files.ts'
import { en } from '../../packages/cli/src/texts/en.ts'
import { temporaryDirectory } from '../support/process.ts'

test('a file is written for its owner alone, through a draft that nobody can foresee, and through no link', () => {
  const folder = temporaryDirectory()
  const [file, other] = [join(folder, 'out.csv'), join(folder, 'other')]
  writeFileSync(other, 'theirs')
  symlinkSync(other, file)
  symlinkSync(other, `${file}.${process.pid}`)
  writePrivately(file, 'ours')
  expect([readFileSync(file, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['ours', 'theirs'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).sort()).toEqual(['other', 'out.csv', `out.csv.${process.pid}`])
})

test.skipIf(process.getuid?.() === 0)('a folder that can not be written leaves the file as it was', () => {
  const folder = temporaryDirectory()
  writePrivately(join(folder, 'a'), 'one')
  chmodSync(folder, 0o500)
  expect(() => writePrivately(join(folder, 'a'), 'two')).toThrow(/EACCES/)
  chmodSync(folder, 0o700)
  expect([readdirSync(folder), readFileSync(join(folder, 'a'), 'utf8')]).toEqual([['a'], 'one'])
})

test('work under a lock takes turns, and the lock of a process that is gone is replaced', async () => {
  const file = join(temporaryDirectory(), 'lock')
  const gone = { pid: 2 ** 22 + 1, host: hostname(), since: new Date().toISOString(), to: [] }
  writeFileSync(file, JSON.stringify(gone))
  const order: string[] = []
  const turn = (name: string) =>
    exclusively(
      file,
      async () => {
        order.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`${name} ends`)
      },
      en,
    )
  await Promise.all([turn('a'), turn('b'), turn('c')])
  for (let at = 0; at < order.length; at += 2) expect(order[at + 1]).toBe(order[at]?.replace('begins', 'ends'))
  expect(order).toHaveLength(6)
  // That of a living process is left, also when it does not go on.
  writeFileSync(file, JSON.stringify({ ...gone, pid: process.ppid }))
  await expect(exclusively(file, async () => undefined, en, 0)).rejects.toMatchObject({ code: 'locked', exit: 6 })
  expect(JSON.parse(readFileSync(file, 'utf8')).pid).toBe(process.ppid)
})
