import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const unit = join(import.meta.dirname, '../../deploy/systemd/sendoff.service')
const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' })

test('systemd takes the unit without a warning, and finds it well confined', ({ skip }) => {
  const noSystemd = analyze('--version').error && 'no systemd-analyze: install the package systemd'
  skip(noSystemd !== undefined, noSystemd)
  const { status, stdout, stderr } = analyze('verify', unit)
  expect([status, stdout + stderr]).toEqual([0, ''])
  const security = analyze('security', '--offline=true', '--threshold=15', unit)
  expect(security.status, security.stdout + security.stderr).toBe(0)
})

test('the unit waits longer for a stop than a server takes for it', () => {
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(readFileSync(unit, 'utf8')) ?? []
  expect(Number(seconds)).toBeGreaterThan(17)
})
