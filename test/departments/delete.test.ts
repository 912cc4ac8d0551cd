import { expect, test } from 'vitest'
import { addMembers } from '../support/big-organization.ts'
import { query } from '../support/database.ts'
import { recorded } from '../support/departures.ts'
import { auditOf, eventsOf, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { opened } from './departments.ts'

onEachStore((platform) => {
  test('S106: an empty department is deleted, and its number is never given again', async () => {
    const { orgId, create, read, remove, deletion } = await opened(platform())
    const id = await create({ name: 'Short-lived' })
    const { status, body } = await remove(id)
    expect([status, body]).toMatchObject([
      200,
      { dept_id: id, name: 'Short-lived', move_to: null, status: 'completed', moved: 0, named_by: [] },
    ])
    expect((await read(id)).body.code).toBe('department_not_found')
    expect((await deletion(id)).body).toEqual(body)
    expect((await remove(id)).body.code).toBe('department_not_found')
    expect(await create({ name: 'Next' })).toBe(id + 1)
    expect((await eventsOf(platform(), orgId)).map(({ type }) => type)).toEqual([
      'department.created',
      'department.deleted',
      'department.created',
    ])
  })

  test('S106: a department that is not empty is refused with counts, as the preview tells, and nothing changes', async () => {
    const { orgId, create, remove, preview } = await opened(platform())
    await create({ name: 'Below', parent_dept_id: 4 })
    const before = await stateOf(platform(), orgId)
    const contents = { members: 1, departments: 1, associations: 1, invitations: 0 }
    expect((await preview(4)).body).toMatchObject({ contents, blockers: [{ code: 'department_not_empty' }] })
    expect((await preview(4, 3)).body).toMatchObject({ contents, move_to: 3, blockers: [] })
    expect((await remove(4)).body).toMatchObject({ status: 409, code: 'department_not_empty', contents })
    expect((await remove(1, 2)).body.code).toBe('root_department')
    expect((await preview(1, 2)).body.blockers).toMatchObject([{ code: 'root_department' }])
    for (const moveTo of [4, 5, 999]) {
      const answer = await remove(4, moveTo)
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/move_to'])
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('S106: everything in a department moves to the named one, on both sides, and each thing is told once', async () => {
    const { orgId, named, create, join, deptIds, remove } = await opened(platform())
    const association = platform().association('downstream')
    const child = await create({ name: 'Below', parent_dept_id: 4 })
    const both = await join('both', [3, 4])
    const gone = await join('gone', [4])
    const offboarder = await platform().appToken(orgId, 'member:offboard')
    const leaving = { account_id: gone, reason_code: 'other' }
    expect((await platform().post('/v1.0/offboardings', offboarder, leaving)).status).toBe(201)
    const invite = { associated_org_id: platform().organization(3).org_id, type: 'partner', dept_id: 4 }
    const inviter = await platform().appToken(orgId, 'org:association:write')
    expect((await platform().post('/v1.0/association-invitations', inviter, invite)).status).toBe(201)
    const since = (await recorded(platform(), orgId)).length

    const { status, body } = await remove(4, 3)
    expect([status, body]).toMatchObject([
      200,
      { status: 'completed', moved: 5, contents: { members: 2, departments: 1, associations: 1, invitations: 1 } },
    ])
    const amara = named('Amara').account_id
    expect([await deptIds(amara), await deptIds(both)]).toEqual([[3], [3]])
    const stored = await query(platform(), `select * from account_department where org_id = '${orgId}' and dept_id = 4`)
    expect(stored).toEqual([])
    const told = (await recorded(platform(), orgId)).slice(since).map(({ type, data }) => [type, data])
    expect(told).toMatchObject([
      ['member.updated', { account_id: amara, changes: { dept_ids: { before: [4], after: [3] } } }],
      ['member.updated', { account_id: both, changes: { dept_ids: { before: [3, 4], after: [3] } } }],
      [
        'organization.association.updated',
        { association_id: association.association_id, changes: { dept_id: { before: 4, after: 3 } } },
      ],
      ['department.updated', { dept_id: child, changes: { parent_dept_id: { before: 4, after: 3 } } }],
      ['department.deleted', { dept_id: 4, move_to: 3, moved: 5 }],
    ])
    const others = await recorded(platform(), association.associated_org_id, 'organization.association.updated')
    expect(others).toMatchObject([
      { data: { type: 'upstream', changes: { associated_dept_id: { before: 4, after: 3 } } } },
    ])
    const unlinker = await platform().appToken(orgId, 'org:unlink')
    const unlink = { dept_id: 3, associated_org_id: association.associated_org_id }
    expect((await platform().post('/v1.0/organization/unlink', unlinker, unlink)).status).toBe(200)
    expect(
      (await auditOf(platform(), orgId, 'departments.delete')).map(({ target_id }) => target_id).toSorted(),
    ).toEqual(['4', String(child), amara, association.association_id, both].toSorted())
  })

  test('S106: a large department is emptied page by page, with progress; meanwhile nothing is added, moved or deleted', async () => {
    const { orgId, create, read, remove, deletion } = await opened(platform())
    const id = await create({ name: 'Large' })
    await addMembers(platform(), orgId, 250)
    await query(
      platform(),
      `update account_department set dept_id = ${id} where org_id = '${orgId}' and account_id in
        (select account_id from account where org_id = '${orgId}' and name like 'Member %')`,
    )
    const first = await remove(id, 2)
    expect([first.status, first.body]).toMatchObject([
      202,
      { status: 'running', contents: { members: 250 }, completed_at: null },
    ])
    expect(first.body.moved).toBe(100)
    await platform().advance('PT1S')
    expect((await deletion(id)).body).toMatchObject({ status: 'completed', moved: 250 })
    expect((await read(id)).status).toBe(404)
    const events = await recorded(platform(), orgId, 'member.updated', 'department.deleted')
    expect(events).toHaveLength(251)
    expect(events.at(-1)).toMatchObject({ type: 'department.deleted', data: { moved: 250 } })
    const [{ n } = { n: 0 }] = await query(
      platform(),
      `select count(*) as n from account_department where org_id = '${orgId}' and dept_id = 2`,
    )
    expect(Number(n)).toBeGreaterThanOrEqual(250)
  })

  test('S106: while a department is being deleted, nothing is put into it or below it, and no department moves', async () => {
    const { orgId, named, create, read, update, remove, preview, token } = await opened(platform())
    const id = await create({ name: 'Large' })
    const below = await create({ name: 'Below', parent_dept_id: id })
    await query(platform(), `update department set deletion_id = 'dpd_1' where org_id = '${orgId}' and dept_id = ${id}`)
    const before = await stateOf(platform(), orgId)
    expect((await read(id)).body.status).toBe('deleting')
    expect((await update(4, { parent_dept_id: 3 })).body.code).toBe('department_deletion_running')
    expect((await update(id, { name: 'Still here' })).body.code).toBe('department_deletion_running')
    expect((await remove(4, 3)).body.code).toBe('department_deletion_running')
    expect((await preview(4, 3)).body.blockers).toMatchObject([{ code: 'department_deletion_running' }])
    const { account_id } = named('Aiko')
    const into = { token, body: { dept_ids: [id] } }
    const answers = [
      await platform().call('PATCH', `/v1.0/members/${account_id}`, into),
      await platform().post('/v1.0/departments', token, { name: 'In it', parent_dept_id: id }),
      await platform().post('/v1.0/departments', token, { name: 'Below it', parent_dept_id: below }),
    ]
    for (const answer of answers) {
      expect([answer.status, answer.body.errors?.[0].detail]).toEqual([400, expect.stringContaining('being deleted')])
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('S106: a deletion gives nobody an instant leave: an exception follows the members, a permission ends', async () => {
    const { orgId, create, join, remove, preview } = await opened(platform())
    const token = await platform().appToken(orgId, 'org:read', 'org:policy:write')
    const set = (body: object) => platform().call('PATCH', '/v1.0/organization/policies', { token, body })
    const read = async () => (await platform().get('/v1.0/organization/policies', token)).body
    const [one, two] = [await create({ name: 'One' }), await create({ name: 'Two' })]
    await join('interna', [one])
    await join('internb', [two])
    expect((await set({ instant_leave: 'except_departments', instant_leave_dept_ids: [one] })).status).toBe(200)
    expect((await preview(one, 2)).body.named_by).toEqual(['instant_leave'])
    expect((await remove(one, 2)).body).toMatchObject({ status: 'completed', named_by: ['instant_leave'] })
    expect(await read()).toMatchObject({ instant_leave: 'except_departments', instant_leave_dept_ids: [2] })
    await set({ instant_leave: 'only_departments', instant_leave_dept_ids: [two] })
    expect((await remove(two, 2)).status).toBe(200)
    expect(await read()).toMatchObject({ instant_leave: 'nobody', instant_leave_dept_ids: [] })
    expect((await recorded(platform(), orgId, 'organization.policies_changed')).at(-1)?.data).toEqual(await read())
  })
})
