import { expect, test } from 'vitest'
import { newCode, register } from '../support/accounts.ts'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('a wrong password is wrong at any length, where an existing one is asked for; a new one keeps its rule', async () => {
    const { founder, admin, member, orgId } = await open(platform(), 1)
    const asFounder = await platform().userToken(founder.account_id, 'org:founder:transfer')
    const asMember = await platform().userToken(member.account_id, 'member:leave', 'account:deregister')
    const applied = await platform().post('/v1.0/leave-applications', asMember, {
      reason_code: 'resignation',
      reason_text: 'x',
    })
    const reviewer = await platform().appToken(orgId, 'leave_application:review')
    await platform().post(`/v1.0/leave-applications/${applied.body.application_id}/approve`, reviewer, {})
    for (const password of ['', 'x', 'p'.repeat(201), 'p'.repeat(4096)]) {
      const answers = [
        await platform().post('/v1.0/organization/founder-transfer', asFounder, {
          account_id: admin.account_id,
          password,
        }),
        await platform().post(`/v1.0/leave-applications/${applied.body.application_id}/confirm`, asMember, {
          confirm: true,
          password,
        }),
      ]
      for (const { status, body } of answers)
        expect([password.length, status, body.code]).toEqual([password.length, 403, 'password_incorrect'])
    }
    const target = { email: 'noor@people.example' }
    for (const password of ['too short', 'p'.repeat(201)]) {
      const { status, body } = await register(platform(), target, await newCode(platform(), target, 'register'), {
        password,
      })
      expect([status, body.errors[0].pointer]).toEqual([400, '/password'])
    }
  })
})
