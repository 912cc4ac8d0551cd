import { globSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf, heart, long, type Part, shortened, storesIn, together } from './parts.ts'

const root = join(import.meta.dirname, '../..')
const find = (include: string[], exclude: string[] = []): string[] =>
  globSync(include, { cwd: root, exclude })
    .map((file) => file.replaceAll(sep, '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted()

const all = find(['test/**/*.test.ts'])
const filesIn = (part: Part) => {
  const { include, exclude } = filesOf(part)
  return find(include, exclude)
}

describe('the parts of the suite', () => {
  test('every file is in the quick part or in the long one, and only the shortened ones are in both', () => {
    const [quick, slow] = [filesIn('quick'), filesIn('long')]
    expect([...new Set([...quick, ...slow])].toSorted()).toEqual(all)
    expect(quick.filter((file) => slow.includes(file))).toEqual([...shortened].toSorted())
    expect(filesIn('whole')).toEqual(all)
  })

  test('every file that the quick part runs on SQLite only is run on PostgreSQL by the rest', () => {
    const onSqlite = filesIn('quick').filter((file) => storesIn('quick', file).length === 1)
    const again = filesIn('long')
    expect(filesIn('postgres')).toEqual(onSqlite.filter((file) => !again.includes(file)))
    for (const file of onSqlite) expect(storesIn('postgres', file)).toEqual(['postgres'])
    for (const file of filesIn('long')) expect(storesIn('long', file)).toEqual(['sqlite', 'postgres'])
  })

  test.each<Part>(['quick', 'postgres', 'long', 'whole'])(
    'in %s a file is together with others or apart, not both',
    (part) => {
      const files = together(part).flatMap(({ include, exclude }) => find(include, exclude))
      expect(files.toSorted()).toEqual(filesIn(part))
    },
  )

  test.each([...long, ...heart])('%s names a file that is there', (glob) => {
    expect(find([glob])).not.toEqual([])
  })
})
