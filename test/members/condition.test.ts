import { describe, expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const setCondition = (token: string, accountId: string, body: object) =>
    platform().call('PUT', `/v1.0/members/${accountId}/condition`, { token, body })

  describe.each([
    ['S22', 'frozen'],
    ['S23', 'banned'],
    ['S24', 'suspended'],
    ['S25', 'abnormal'],
  ] as const)('%s', (rule, condition) => {
    test(`${rule}: a member who is made ${condition} is refused from the next call on, until released`, async () => {
      const { orgId, admin, member } = await open(platform())
      const own = await platform().userToken(member.account_id, 'org:read')
      expect((await platform().get('/v1.0/organization', own)).status).toBe(200)
      const token = await platform().userToken(admin.account_id, 'member:condition:write')

      const set = await setCondition(token, member.account_id, { condition, reason_text: 'lost phone' })
      expect([set.status, set.body.condition]).toEqual([200, condition])
      const refused = await platform().get('/v1.0/organization', own)
      expect(refused.status).toBe(403)
      expect(refused.body).toMatchObject({ code: 'account_restricted', condition })

      await setCondition(token, member.account_id, { condition: 'normal' })
      expect((await platform().get('/v1.0/organization', own)).status).toBe(200)
      expect((await eventsOf(platform(), orgId, 'member.condition_changed')).map(({ data }) => data)).toEqual([
        { account_id: member.account_id, external_id: null, before: 'normal', condition, reason_text: 'lost phone' },
        { account_id: member.account_id, external_id: null, before: condition, condition: 'normal', reason_text: null },
      ])
      expect(await auditOf(platform(), orgId, 'members.setCondition')).toMatchObject([
        { before: { condition: 'normal' }, after: { condition } },
        { before: { condition }, after: { condition: 'normal' } },
      ])
    })
  })

  test('an app sets a condition too, and the same condition again records no event', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:condition:write')
    expect((await setCondition(token, member.account_id, { condition: 'banned' })).status).toBe(200)
    const before = await stateOf(platform(), orgId)
    const again = await setCondition(token, member.account_id, { condition: 'banned' })
    expect([again.status, again.body.condition]).toEqual([200, 'banned'])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('members, and administrators who act on the founder or another organisation’s member, change no condition', async () => {
    const { orgId, founder, admin, member, named } = await open(platform())
    const departed = named('Alan').account_id
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    const stranger = (await open(platform(), 1)).member.account_id
    const before = await stateOf(platform(), orgId)
    const asMember = await platform().userToken(member.account_id, 'member:condition:write')
    const asAdmin = await platform().userToken(admin.account_id, 'member:condition:write')
    const codes = []
    for (const [token, accountId] of [
      [asMember, admin.account_id],
      [asMember, member.account_id],
      [asAdmin, founder.account_id],
      [asAdmin, stranger],
      [asAdmin, departed],
    ] as const) {
      codes.push((await setCondition(token, accountId, { condition: 'frozen' })).body.code)
    }
    expect(codes).toEqual([
      'admin_required',
      'admin_required',
      'founder_must_transfer',
      'member_not_found',
      'already_departed',
    ])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('when two administrators freeze each other concurrently, exactly one succeeds', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const pair = [admin.account_id, member.account_id] as const
    await query(platform(), `update account set role = 'admin' where account_id = '${pair[1]}'`)
    const asFounder = await platform().userToken(founder.account_id, 'member:condition:write')
    const tokens = [
      await platform().userToken(pair[0], 'member:condition:write'),
      await platform().userToken(pair[1], 'member:condition:write'),
    ] as const
    const frozen = { condition: 'frozen' }
    for (let round = 0; round < 50; round++) {
      const answers = await Promise.all([
        setCondition(tokens[0], pair[1], frozen),
        setCondition(tokens[1], pair[0], frozen),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
      expect(answers.find(({ status }) => status === 403)?.body.code).toBe('account_restricted')
      for (const id of pair) await setCondition(asFounder, id, { condition: 'normal' })
    }
    expect(await eventsOf(platform(), orgId, 'member.condition_changed')).toHaveLength(100)
  })
})
