import { expect, test } from 'vitest'
import { auditOf, eventsOf, open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const updater = async (index = 0) => {
    const organization = await open(platform(), index)
    const token = await platform().userToken(organization.admin.account_id, 'member:write')
    const update = (accountId: string, body: object) =>
      platform().call('PATCH', `/v1.0/members/${accountId}`, { token, body })
    return { ...organization, update }
  }

  test('S104: a change of a member is told with the changed fields alone, before and after', async () => {
    const { orgId, admin, member, named, update } = await updater()
    const { account_id } = member
    const manager = named('Alan').account_id
    const body = { name: 'Aiko Mori', external_id: 'E-7', dept_ids: [4, 3], manager_id: manager }
    expect((await update(account_id, body)).status).toBe(200)
    expect((await update(account_id, { ...body, external_id: null })).status).toBe(200)
    const [first, second, ...more] = await eventsOf(platform(), orgId, 'member.updated')
    expect(more).toEqual([])
    expect(first.actor).toEqual({ type: 'user', id: admin.account_id })
    expect(first.data).toEqual({
      account_id,
      external_id: 'E-7',
      changes: {
        name: { before: 'Aiko Tanaka', after: 'Aiko Mori' },
        external_id: { before: null, after: 'E-7' },
        dept_ids: { before: [2], after: [3, 4] },
        manager_id: { before: admin.account_id, after: manager },
      },
    })
    expect(second.data).toEqual({
      account_id,
      external_id: null,
      changes: { external_id: { before: 'E-7', after: null } },
    })
  })

  test('S104: a request that changes nothing is told nobody, in no order of the departments', async () => {
    const { orgId, member, update } = await updater()
    const { account_id, name } = member
    expect((await update(account_id, { dept_ids: [4, 3] })).status).toBe(200)
    for (const body of [{}, { name }, { dept_ids: [3, 4] }, { external_id: null, name }]) {
      expect((await update(account_id, body)).status).toBe(200)
    }
    expect(await eventsOf(platform(), orgId, 'member.updated')).toHaveLength(1)
    expect(await auditOf(platform(), orgId, 'members.update')).toHaveLength(1)
  })

  test('S104: a refused change and a change of the role make no such event', async () => {
    const { orgId, founder, member, update } = await updater()
    expect((await update(member.account_id, { name: 'New', manager_id: member.account_id })).status).toBe(400)
    const token = await platform().userToken(founder.account_id, 'member:write')
    const path = `/v1.0/members/${member.account_id}/role`
    expect((await platform().call('PUT', path, { token, body: { role: 'admin' } })).status).toBe(200)
    expect(await eventsOf(platform(), orgId)).toMatchObject([{ type: 'member.role_changed' }])
  })

  test('S104: a new name of the organisation is told once, and the same name is not', async () => {
    const { orgId, organization, admin } = await open(platform(), 1)
    const token = await platform().userToken(admin.account_id, 'org:write')
    for (const name of ['Birch & Sons', 'Birch & Sons', organization.name]) {
      expect((await platform().call('PATCH', '/v1.0/organization', { token, body: { name } })).status).toBe(200)
    }
    const events = await eventsOf(platform(), orgId, 'organization.updated')
    expect(events.map(({ data }) => data)).toEqual([
      { changes: { name: { before: organization.name, after: 'Birch & Sons' } } },
      { changes: { name: { before: 'Birch & Sons', after: organization.name } } },
    ])
  })
})
