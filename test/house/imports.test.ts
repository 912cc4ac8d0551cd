import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acrossFeatures } from '../../scripts/imports/features.ts'
import { judge } from '../../scripts/imports/judge.ts'
import { order } from '../../scripts/imports/order.ts'
import { readSources } from '../../scripts/imports/read.ts'

/** Judges made-up files by the order `app`, `members`, `members/roles`, `store`. */
function judged(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'imports-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return judge(readSources(root), ['app', 'members', 'members/roles', 'store'])
}

const nothing = { faults: [], circlesOfFiles: [], circlesOfRooms: [] }

test.each(Object.entries(order))('every import in packages/%s/src runs down the order of rooms', (name, rooms) => {
  expect(judge(readSources(`packages/${name}/src`), rooms)).toMatchObject(nothing)
})

test('an import that runs down, also into a room within a room, is accepted', () => {
  const files = {
    'app.ts': "import { create } from './members/create.ts'",
    'members/create.ts': "import { role } from './roles/role.ts'\nimport type { Tx } from '../store/schema.ts'",
    'members/roles/role.ts': '',
    'store/schema.ts': '',
  }
  expect(judged(files)).toEqual({ ...nothing, arrows: 3 })
})

test('an import that runs up is a fault, and said to be of types where it is', () => {
  const { faults } = judged({
    'app.ts': '',
    'members/roles/role.ts': "import type { Member } from '../member.ts'",
    'members/member.ts': '',
    'store/schema.ts': "export { app } from '../app.ts'",
  })
  expect(faults).toEqual([
    'members/roles/role.ts → members/member.ts (types) runs up from members/roles to members',
    'store/schema.ts → app.ts runs up from store to app',
  ])
})

test('a circle of files in one room is found, though only types close it', () => {
  const files = {
    'store/read.ts': "import { write } from './write.ts'",
    'store/write.ts': "import { type Page } from './page.ts'",
    'store/page.ts': "import type { Read } from './read.ts'",
  }
  expect(judged(files)).toMatchObject({
    faults: [],
    circlesOfFiles: [['store/page.ts', 'store/read.ts', 'store/write.ts']],
    circlesOfRooms: [],
  })
})

test('a circle of rooms is found, though no files go in one', () => {
  const files = {
    'members/create.ts': "import '../store/schema.ts'",
    'members/member.ts': '',
    'store/migrate.ts': "import '../members/member.ts'",
    'store/schema.ts': '',
  }
  expect(judged(files)).toMatchObject({ circlesOfFiles: [], circlesOfRooms: [['members', 'store']] })
})

test('a file in a room that the order does not name is a fault', () => {
  expect(judged({ 'misc/help.ts': '' }).faults).toEqual(['misc/help.ts is in no room of the order'])
})

test('the tests of a feature import helpers of their own and of support, and none of another feature', () => {
  expect(acrossFeatures(readSources('test'))).toEqual([])
  const imports = [
    { from: 'unlink/unlink.test.ts', to: 'support/platform.ts', typeOnly: false },
    { from: 'unlink/unlink.test.ts', to: 'unlink/pairs.ts', typeOnly: false },
    { from: 'unlink/pairs.ts', to: 'events/stream.ts', typeOnly: true },
    { from: 'support/events.ts', to: 'events/stream.ts', typeOnly: false },
  ]
  const fault = 'events/stream.ts: only helpers in support are shared across features'
  expect(acrossFeatures({ imports })).toEqual([`unlink/pairs.ts → ${fault}`, `support/events.ts → ${fault}`])
})
