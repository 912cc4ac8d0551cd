import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { ROUNDS as MOST_ROUNDS } from '../support/rounds.ts'

const ROUNDS = Math.min(50, MOST_ROUNDS)

onEachStore((platform) => {
  const setRole = (token: string, accountId: string, role: string) =>
    platform().call('PUT', `/v1.0/members/${accountId}/role`, { token, body: { role } })

  test('an administrator makes a member administrator, with one event and an entry in the audit log', async () => {
    const { orgId, admin, member } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'member:write')
    const answer = await setRole(token, member.account_id, 'admin')
    expect([answer.status, answer.body.role]).toEqual([200, 'admin'])
    expect(await eventsOf(platform(), orgId)).toMatchObject([
      {
        type: 'member.role_changed',
        actor: { type: 'user', id: admin.account_id },
        data: { account_id: member.account_id, before: 'member', role: 'admin' },
      },
    ])
    expect(await auditOf(platform(), orgId, 'members.setRole')).toEqual([
      {
        actor_id: admin.account_id,
        target_id: member.account_id,
        before: { role: 'member' },
        after: { role: 'admin' },
      },
    ])
  })

  test('a role that a member has already records no event', async () => {
    const { orgId, admin } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'member:write')
    const before = await stateOf(platform(), orgId)
    expect((await setRole(token, admin.account_id, 'admin')).status).toBe(200)
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('only people who are administrators change roles', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const before = await stateOf(platform(), orgId)
    const asMember = await platform().userToken(member.account_id, 'member:write')
    const asAdmin = await platform().userToken(admin.account_id, 'member:write')
    const asFounder = await platform().userToken(founder.account_id, 'member:write')
    const stranger = (await open(platform(), 1)).member.account_id
    const codes = []
    for (const [token, accountId, role] of [
      [asMember, member.account_id, 'admin'],
      [await platform().appToken(orgId, 'member:write'), member.account_id, 'admin'],
      [asAdmin, founder.account_id, 'member'],
      [asAdmin, admin.account_id, 'member'],
      [asFounder, admin.account_id, 'member'],
      [asAdmin, stranger, 'admin'],
      [asAdmin, 'acct_none', 'admin'],
    ] as const) {
      const answer = await setRole(token, accountId, role)
      codes.push([answer.status, answer.body.code])
    }
    expect(codes).toEqual([
      [403, 'admin_required'],
      [403, 'user_required'],
      [409, 'founder_must_transfer'],
      [409, 'last_admin'],
      [409, 'last_admin'],
      [404, 'member_not_found'],
      [404, 'member_not_found'],
    ])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('a member who departed gets no role', async () => {
    const { orgId, admin, member } = await open(platform())
    await query(platform(), `update account set status = 'departed' where account_id = '${member.account_id}'`)
    const before = await stateOf(platform(), orgId)
    const answer = await setRole(
      await platform().userToken(admin.account_id, 'member:write'),
      member.account_id,
      'admin',
    )
    expect([answer.status, answer.body.code]).toEqual([409, 'already_departed'])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('when two administrators demote each other concurrently, exactly one stays, with one event', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const pair = [admin.account_id, member.account_id] as const
    const asFounder = await platform().userToken(founder.account_id, 'member:write')
    await setRole(asFounder, pair[1], 'admin')
    const tokens = [
      await platform().userToken(pair[0], 'member:write'),
      await platform().userToken(pair[1], 'member:write'),
    ] as const
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all([setRole(tokens[0], pair[1], 'member'), setRole(tokens[1], pair[0], 'member')])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
      expect(answers.find(({ status }) => status === 403)?.body.code).toBe('admin_required')
      const demoted = answers[0].status === 200 ? pair[1] : pair[0]
      expect((await setRole(asFounder, demoted, 'admin')).status).toBe(200)
    }
    expect(await eventsOf(platform(), orgId, 'member.role_changed')).toHaveLength(1 + 2 * ROUNDS)
  })

  test('when two administrators are demoted or step down concurrently, one stays', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const pair = [admin.account_id, member.account_id] as const
    const asFounder = await platform().userToken(founder.account_id, 'member:write')
    await setRole(asFounder, pair[1], 'admin')
    const asThemselves = [
      await platform().userToken(pair[0], 'member:write'),
      await platform().userToken(pair[1], 'member:write'),
    ] as const
    for (let round = 0; round < ROUNDS; round++) {
      const [first, second] = round % 2 ? asThemselves : [asFounder, asFounder]
      const answers = await Promise.all([setRole(first, pair[0], 'member'), setRole(second, pair[1], 'member')])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('last_admin')
      const demoted = answers[0].status === 200 ? pair[0] : pair[1]
      expect((await setRole(asFounder, demoted, 'admin')).status).toBe(200)
    }
    expect(await eventsOf(platform(), orgId, 'member.role_changed')).toHaveLength(1 + 2 * ROUNDS)
  })
})
