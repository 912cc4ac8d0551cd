import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const put = (token: string, body: object) =>
    platform().call('PUT', '/v1.0/organization/leave-policy', { token, body })

  test('S20: any member reads the people to ask: the founder first, with names and contacts', async () => {
    const { orgId, founder, admin, member } = await open(platform())
    const token = await platform().userToken(member.account_id, 'org:read')
    const { status, body } = await platform().get('/v1.0/organization/admins', token)
    expect(status).toBe(200)
    const shown = ({ account_id, name, role, email }: typeof founder) => ({
      account_id,
      name,
      role,
      email,
      phone: null,
    })
    expect(body).toEqual({ data: [shown(founder), shown(admin)], next_cursor: null })
    // The founder stays first when they are the younger account, over pages too.
    await query(platform(), `update account set role = 'admin' where account_id = '${founder.account_id}'`)
    await query(platform(), `update account set role = 'founder' where account_id = '${admin.account_id}'`)
    const app = await platform().appToken(orgId, 'org:read')
    const first = (await platform().get('/v1.0/organization/admins?limit=1', app)).body
    expect(first.data[0].account_id).toBe(admin.account_id)
    const rest = (await platform().get(`/v1.0/organization/admins?limit=1&cursor=${first.next_cursor}`, app)).body
    expect(rest).toMatchObject({ data: [{ account_id: founder.account_id }], next_cursor: null })
  })

  test('S20: the list is never empty, even when every other administrator is frozen or gone', async () => {
    const { founder, admin, member } = await open(platform())
    await query(platform(), `update account set condition = 'frozen' where account_id = '${admin.account_id}'`)
    const token = await platform().userToken(member.account_id, 'org:read')
    const { body } = await platform().get('/v1.0/organization/admins', token)
    expect(body.data.map(({ account_id }: { account_id: string }) => account_id)).toEqual([founder.account_id])
  })

  test('an administrator renames the organisation; a member does not', async () => {
    const { orgId, admin, member, organization } = await open(platform())
    const rename = async (accountId: string) =>
      platform().call('PATCH', '/v1.0/organization', {
        token: await platform().userToken(accountId, 'org:write'),
        body: { name: 'Renamed' },
      })
    const before = await stateOf(platform(), orgId)
    expect((await rename(member.account_id)).body.code).toBe('admin_required')
    expect(await stateOf(platform(), orgId)).toEqual(before)
    expect((await rename(admin.account_id)).body).toMatchObject({ org_id: orgId, name: 'Renamed' })
    expect(await auditOf(platform(), orgId, 'organization.update')).toMatchObject([
      { before: { name: organization.name }, after: { name: 'Renamed' } },
    ])
  })

  test('S40, S49: an administrator sets the leave policy of one organisation, and of no other', async () => {
    const { orgId, admin, member } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'org:policy:write', 'org:read')
    const other = await platform().appToken((await open(platform(), 2)).orgId, 'org:read')
    const theirs = (await platform().get('/v1.0/organization/leave-policy', other)).body
    const policy = { mode: 'approval', fallback_recipient_id: member.account_id }
    const set = await put(token, policy)
    expect([set.status, set.body]).toEqual([200, policy])
    expect((await platform().get('/v1.0/organization/leave-policy', token)).body).toEqual(policy)
    expect((await platform().get('/v1.0/organization/leave-policy', other)).body).toEqual(theirs)
    await put(token, policy)
    const replaced = await put(token, { mode: 'approval' })
    const without = { mode: 'approval', fallback_recipient_id: null }
    expect(replaced.body).toEqual(without)
    expect((await platform().get('/v1.0/organization/leave-policy', token)).body).toEqual(without)
    const told = (await eventsOf(platform(), orgId)).filter(({ type }) => type !== 'organization.policies_changed')
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      ['organization.leave_policy_changed', policy],
      ['organization.leave_policy_changed', without],
    ])
    expect(await auditOf(platform(), orgId, 'organization.setLeavePolicy')).toHaveLength(2)
  })

  test('a member sets no leave policy, and nobody sets one whose recipient can’t receive', async () => {
    const { orgId, member, frozen, named } = await open(platform())
    const departed = named('Alan').account_id
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    const stranger = (await open(platform(), 1)).member.account_id
    const before = await stateOf(platform(), orgId)
    const asMember = await platform().userToken(member.account_id, 'org:policy:write')
    expect((await put(asMember, { mode: 'approval' })).body.code).toBe('admin_required')
    const token = await platform().appToken(orgId, 'org:policy:write')
    for (const id of [frozen.account_id, departed, stranger, 'acct_none']) {
      const answer = await put(token, { mode: 'approval', fallback_recipient_id: id })
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ code: 'recipient_invalid', recipient_id: id })
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('a department gets the next free number and its parent, and is listed by number', async () => {
    const { orgId, admin, member } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'org:write', 'org:read')
    const create = (body: object) => platform().post('/v1.0/departments', token, body)
    const first = await create({ name: 'Quality', parent_dept_id: 2, head_id: member.account_id })
    expect(first.status).toBe(201)
    const quality = { dept_id: 5, name: 'Quality', parent_dept_id: 2, head_id: member.account_id }
    expect(first.body).toEqual({ ...quality, status: 'active' })
    const names = Array.from({ length: 6 }, (_, i) => `D${i}`)
    const made = await Promise.all(names.map((name) => create({ name })))
    expect(made.map(({ body }) => body.dept_id).sort((a, b) => a - b)).toEqual([6, 7, 8, 9, 10, 11])
    expect(made[0]?.body.parent_dept_id).toBe(1)
    const found: number[] = []
    let cursor = ''
    do {
      const { body } = await platform().get(`/v1.0/departments?limit=4${cursor}`, token)
      found.push(...body.data.map(({ dept_id }: { dept_id: number }) => dept_id))
      cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`
    } while (cursor !== '')
    expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect((await auditOf(platform(), orgId, 'departments.create'))[0]).toMatchObject({
      target_id: '5',
      after: quality,
    })
    const forged = Buffer.from('after:acct_1').toString('base64url')
    expect((await platform().get(`/v1.0/departments?cursor=${forged}`, token)).body.code).toBe('invalid_request')
  })

  test('a department with an unknown parent or head is refused, and so is a member’s request', async () => {
    const { orgId, member } = await open(platform())
    const stranger = (await open(platform(), 1)).member.account_id
    const before = await stateOf(platform(), orgId)
    const token = await platform().appToken(orgId, 'org:write')
    const pointerOf = async (body: object) =>
      (await platform().post('/v1.0/departments', token, body)).body.errors[0].pointer
    expect(await pointerOf({ name: 'X', parent_dept_id: 99 })).toBe('/parent_dept_id')
    expect(await pointerOf({ name: 'X', head_id: stranger })).toBe('/head_id')
    const asMember = await platform().userToken(member.account_id, 'org:write')
    const body = { name: 'X', parent_dept_id: 999 }
    const chinese = await platform().post('/v1.0/departments', token, body, { 'accept-language': 'zh-CN' })
    expect(chinese.body.errors[0].detail).toMatch(/\p{Script=Han}/u)
    expect((await platform().post('/v1.0/departments', asMember, { name: 'X' })).body.code).toBe('admin_required')
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })
})
