import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lines = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8').split('\n')

test('no line of openapi.yaml is longer than 140 characters', () => {
  expect(lines.filter(({ length }) => length > 140)).toEqual([])
})

test('openapi.yaml has at most 63 lines for each operation', () => {
  const operations = lines.filter((line) => line.includes('operationId:')).length
  expect(lines.length / operations).toBeLessThanOrEqual(63)
})

test('a long text in openapi.yaml is a literal block, and no line ends with a space', () => {
  expect(lines.filter((line) => /: (>[-+]?|\|[-+])$|\s$/.test(line))).toEqual([])
})
