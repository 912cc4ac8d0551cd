import { expect, test } from 'vitest'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const idsOf = (body: any, id: string): string[] => body.data.map((row: any) => row[id])

  test('members are listed by role, condition, manager, number and ids, from either end', async () => {
    const { orgId, founder, admin, frozen, named } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:write')
    const members = async (query: string) =>
      idsOf((await platform().get(`/v1.0/members?${query}`, token)).body, 'account_id')
    const { account_id } = named('Alan')
    await platform().call('PATCH', `/v1.0/members/${account_id}`, { token, body: { external_id: 'E 1' } })
    const all = await members('')
    expect(await members('order=desc')).toEqual(all.toReversed())
    expect(await members('role=admin')).toEqual([admin.account_id])
    expect(await members('role=founder&condition=normal')).toEqual([founder.account_id])
    expect(await members('condition=frozen')).toEqual([frozen.account_id])
    expect(await members(`manager_id=${admin.account_id}`)).toEqual([named('Aiko').account_id, account_id])
    expect(await members('external_id=E%201')).toEqual([account_id])
    expect(await members('external_id=e%201')).toEqual([])
    const stranger = (await open(platform(), 1)).founder.account_id
    expect(await members(`account_ids=${account_id},${stranger},${founder.account_id}`)).toEqual([
      founder.account_id,
      account_id,
    ])
    const tooMany = await platform().get(
      `/v1.0/members?account_ids=${Array.from({ length: 101 }, (_, i) => i).join(',')}`,
      token,
    )
    expect([tooMany.status, tooMany.body.errors[0].pointer]).toEqual([400, '/account_ids'])
    expect(await members('since=2099-01-01T00:00:00Z')).toEqual([])
    expect(await members('until=2099-01-01T00:00:00Z')).toEqual(all)
    const pages = []
    for (let cursor = ''; ; ) {
      const { body } = await platform().get(`/v1.0/members?order=desc&limit=2${cursor}`, token)
      pages.push(...idsOf(body, 'account_id'))
      if (body.next_cursor === null) break
      cursor = `&cursor=${body.next_cursor}`
    }
    expect(pages).toEqual(all.toReversed())
  })

  test('ordinary members find nobody who departed by a number that they may not read', async () => {
    const { orgId, member, named } = await open(platform())
    const token = await platform().appToken(orgId, 'member:write', 'member:offboard', 'member:read')
    const { account_id } = named('Alan')
    await platform().call('PATCH', `/v1.0/members/${account_id}`, { token, body: { external_id: 'E-1' } })
    await platform().post('/v1.0/offboardings', token, { account_id, reason_code: 'other' })
    const path = '/v1.0/members?status=departed&external_id=E-1'
    expect(idsOf((await platform().get(path, token)).body, 'account_id')).toEqual([account_id])
    const asMember = await platform().userToken(member.account_id, 'member:read')
    expect((await platform().get(path, asMember)).body.data).toEqual([])
  })

  test('departures and offboardings are listed by member, batch, period and search, from either end', async () => {
    const { orgId, named } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:offboard')
    const [aiko, alan, mei] = ['Aiko', 'Alan', 'Mei'].map((name) => named(name).account_id)
    const items = [aiko, alan].map((account_id) => ({ account_id, reason_code: 'other' }))
    const { batch_id } = (await platform().post('/v1.0/offboarding-batches', token, { items })).body
    await platform().advance('PT1H')
    const noon = (await platform().get('/v1.0/sandbox/clock')).body.now
    await platform().advance('PT1H')
    await platform().post('/v1.0/offboardings', token, { account_id: mei, reason_code: 'other' })
    for (const list of ['departures', 'offboardings']) {
      const find = async (query: string) =>
        idsOf((await platform().get(`/v1.0/${list}?${query}`, token)).body, 'account_id')
      expect([list, await find('order=desc')]).toEqual([list, [mei, alan, aiko]])
      expect([list, await find(`batch_id=${batch_id}`)]).toEqual([list, [aiko, alan]])
      expect([list, await find(`since=${noon}`), await find(`until=${noon}`)]).toEqual([list, [mei], [aiko, alan]])
      expect([list, await find(`account_id=${alan}`)]).toEqual([list, [alan]])
    }
    const found = await platform().get(`/v1.0/departures?q=${encodeURIComponent('MEI LÍN')}`, token)
    expect(idsOf(found.body, 'account_id')).toEqual([mei])
  })

  test('the audit log, events, notifications, associations and resources have filters of their own', async () => {
    const { orgId, named, member } = await open(platform())
    const token = await platform().appToken(
      orgId,
      ...([
        'member:read',
        'member:write',
        'audit:read',
        'event:read',
        'org:association:read',
        'resource:read',
      ] as const),
    )
    const get = async (path: string, as = token) => (await platform().get(`/v1.0/${path}`, as)).body
    const add = (name: string) =>
      platform()
        .post('/v1.0/members', token, { name, email: `${name}@people.example` })
        .then(({ body }) => body.account_id)
    const first = await add('first')
    await platform().advance('PT2H')
    const noon = (await platform().get('/v1.0/sandbox/clock')).body.now
    const second = await add('second')
    expect(idsOf(await get('audit-logs?order=asc&action=members.create'), 'target_id')).toEqual([first, second])
    expect(idsOf(await get(`audit-logs?since=${noon}&action=members.create`), 'target_id')).toEqual([second])
    expect(idsOf(await get(`audit-logs?until=${noon}&action=members.create`), 'target_id')).toEqual([first])
    const about = async (query: string) =>
      (await get(`events?${query}`)).data.map((event: any) => event.data.account_id)
    expect(await about(`account_id=${second}`)).toEqual([second])
    expect(await about(`since=${noon}&types=member.joined`)).toEqual([second])
    const all = await get('associations')
    const [one] = all.data
    expect(idsOf(await get('associations?order=desc'), 'association_id')).toEqual(
      idsOf(all, 'association_id').toReversed(),
    )
    expect(
      idsOf(await get(`associations?associated_org_id=${one.associated_org_id}&type=${one.type}`), 'association_id'),
    ).toEqual([one.association_id])
    const { account_id } = named('Aiko')
    expect(idsOf(await get(`members/${account_id}/resources?kind=calendar&status=owned`), 'kind')).toEqual(['calendar'])
    expect(idsOf(await get(`members/${account_id}/resources?order=desc`), 'kind')).toEqual(['calendar', 'document'])
    const asMember = await platform().userToken(member.account_id, 'account:read')
    expect((await get(`me/notifications?order=asc&since=${noon}`, asMember)).data).toEqual([])
  })

  test('an organisation counts its members and its open matters', async () => {
    const { orgId, member, named, frozen } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:write', 'member:offboard')
    const counts = async () => (await platform().get('/v1.0/organization/counts', token)).body
    const conditions = { normal: 5, frozen: 1, banned: 0, suspended: 0, abnormal: 0 }
    const before = await counts()
    expect(before).toEqual({
      ...{ members: { active: 6, departed: 0 }, roles: { founder: 1, admin: 1, member: 4 }, conditions, invited: 0 },
      ...{ departments: 4, associations: 2, offboardings_scheduled: 0, leave_applications_pending: 0 },
    })
    await platform().post('/v1.0/members', token, { name: 'New', email: 'new@people.example' })
    await platform().post('/v1.0/offboardings', token, { account_id: named('Alan').account_id, reason_code: 'other' })
    const now = Date.parse((await platform().get('/v1.0/sandbox/clock')).body.now)
    const effective_at = new Date(now + 86_400_000).toISOString()
    await platform().post('/v1.0/offboardings', token, {
      account_id: frozen.account_id,
      effective_at,
      reason_code: 'other',
    })
    expect(await counts()).toMatchObject({ members: { active: 6, departed: 1 }, invited: 1, offboardings_scheduled: 1 })
    const asMember = await platform().userToken(member.account_id, 'member:read')
    expect((await platform().get('/v1.0/organization/counts', asMember)).body.code).toBe('admin_required')
  })
})
