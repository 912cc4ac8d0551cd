import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { inDatabase, query } from '../support/database.ts'
import { onEachStore, type Platform } from '../support/platform.ts'
import { soon } from '../support/soon.ts'

const run = promisify(execFile)
const PROGRAM = fileURLToPath(new URL('../../packages/server/src/failing-work.ts', import.meta.url))

onEachStore((platform) => {
  test('an operator lists the due work that fails, and has it tried again now', { timeout: 60_000 }, async () => {
    const { org_id } = platform().organization(0)
    await inDatabase(platform(), (run) =>
      run(
        `insert into due_work (org_id, work_id, kind, subject_id, due_at, failures, last_error)
        values ($1, 'wrk_of_the_test', 'held_deliveries', 'whe_of_nobody', $2, 4, 'refused')`,
        org_id,
        Date.now() + 1_000_000_000,
      ),
    )
    const listed = await operate(platform())
    expect(listed).toMatch(
      /^wrk_of_the_test held_deliveries of org_\w+: whe_of_nobody, failed 4 times, next at 20.*\n {2}refused\n$/,
    )
    expect(await left(platform())).toBe(1)
    expect(await operate(platform(), '--retry')).toContain('1 will be tried again now.')
    await soon(async () => expect(await left(platform())).toBe(0))
    expect(await operate(platform())).toBe('No due work fails.\n')
  })
})

const left = async (platform: Platform) =>
  (await query(platform, `select work_id from due_work where work_id = 'wrk_of_the_test'`)).length

async function operate({ config }: Platform, ...options: string[]): Promise<string> {
  const { databaseUrl, dataDirectory } = config
  const where = databaseUrl === undefined ? { SENDOFF_DATA_DIR: dataDirectory } : { DATABASE_URL: databaseUrl }
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--conditions=@sendoff/source', PROGRAM, ...options],
    { env: { PATH: process.env.PATH, ...where } },
  )
  return stdout
}
