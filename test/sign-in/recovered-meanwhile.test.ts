import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { rows } from '../support/database.ts'
import { must, openPlatform } from '../support/platform.ts'
import { said, signedIn } from '../support/sign-in.ts'
import { formOf } from '../support/visitor.ts'

const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

test('a consent that began with a former password has no effect once the password is recovered', async () => {
  const { platform, close } = await openPlatform('postgres')
  onTestFinished(close)
  const { org_id } = platform.organization(1)
  const admin = platform.member(org_id, 'admin')
  const { visitor, accounts } = await signedIn(platform, admin)
  const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
  const { action, hidden } = formOf(consent, '/consent')

  const connect = async () => {
    const client = new pg.Client({ connectionString: must(platform.config.databaseUrl) })
    await client.connect()
    onTestFinished(() => client.end())
    return client
  }
  const [client, observer] = [await connect(), await connect()]
  await client.query('begin')
  await client.query('select 1 from account where account_id = $1 for update', [admin.account_id])
  const answering = visitor.post(action, { ...hidden, decision: 'allow' })
  // It has checked the session and the chosen account, and waits for the lock of the account.
  while ((await observer.query(WAITING)).rowCount === 0) await setImmediate()
  await client.query(
    `update identity set password_hash = 'another' where identity_id = (select identity_id from account where account_id = $1)`,
    [admin.account_id],
  )
  await client.query(`update account set generation = 'gen_another' where account_id = $1`, [admin.account_id])
  await client.query('commit')

  const answer = await answering
  expect(answer.url.searchParams.has('code')).toBe(false)
  expect(said(answer)).toEqual([409, expect.stringContaining('This account can no longer be used here.')])
  const authorized = await rows(platform, (db) =>
    db.selectFrom('authorization').selectAll().where('org_id', '=', org_id).execute(),
  )
  expect(authorized).toEqual([])
  expect(said(await visitor.open(answer.url.pathname))[1]).toContain('Please sign in again to continue.')
})
