import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bundleCli } from '../../scripts/packages/bundle-cli.ts'
import { temporaryDirectory } from '../support/process.ts'

test('the command is one file that needs nothing else, and passes the licences of its parts on', async () => {
  const dist = join(temporaryDirectory(), 'dist')
  await bundleCli(dist)
  expect(readdirSync(dist).sort()).toEqual(['licences.txt', 'sendoff.js'])
  expect(readFileSync(join(dist, 'licences.txt'), 'utf8')).toContain('Apache License')
  const options = { cwd: dist, env: { PATH: process.env.PATH, HOME: dist } }
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [join(dist, 'sendoff.js'), ...args], options)
  expect((await run('--version')).stdout).toBe('0.1.0\n')
  expect((await run('events', 'tail', '--help')).stdout).toContain('--follow')
  await expect(run('whoami', '--json')).rejects.toMatchObject({ code: 4, stdout: '' })
})
