import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asApp, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'

onSqlite((platform) => {
  test('a file is checked whole, tried, and run with a result for each line; a batch can be followed again', async () => {
    const { org_id, members } = platform().organization(0)
    const leaver = platform().member(org_id, 'member').account_id
    const founder = platform().member(org_id, 'founder').account_id
    expect(members.length).toBeGreaterThan(2)
    const { home, run } = user(asApp(platform()))
    const write = (text: string | Buffer) => writeFileSync(join(home, 'leavers.csv'), text)

    write(`account_id,reason_code,effective_at\n${leaver},resignation,\n${leaver},other,\nnot an id,gone,tomorrow\n`)
    const wrong = await run('offboard', '@leavers.csv', '--yes', '--json')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(JSON.parse(wrong.stderr).faults.map(({ line }: { line: number }) => line)).toEqual([3, 4, 4, 4])
    write(`account_id,recipent_id\n${leaver},${founder}\n`)
    expect((await run('offboard', '@leavers.csv', '--yes', '--reason', 'other')).stderr).toContain('recipent_id')
    expect((await run('offboard', '@missing.csv', '--yes')).code).toBe(2)
    expect((await run('offboard')).code).toBe(2)
    expect((await run('offboard', leaver, '--result', 'out.csv', '--yes')).code).toBe(2)

    // As Excel in Chinese saves it: GB18030, here "离职", with semicolons.
    const text = Buffer.concat([
      Buffer.from(`account_id;reason_code;reason_text\n${leaver};resignation;`),
      Buffer.from([0xc0, 0xeb, 0xd6, 0xb0]),
      Buffer.from(`\n${founder};other;\n`),
    ])
    write(text)
    const dry = await run('offboard', '@leavers.csv', '--dry-run', '--json')
    expect(dry.code).toBe(5)
    expect((await run('offboard', '@leavers.csv')).code).toBe(2)
    expect(await platform().events(org_id)).toEqual([])

    const ran = await run('offboard', '@leavers.csv', '--yes', '--json', '--result', 'out.csv')
    expect(ran.code).toBe(5)
    const results = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)) // prettier-ignore
    expect(results).toMatchObject([
      { line: 2, account_id: leaver, status: 'succeeded' },
      { line: 3, account_id: founder, status: 'failed', problem: { code: 'founder_must_transfer' } },
    ])
    expect(readFileSync(join(home, 'out.csv'), 'utf8')).toContain(`"2","${leaver}","succeeded"`)
    const token = await platform().appToken(org_id, 'member:offboard')
    const { data } = await platform().as(token).call('offboardingBatches.list')
    const batch = data.find(({ dry_run }) => !dry_run)
    const again = await run('offboard', '--resume', batch?.batch_id ?? '', '--json')
    expect(again.stdout.trim().split('\n')).toHaveLength(2)
    const { data: all } = await platform().as(token).call('offboardings.list')
    expect(all.map(({ reason_text }) => reason_text)).toEqual(['离职'])
    expect((await run('offboard', '--resume', 'bat_none')).code).toBe(3)
  })
})
