import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const transfer = async (from: string, accountId: string, password: string, key?: string) =>
    platform().post(
      '/v1.0/organization/founder-transfer',
      await platform().userToken(from, 'org:founder:transfer'),
      { account_id: accountId, password },
      key ? { 'idempotency-key': key } : undefined,
    )

  test('S10: the founder makes another member the founder and becomes an administrator; nobody else is affected', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const untouched = `select * from account where org_id = '${orgId}'
      and account_id not in ('${founder.account_id}', '${member.account_id}') order by account_id`
    const others = await query(platform(), untouched)
    const answer = await transfer(founder.account_id, member.account_id, founder.password)
    const result = { founder_id: member.account_id, former_founder_id: founder.account_id }
    expect([answer.status, answer.body]).toEqual([200, result])
    const reader = await platform().appToken(orgId, 'member:read')
    const roleOf = async (id: string) => (await platform().get(`/v1.0/members/${id}`, reader)).body.role
    expect([await roleOf(member.account_id), await roleOf(founder.account_id)]).toEqual(['founder', 'admin'])
    expect(await roleOf(admin.account_id)).toBe('admin')
    expect(await query(platform(), untouched)).toEqual(others)
    expect((await eventsOf(platform(), orgId)).map(({ type, data }) => [type, data])).toEqual([
      ['organization.founder_transferred', result],
      ['member.role_changed', { account_id: member.account_id, external_id: null, before: 'member', role: 'founder' }],
      ['member.role_changed', { account_id: founder.account_id, external_id: null, before: 'founder', role: 'admin' }],
    ])
    expect(await auditOf(platform(), orgId, 'organization.transferFounder')).toEqual([
      {
        actor_id: founder.account_id,
        target_id: orgId,
        before: { founder_id: founder.account_id },
        after: { founder_id: member.account_id },
      },
    ])
  })

  test('the same request with its key gets the first answer, although the sender is no longer the founder', async () => {
    const { founder, member } = await open(platform())
    const first = await transfer(founder.account_id, member.account_id, founder.password, 'once')
    const again = await transfer(founder.account_id, member.account_id, founder.password, 'once')
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  test('S5: nobody but the founder transfers, not even with their own password', async () => {
    const { orgId, admin, member } = await open(platform())
    const before = await stateOf(platform(), orgId)
    for (const by of [admin, member]) {
      const answer = await transfer(by.account_id, member.account_id, by.password)
      expect([answer.status, answer.body.code]).toEqual([403, 'founder_required'])
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('a transfer with a wrong password is refused, and after five none is compared', async () => {
    const { orgId, founder, member } = await open(platform())
    const before = await stateOf(platform(), orgId)
    for (let i = 0; i < 5; i++) {
      const answer = await transfer(founder.account_id, member.account_id, 'wrong-password')
      expect([answer.status, answer.body.code]).toEqual([403, 'password_incorrect'])
    }
    const blocked = await transfer(founder.account_id, member.account_id, founder.password)
    expect([blocked.status, blocked.body.code]).toEqual([429, 'too_many_attempts'])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('a transfer to a member who can’t be the founder is refused, and nothing changes', async () => {
    const { orgId, founder, member, frozen, named } = await open(platform())
    const departed = named('Alan').account_id
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    await query(
      platform(),
      `insert into offboarding (org_id, offboarding_id, account_id, status, effective_at, handover, reason_code,
          actor_type, actor_id, created_at)
        values ('${orgId}', 'off_1', '${member.account_id}', 'scheduled', 1, '{}', 'other', 'app', 'app_1', 1)`,
    )
    const stranger = (await open(platform(), 1)).member.account_id
    const before = await stateOf(platform(), orgId)
    const codes = []
    for (const id of [founder.account_id, frozen.account_id, departed, member.account_id, stranger]) {
      codes.push((await transfer(founder.account_id, id, founder.password)).body.code)
    }
    expect(codes).toEqual([
      'recipient_invalid',
      'recipient_invalid',
      'recipient_invalid',
      'offboarding_exists',
      'member_not_found',
    ])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('of two concurrent transfers to two members, exactly one succeeds and there is one founder', async () => {
    const { orgId, organization, founder: first, admin, member, named } = await open(platform())
    const idOf = (account: { account_id: string }) => account.account_id
    const circle = [first, admin, member, named('Alan')].map(idOf)
    const { password } = first
    let founder = first.account_id
    const rounds = 50
    for (let round = 0; round < rounds; round++) {
      const [one = '', other = ''] = circle.filter((id) => id !== founder).slice(round % 2)
      const answers = await Promise.all([transfer(founder, one, password), transfer(founder, other, password)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
      expect(answers.find(({ status }) => status === 403)?.body.code).toBe('founder_required')
      const founders = await query(
        platform(),
        `select account_id from account where org_id = '${orgId}' and role = 'founder'`,
      )
      founder = answers.find(({ status }) => status === 200)?.body.founder_id
      expect(founders).toEqual([{ account_id: founder }])
    }
    const transfers = await query(platform(), `select type from event where org_id = '${organization.org_id}'`)
    expect(transfers).toHaveLength(3 * rounds)
  }, 120_000)
})
