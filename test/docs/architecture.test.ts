import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { order } from '../../scripts/imports/order.ts'

const root = join(import.meta.dirname, '../..')
const server = join(root, 'packages/server/src')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

/** The words in code style of a text, and the paths at the ends of the lines of its drawings. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`| ([\w-]+\/(?:[\w-]+\.ts)?)(?=[,\n])/g)].map(([, word, path]) => word ?? path ?? '')

test('docs/architecture.md names every folder of the server, in the order that their imports are held against', () => {
  const section = page.split('\n## ').find((one) => one.startsWith('The order of the folders')) ?? ''
  const cells = section.split('\n').map((line) => line.split('|')[2] ?? '')
  const named = cells.flatMap(namedIn).map((name) => name.replace(/\.ts$/, ''))
  const folders = readdirSync(server, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([])
  expect(named).toEqual(order.server?.filter((room) => named.includes(room)))
})

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])('%s names no path that is not there', (file) => {
  const words = namedIn(readFileSync(join(root, file), 'utf8'))
  const paths = words.filter((word) => /^\w[\w./-]*\/[\w./-]*$|^[\w-]+\.(?:ts|mjs|md|yaml)$/.test(word))
  expect(paths.length).toBeGreaterThan(10)
  // A clean checkout has no caches yet.
  const isMadeByTools = (path: string) => path.startsWith('node_modules/')
  const isThere = (path: string) =>
    isMadeByTools(path) || existsSync(join(server, path)) || existsSync(join(root, path))
  expect(paths.filter((path) => !isThere(path))).toEqual([])
})

test('the code names no decision page that is not there, and some where a reader asks why', () => {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const named = files.flatMap(
    (file) => readFileSync(join(server, file), 'utf8').match(/docs\/decisions\/[\w-]+\.md/g) ?? [],
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
