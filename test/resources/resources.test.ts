import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, open, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const upsert = (token: string, resources: object[]) => platform().post('/v1.0/resources', token, { resources })
  const input = (external_id: string, owner_id: string, name = external_id) => ({
    external_id,
    kind: 'document',
    name,
    owner_id,
  })
  const writer = (orgId: string) => platform().appToken(orgId, 'resource:write', 'resource:read')
  const revisionOf = async (id: string) =>
    Number((await query(platform(), `select revision from account where account_id = '${id}'`))[0]?.revision)

  test('an app registers resources, changes them by its own ids, and counts the owners’ revisions up', async () => {
    const { orgId, member, admin } = await open(platform())
    const token = await writer(orgId)
    const first = await upsert(token, [input('b/1 é', member.account_id), input('a', admin.account_id)])
    expect(first.status).toBe(200)
    expect(first.body.data).toMatchObject([
      { external_id: 'b/1 é', owner_id: member.account_id, status: 'owned' },
      { external_id: 'a', owner_id: admin.account_id },
    ])
    expect([await revisionOf(member.account_id), await revisionOf(admin.account_id)]).toEqual([2, 2])

    const second = await upsert(token, [input('a', member.account_id, 'Renamed'), input('c', member.account_id)])
    const [moved, created] = second.body.data
    expect(moved).toEqual({ ...first.body.data[1], owner_id: member.account_id, name: 'Renamed' })
    expect([await revisionOf(member.account_id), await revisionOf(admin.account_id)]).toEqual([3, 3])
    expect((await platform().get(`/v1.0/resources/${created.resource_id}`, token)).body).toEqual(created)
    expect(await auditOf(platform(), orgId, 'resources.upsert')).toHaveLength(4)

    const before = await stateOf(platform(), orgId)
    expect((await upsert(token, [input('a', member.account_id, 'Renamed')])).body.data).toEqual([moved])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('an administrator registers too, and equal external ids of apps and people stay apart', async () => {
    const { orgId, admin, member } = await open(platform())
    const asAdmin = await platform().userToken(admin.account_id, 'resource:write')
    const one = await upsert(asAdmin, [input('same', member.account_id)])
    const other = await upsert(await writer(orgId), [input('same', member.account_id)])
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body.data[0].resource_id).not.toBe(other.body.data[0].resource_id)
  })

  test('500 resources are registered in one request, and 501 are refused', async () => {
    const { orgId, member } = await open(platform())
    const token = await writer(orgId)
    const many = Array.from({ length: 501 }, (_, i) => input(`r${i}`, member.account_id))
    expect((await upsert(token, many)).status).toBe(400)
    const { status, body } = await upsert(token, many.slice(1))
    expect([status, body.data.length, body.data[499].external_id]).toEqual([200, 500, 'r500'])
  })

  test('one fault refuses them all: every one is named, and nothing changes', async () => {
    const { orgId, member, named } = await open(platform())
    const departed = named('Alan').account_id
    const token = await writer(orgId)
    await upsert(token, [input('kept', departed)])
    await query(platform(), `update resource set status = 'held' where external_id = 'kept'`)
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    const stranger = (await open(platform(), 1)).member.account_id
    const before = await stateOf(platform(), orgId)
    const own = member.account_id
    const pointers = async (resources: object[]) => {
      const answer = await upsert(token, resources)
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
      return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
    }
    expect(await pointers([input('a', own), input('b', stranger), input('c', departed), input('kept', own)])).toEqual([
      '/resources/1/owner_id',
      '/resources/2/owner_id',
      '/resources/3/owner_id',
    ])
    expect(await pointers([input('a', own), input('b', own), input('a', own)])).toEqual(['/resources/2/external_id'])
    const asMember = await platform().userToken(own, 'resource:write')
    const refused = await upsert(asMember, [input('a', own)])
    expect([refused.status, refused.body.code]).toEqual([403, 'admin_required'])
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('S14: nobody moves a resource that a departed member’s handover has not reached, so it gets its one outcome', async () => {
    const { orgId, member, named } = await open(platform())
    const departed = named('Alan').account_id
    const token = await writer(orgId)
    const [resource] = (await upsert(token, [input('waiting', departed)])).body.data
    await query(platform(), `update account set status = 'departed' where account_id = '${departed}'`)
    const before = await stateOf(platform(), orgId)
    for (const [language, detail] of [
      ['en', 'must stay the same while the resource is handed over'],
      ['zh-CN', '资源正在交接，不能更改'],
    ] as const) {
      const body = { resources: [input('new', member.account_id), input('waiting', member.account_id)] }
      const answer = await platform().post('/v1.0/resources', token, body, { 'accept-language': language })
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
      expect(answer.body.errors).toMatchObject([{ pointer: '/resources/1/owner_id', detail }])
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
    expect((await platform().get(`/v1.0/resources/${resource.resource_id}`, token)).body.owner_id).toBe(departed)
  })

  test('concurrent registrations of one external id are all answered with the same resource', async () => {
    const { orgId, member, admin } = await open(platform())
    const token = await writer(orgId)
    for (let round = 0; round < 50; round++) {
      const answers = await Promise.all(
        [member, admin, member, admin].map(({ account_id }) => upsert(token, [input(`r${round}`, account_id)])),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(new Set(answers.map(({ body }) => body.data[0].resource_id)).size).toBe(1)
    }
  })

  test('a member lists and reads what they own and no more; administrators and apps see everybody’s', async () => {
    const { orgId, admin, member, named } = await open(platform())
    const other = named('Alan').account_id
    const list = (token: string, id: string) => platform().get(`/v1.0/members/${id}/resources`, token)
    const asMember = await platform().userToken(member.account_id, 'resource:read')
    const own = await list(asMember, member.account_id)
    expect(own.body.data.map(({ name }: { name: string }) => name)).toEqual(['Assembly manual', 'Shift calendar'])
    const read = (token: string, id: string) => platform().get(`/v1.0/resources/${id}`, token)
    expect((await read(asMember, own.body.data[0].resource_id)).body).toEqual(own.body.data[0])

    const asAdmin = await platform().userToken(admin.account_id, 'resource:read')
    const theirs = await list(asAdmin, other)
    expect(theirs.body.data).toHaveLength(2)
    expect((await list(await writer(orgId), other)).body).toEqual(theirs.body)
    const resourceId = theirs.body.data[0].resource_id
    expect((await read(asAdmin, resourceId)).status).toBe(200)
    const stranger = await open(platform(), 1)
    const foreign = await platform().appToken(stranger.orgId, 'resource:read')
    const codes = []
    for (const answer of [
      await list(asMember, other),
      await list(asMember, stranger.member.account_id),
      await list(asAdmin, stranger.member.account_id),
      await list(foreign, other),
      await read(asMember, resourceId),
      await read(foreign, resourceId),
    ]) {
      codes.push(answer.body.code)
    }
    expect(codes).toEqual([
      'admin_required',
      'member_not_found',
      'member_not_found',
      'member_not_found',
      'resource_not_found',
      'resource_not_found',
    ])
  })
})
