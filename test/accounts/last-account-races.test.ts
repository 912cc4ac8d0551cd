import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import { PASSWORD, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { must, openPlatform } from '../support/platform.ts'
import { hold } from '../support/postgres/hold.ts'

let opened: Awaited<ReturnType<typeof openPlatform>>
beforeAll(async () => {
  opened = await openPlatform('postgres')
})
afterAll(() => opened?.close())

test('S36: a sign-in outlives its last account when an organisation adds the person at the same time', async () => {
  const { platform } = opened
  const email = 'noor@people.example'
  const { account_id, identity_id } = await registered(platform, { email })
  const token = await platform.userToken(account_id, 'account:deregister')
  const { org_id } = platform.organization(0)
  // The statements of members.create, up to its commit, and an accepted membership.
  const added = newId('acct')
  const joining = await hold(
    must(platform.config.databaseUrl),
    `select * from identity where email = '${email}' for update;
     insert into account (account_id, identity_id, kind, org_id, name, role, condition, status, email, revision, generation, created_at,
         accepted_at)
       values ('${added}', '${identity_id}', 'organization', '${org_id}', 'Noor', 'member', 'normal', 'active', '${email}', 1,
         '${newId('gen')}', 1, 1)`,
  )
  const leaving = platform.post('/v1.0/me/deregister', token, { confirm: true, password: PASSWORD })
  await joining.waited(1, leaving)
  await joining.release()
  expect((await leaving).status).toBe(200)

  expect(await query(platform, `select email from identity where identity_id = '${identity_id}'`)).toEqual([{ email }])
  const member = await platform.userToken(added, 'member:leave', 'account:deregister')
  const gone = await platform.post('/v1.0/me/deregister', member, { confirm: true, password: PASSWORD })
  expect([gone.status, gone.body.account_id]).toEqual([200, added])
})
