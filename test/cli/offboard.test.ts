import { expect, test } from 'vitest'
import { asApp, noTerminal, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'

onSqlite((platform) => {
  test('offboard shows what happens, changes nothing without --yes, and the departure can be restored', async () => {
    const { account_id } = platform().member(platform().organization(0).org_id, 'member')
    const { run } = user(asApp(platform()))
    const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)
    expect(await json('offboard', account_id, '--dry-run')).toMatchObject({ dry_run: true, account_id })
    const why = ['--reason', 'resignation']
    expect((await run('offboard', account_id, ...why)).code).toBe(2)
    expect((await run('offboard', account_id, '--yes')).stderr).toContain('--reason')
    const typo = await run('offboard', account_id, '--dry-rnu', '--yes', ...why)
    expect(typo.code).toBe(2)
    expect(typo.stderr).toContain('--dry-run')
    expect((await run('offboard', account_id, '--kind', 'document=burn')).code).toBe(2)
    expect(await platform().events(platform().organization(0).org_id)).toEqual([])

    const done = await json('offboard', account_id, '--yes', ...why, '--kind', 'document=hold')
    expect(done).toMatchObject({ account_id, status: 'completed', reason_code: 'resignation' })
    expect((await run('offboard', account_id, '--yes', ...why)).code).not.toBe(0)
    expect(await json('receipts', '--departure', done.departure_id)).toEqual([])
    expect((await run('receipts', '--status', 'dnoe')).code).toBe(2)

    expect(await json('restore', done.departure_id, '--dry-run')).toMatchObject({ dry_run: true, conflicts: [] })
    expect((await run('restore', done.departure_id)).code).toBe(2)
    expect(await json('restore', done.departure_id, '--yes')).toMatchObject({ account_id })
    const again = await run('restore', done.departure_id, '--yes', '--json')
    expect(again.code).toBe(1)
    expect(JSON.parse(again.stderr)).toMatchObject({ code: 'already_restored', status: 409 })
  })

  test('a founder is refused with the reason before anything is asked, and a stranger is not found', async () => {
    const { account_id } = platform().member(platform().organization(0).org_id, 'founder')
    const { run } = user(asApp(platform()))
    const refused = await run('offboard', account_id, '--yes', '--reason', 'other', '--json')
    expect(refused.code).toBe(1)
    const line = refused.stderr.trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(line)).toMatchObject({ code: 'founder_must_transfer', exit: 1 })
    expect((await run('offboard', 'acct_none', '--yes', '--reason', 'other')).code).toBe(3)
    expect((await run('restore', 'dep_none', '--yes')).code).toBe(3)
  })

  test.skipIf(noTerminal)(
    'at a set time the member stays until then, and a no on the terminal changes nothing',
    async () => {
      const { org_id } = platform().organization(0)
      const { account_id } = platform().member(org_id, 'member')
      const { type, run } = user(asApp(platform()))
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      const args = ['offboard', account_id, '--reason', 'other', '--at', tomorrow]
      expect((await type('n\n', ...args)).code).toBe(1)
      expect(await platform().events(org_id)).toEqual([])
      const set = JSON.parse((await run(...args, '--yes', '--json')).stdout)
      expect(set).toMatchObject({ account_id, status: 'scheduled', departure_id: null })
    },
  )
})
