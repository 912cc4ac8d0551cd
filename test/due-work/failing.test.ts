import { expect, test } from 'vitest'
import { inDatabase, query } from '../support/database.ts'
import { onEachStore, type Platform } from '../support/platform.ts'
import { runProgram } from '../support/program.ts'
import { soon } from '../support/soon.ts'

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

const operate = (platform: Platform, ...options: string[]) => runProgram(platform, 'due-work', options)
