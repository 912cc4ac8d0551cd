import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const server = join(root, 'packages/server/src')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

/** The words in code style of a text, and the paths at the ends of the lines of its drawings. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`| ([\w-]+\/(?:[\w-]+\.ts)?)(?=[,\n])/g)].map(([, word, path]) => word ?? path ?? '')

test('docs/architecture.md names every folder of the server, in the order of the folders', () => {
  const section = page.split('\n## ').find((one) => one.startsWith('The order of the folders')) ?? ''
  const folders = readdirSync(server, { withFileTypes: true }).filter((one) => one.isDirectory())
  const named = new Set(namedIn(section))
  expect(folders.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
  expect([...named].filter((name) => !existsSync(join(server, name)))).toEqual([])
})

test('docs/architecture.md names no path that is not there', () => {
  const paths = namedIn(page).filter((word) => /^[\w./-]+$/.test(word) && (word.includes('/') || /\.\w+$/.test(word)))
  expect(paths.length).toBeGreaterThan(10)
  const isThere = (path: string) => existsSync(join(server, path)) || existsSync(join(root, path))
  expect(paths.filter((path) => !/^(?:store|work)\.\w+$/.test(path) && !isThere(path))).toEqual([])
})
