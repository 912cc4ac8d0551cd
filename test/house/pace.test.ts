import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PACE = 'packages/server/src/webhooks/delivery/pace'
/** Clocks, timers, waits, and values (not types) of other folders, except the reading of dates. */
const IMPURE =
  /\b(Date\.now|new Date|performance|setTimeout|setInterval|setImmediate|async|await)\b|^import (?!type\b)(?!.*http-date\.ts').* from '(?!\.\/)/m

const read = (file: string) => readFileSync(join(PACE, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '')

test('the pace of deliveries has no clock, no timer and no store: it changes by facts only', () => {
  const files = readdirSync(PACE)
  expect(files).toContain('endpoint-pace.ts')
  expect(files.filter((file) => IMPURE.test(read(file)))).toEqual([])
})

test.each([
  'const now = Date.now()',
  "import { sql } from 'kysely'",
  "import { steadyNow } from '../../../store/lease-time.ts'",
  'async function claim() {}',
])('%s would be noticed', (line) => {
  expect(IMPURE.test(line)).toBe(true)
})
