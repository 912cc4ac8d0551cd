import { join } from 'node:path'
import { expect, test } from 'vitest'
import { live, operator } from './operator.ts'

const COMMANDS = [
  'start',
  'migrate',
  'check',
  'admin create',
  'admin link',
  'keys rotate',
  'due-work',
  'legal-holds',
  'founder transfer',
  'founder list',
  'founder cancel',
  'backup',
  'restore',
]

test.each(COMMANDS)('%s has help in English and Chinese, and refuses a flag that it does not have', async (name) => {
  const { run } = operator()
  const words = name.split(' ')
  const english = await run(...words, '--help')
  expect(english).toMatchObject({ code: 0, stderr: '' })
  expect(english.stdout).toContain('USAGE')
  expect((await run(...words, '--help', '--lang', 'zh-CN')).stdout).toContain('用法')
  const wrong = await run(...words, '--jsno')
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('--json')
})

test('an unknown command is refused with the one that is meant, and the version is that of the package', async () => {
  const { run } = operator()
  const unknown = await run('strat')
  expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('start') })
  expect(unknown.stderr).toContain('sendoff-server --help')
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(['due-work', 'keys rotate', 'legal-holds --org org_1', 'founder list'])(
  '%s without a database ends with 3, as one line of JSON',
  async (words) => {
    const ran = await operator({ SENDOFF_DATA_DIR: '/tmp/there-is-none' }).run(...words.split(' '), '--json')
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(JSON.parse(ran.stderr)).toMatchObject({ code: 'database_unavailable', exit: 3 })
  },
)

test('start with wrong settings names each and ends with 1, and migrate sets a database up once', async () => {
  const { run, folder } = operator(live({ SENDOFF_DATA_DIR: 'data' }))
  const wrong = await operator({ SENDOFF_MODE: 'live', PORT: 'abc' }).run('start')
  expect(wrong).toMatchObject({ code: 1, stdout: '' })
  expect(wrong.stderr).toMatch(/^Sendoff can't start:\nPORT .*\nSENDOFF_ISSUER /)
  const first = JSON.parse((await run('migrate', '--json')).stdout)
  expect(first.migrations).toBeGreaterThan(30)
  expect(JSON.parse((await run('migrate', '--json')).stdout)).toEqual({ migrations: 0 })
  const sandbox = await operator({ SENDOFF_DATA_DIR: join(folder, 'data') }).run('migrate', '--json')
  expect(JSON.parse(sandbox.stderr)).toMatchObject({ code: 'wrong_mode', exit: 3 })
})
