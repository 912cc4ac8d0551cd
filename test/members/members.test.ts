import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const writer = (orgId: string) => platform().appToken(orgId, 'member:write')
  const create = (token: string, body: object) => platform().post('/v1.0/members', token, body)
  const update = (token: string, accountId: string, body: object) =>
    platform().call('PATCH', `/v1.0/members/${accountId}`, { token, body })
  const list = async (orgId: string, query: string): Promise<string[]> => {
    const { body } = await platform().get(`/v1.0/members?${query}`, await platform().appToken(orgId, 'member:read'))
    return body.data.map(({ name }: { name: string }) => name)
  }

  test('an administrator adds a member with a new sign-in that nobody can use before its owner recovered it', async () => {
    const { orgId, admin } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'member:write')
    const command = { name: 'New', email: 'New@Aster.example', phone: '+8613800000001', external_id: 'E 1' }
    const answer = await create(token, { ...command, dept_ids: [4, 2], manager_id: admin.account_id })
    expect(answer.status).toBe(201)
    const member = {
      ...command,
      email: 'new@aster.example',
      role: 'member',
      condition: 'normal',
      dept_ids: [2, 4],
      manager_id: admin.account_id,
      status: 'active',
    }
    expect(answer.body).toMatchObject(member)
    const reader = await platform().appToken(orgId, 'member:read')
    expect((await platform().get(`/v1.0/members/${answer.body.account_id}`, reader)).body).toEqual(answer.body)
    const { account_id } = answer.body
    expect(await eventsOf(platform(), orgId)).toMatchObject([
      {
        type: 'member.joined',
        data: { account_id, name: 'New', email: member.email, phone: member.phone, dept_ids: [2, 4], role: 'member' },
      },
    ])
    expect(await auditOf(platform(), orgId, 'members.create')).toMatchObject([
      { target_id: account_id, before: null, after: member },
    ])
    expect(await query(platform(), `select * from identity where email = '${member.email}'`)).toMatchObject([
      { password_hash: '!', phone: null },
    ])
  })

  test('a person with a sign-in keeps it, and without departments is in the root', async () => {
    const { orgId } = await open(platform(), 2)
    const answer = await create(await writer(orgId), { name: 'Mei', email: 'MEI.LIN@consulting.example' })
    expect([answer.status, answer.body.dept_ids]).toEqual([201, [1]])
    const rows = await query(
      platform(),
      `select distinct identity_id from account where email = 'mei.lin@consulting.example'`,
    )
    expect(rows).toHaveLength(1)
  })

  test('all conflicts are named together, and nothing changes', async () => {
    const { orgId, member, named } = await open(platform())
    const token = await writer(orgId)
    const other = (await create(token, { name: 'O', phone: '+8613800000002', external_id: 'E2' })).body.account_id
    const before = await stateOf(platform(), orgId)
    const answer = await create(token, {
      name: 'Twice',
      email: member.email.toUpperCase(),
      phone: '+8613800000002',
      external_id: 'E2',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'member_exists'])
    expect(answer.body.conflicts).toEqual([
      { field: 'email', value: member.email, account_id: member.account_id, reason: 'taken' },
      { field: 'phone', value: '+8613800000002', account_id: other, reason: 'taken' },
      { field: 'external_id', value: 'E2', account_id: other, reason: 'taken' },
    ])
    // The same person under another contact.
    const mei = named('Mei').account_id
    await query(platform(), `update account set email = 'mei@work.example' where account_id = '${mei}'`)
    const same = await create(token, { name: 'Mei', email: 'mei.lin@consulting.example' })
    expect(same.body.conflicts).toEqual([
      { field: 'email', value: 'mei.lin@consulting.example', account_id: mei, reason: 'taken' },
    ])
    await query(
      platform(),
      `update account set email = 'mei.lin@consulting.example', search_name = 'mei lin',
        search_contacts = 'mei.lin@consulting.example' where account_id = '${mei}'`,
    )
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('the email of a member who departed, or of another organisation, is not a conflict', async () => {
    const { orgId, member } = await open(platform())
    await query(platform(), `update account set status = 'departed' where account_id = '${member.account_id}'`)
    const again = await create(await writer(orgId), { name: 'Again', email: member.email })
    expect(again.status).toBe(201)
    expect(again.body.account_id).not.toBe(member.account_id)
    const elsewhere = (await open(platform(), 3)).orgId
    expect((await create(await writer(elsewhere), { name: 'Else', email: member.email })).status).toBe(201)
  })

  test('a member is not added without contact, into an unknown department, by a member, or while dissolving', async () => {
    const { orgId, member } = await open(platform())
    const before = await stateOf(platform(), orgId)
    const token = await writer(orgId)
    const stranger = (await open(platform(), 1)).member.account_id
    const pointers = []
    for (const body of [
      { name: 'A' },
      { name: 'A', email: 'a@b.example', dept_ids: [1, 77, 99] },
      { name: 'A', email: 'a@b.example', manager_id: stranger },
    ]) {
      const answer = await create(token, body)
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
      pointers.push(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer))
    }
    expect(pointers).toEqual([['/email'], ['/dept_ids/1', '/dept_ids/2'], ['/manager_id']])
    const asMember = await platform().userToken(member.account_id, 'member:write')
    expect((await create(asMember, { name: 'A', email: 'a@b.example' })).body.code).toBe('admin_required')
    expect(await stateOf(platform(), orgId)).toEqual(before)

    await query(platform(), `update organization set status = 'dissolving' where org_id = '${orgId}'`)
    const dissolving = await create(token, { name: 'A', email: 'a@b.example' })
    expect([dissolving.status, dissolving.body.code]).toEqual([409, 'dissolution_in_progress'])
    await query(platform(), `update organization set status = 'active' where org_id = '${orgId}'`)
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('concurrent additions of one email add one member; two organisations may add a person concurrently', async () => {
    const [one, other] = [(await open(platform())).orgId, (await open(platform(), 1)).orgId]
    const tokens = [await writer(one), await writer(other)] as const
    for (let round = 0; round < 50; round++) {
      const body = { name: 'R', email: `r${round}@race.example` }
      const answers = await Promise.all([tokens[0], tokens[0], tokens[1]].map((token) => create(token, body)))
      expect(
        answers
          .slice(0, 2)
          .map(({ status }) => status)
          .sort(),
      ).toEqual([201, 409])
      expect(answers[2]?.status).toBe(201)
    }
    expect(await eventsOf(platform(), one, 'member.joined')).toHaveLength(50)
    expect(await query(platform(), `select * from identity where email like '%@race.example'`)).toHaveLength(50)
  })

  test('a list is narrowed by status, department and text, in any case, with % and _ as plain characters', async () => {
    const { orgId, member } = await open(platform())
    await create(await writer(orgId), {
      name: '100% Sure_thing!',
      email: 'sure@aster.example',
      phone: '+8613800000003',
    })
    expect(await list(orgId, 'q=TANAKA')).toEqual(['Aiko Tanaka'])
    expect(await list(orgId, 'q=anton%40')).toEqual(['Anton Berg'])
    expect(await list(orgId, 'q=138000')).toEqual(['100% Sure_thing!'])
    for (const q of ['0%25', 'e_t', 'g!']) expect(await list(orgId, `q=${q}`)).toEqual(['100% Sure_thing!'])
    for (const q of ['1%25S', 'S_re']) expect(await list(orgId, `q=${q}`)).toEqual([])
    expect(await list(orgId, 'dept_id=3')).toEqual(['Anton Berg', 'Alan Moss'])
    expect(await list(orgId, 'dept_id=3&q=moss')).toEqual(['Alan Moss'])
    expect(await list(orgId, 'status=departed')).toEqual([])
    await query(platform(), `update account set status = 'departed' where account_id = '${member.account_id}'`)
    expect(await list(orgId, 'status=departed')).toEqual([member.name])
    expect(await list(orgId, 'q=tanaka')).toEqual([])
  })

  test('pages of a list name every member once', async () => {
    const { orgId, organization } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read')
    const found: string[] = []
    let cursor = ''
    do {
      const { body } = await platform().get(`/v1.0/members?limit=2${cursor}`, token)
      found.push(...body.data.map(({ account_id }: { account_id: string }) => account_id))
      cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`
    } while (cursor !== '')
    expect(found).toEqual(organization.members.map(({ account_id }) => account_id))
  })

  test('a member who departed is still read; one who was purged, or of another organisation, is not found', async () => {
    const { orgId, member } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read')
    const read = (id: string) => platform().get(`/v1.0/members/${id}`, token)
    for (const [status, expected] of [
      ['departed', 200],
      ['purged', 404],
    ] as const) {
      await query(platform(), `update account set status = '${status}' where account_id = '${member.account_id}'`)
      expect((await read(member.account_id)).status).toBe(expected)
    }
    const stranger = (await open(platform(), 1)).member.account_id
    expect((await read(stranger)).body.code).toBe('member_not_found')
  })

  test('a change affects only the given fields, and increments the member’s revision', async () => {
    const { orgId, member, admin } = await open(platform())
    const token = await platform().userToken(admin.account_id, 'member:write')
    const revision = async () =>
      Number(
        (await query(platform(), `select revision from account where account_id = '${member.account_id}'`))[0]
          ?.revision,
      )
    const first = await update(token, member.account_id, { name: 'Renamed', external_id: 'X1' })
    expect(first.body).toMatchObject({
      name: 'Renamed',
      external_id: 'X1',
      dept_ids: [2],
      manager_id: admin.account_id,
    })
    expect(await revision()).toBe(2)
    const second = await update(token, member.account_id, { dept_ids: [4, 3], manager_id: null, external_id: null })
    expect(second.body).toMatchObject({ name: 'Renamed', external_id: null, dept_ids: [3, 4], manager_id: null })
    expect(await revision()).toBe(3)
    expect(await auditOf(platform(), orgId, 'members.update')).toMatchObject([
      { before: { name: member.name }, after: { name: 'Renamed' } },
      { before: { dept_ids: [2] }, after: { dept_ids: [3, 4] } },
    ])
  })

  test('an impossible change is refused, and nothing changes', async () => {
    const { orgId, member, named, frozen } = await open(platform())
    const token = await writer(orgId)
    const departed = named('Alan').account_id
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    await update(token, frozen.account_id, { external_id: 'taken' })
    const before = await stateOf(platform(), orgId)
    const own = member.account_id
    const asMember = await platform().userToken(own, 'member:write')
    const stranger = (await open(platform(), 1)).member.account_id
    const codes = []
    for (const [by, accountId, body] of [
      [token, own, { manager_id: own }],
      [token, own, { manager_id: departed }],
      [token, own, { dept_ids: [99] }],
      [token, own, { external_id: 'taken', name: 'Half' }],
      [token, departed, { name: 'Gone' }],
      [token, stranger, { name: 'Other' }],
      [asMember, own, { name: 'Self' }],
    ] as const) {
      const answer = await update(by, accountId, body)
      codes.push(answer.body.errors?.[0].pointer ?? answer.body.code)
    }
    expect(codes).toEqual([
      '/manager_id',
      '/manager_id',
      '/dept_ids/0',
      'member_exists',
      'already_departed',
      'member_not_found',
      'admin_required',
    ])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })
})
