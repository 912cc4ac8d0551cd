import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deviations } from '../../packages/server/src/oauth/provider/deviations.ts'

const root = join(import.meta.dirname, '../..')

test.each(deviations)('the test that shows that $here exists, and so does its file', (deviation) => {
  expect(existsSync(join(root, deviation.shownBy))).toBe(true)
  if (deviation.in) expect(existsSync(join(root, 'packages/server/src/oauth/provider', deviation.in))).toBe(true)
})
