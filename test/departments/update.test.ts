import { expect, test } from 'vitest'
import { auditOf, eventsOf, stateOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS, sideBySide } from '../support/rounds.ts'
import { opened } from './departments.ts'

onEachStore((platform) => {
  test('S105: a department is read, renamed, moved with what is below it, and told with the changed fields', async () => {
    const { orgId, create, read, update } = await opened(platform())
    const [above, below] = [await create({ name: 'Quality' }), await create({ name: 'Tests', parent_dept_id: 2 })]
    expect((await update(below, { name: 'Trials', parent_dept_id: above })).status).toBe(200)
    expect((await update(above, { parent_dept_id: 3 })).body).toMatchObject({ dept_id: above, parent_dept_id: 3 })
    expect((await read(below)).body).toEqual({
      dept_id: below,
      name: 'Trials',
      parent_dept_id: above,
      head_id: null,
      status: 'active',
    })
    expect((await update(below, { name: 'Trials' })).status).toBe(200)
    expect((await eventsOf(platform(), orgId)).map(({ type, data }) => [type, data.dept_id, data.changes])).toEqual([
      ['department.created', above, undefined],
      ['department.created', below, undefined],
      [
        'department.updated',
        below,
        { name: { before: 'Tests', after: 'Trials' }, parent_dept_id: { before: 2, after: above } },
      ],
      ['department.updated', above, { parent_dept_id: { before: 1, after: 3 } }],
    ])
    expect(await auditOf(platform(), orgId, 'departments.update')).toMatchObject([
      { target_id: String(below), before: { name: 'Tests' }, after: { name: 'Trials' } },
      { target_id: String(above), before: { parent_dept_id: 1 }, after: { parent_dept_id: 3 } },
    ])
  })

  test('S105: a head is set, replaced and cleared; one who is restricted, departed or a stranger is refused', async () => {
    const { orgId, admin, member, frozen, update } = await opened(platform())
    for (const head_id of [admin.account_id, member.account_id, null]) {
      expect((await update(4, { head_id })).body.head_id).toBe(head_id)
    }
    const stranger = platform().member(platform().organization(1).org_id, 'member').account_id
    const before = await stateOf(platform(), orgId)
    for (const head_id of [frozen.account_id, stranger, 'acct_nobody']) {
      const { status, body } = await update(4, { name: 'New', head_id })
      expect([status, body.errors[0].pointer]).toEqual([400, '/head_id'])
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('S105: a department moves neither below itself nor too deep, and the root does not move', async () => {
    const { orgId, create, update, read } = await opened(platform())
    const chain = [await create({ name: 'Level 2' })]
    while (chain.length < 49) chain.push(await create({ name: 'Deeper', parent_dept_id: chain.at(-1) as number }))
    const [top = 0, bottom = 0] = [chain[0], chain.at(-1)]
    const before = await stateOf(platform(), orgId)
    const refusals: [number, object, string][] = [
      [top, { parent_dept_id: top }, 'neither the department itself nor below it'],
      [top, { parent_dept_id: bottom }, 'neither the department itself nor below it'],
      [top, { parent_dept_id: 2 }, '50 levels'],
      [2, { parent_dept_id: bottom }, '50 levels'],
      [2, { parent_dept_id: 999 }, 'a department of the organisation'],
    ]
    for (const [id, body, detail] of refusals) {
      const answer = await update(id, body)
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/parent_dept_id'])
      expect(answer.body.errors[0].detail).toContain(detail)
    }
    const deeper = { token: (await opened(platform())).token, body: { name: 'Level 51', parent_dept_id: bottom } }
    expect((await platform().call('POST', '/v1.0/departments', deeper)).status).toBe(400)
    expect((await update(1, { parent_dept_id: 2 })).body.code).toBe('root_department')
    expect((await update(999, { name: 'None' })).body.code).toBe('department_not_found')
    expect((await read(999)).body.code).toBe('department_not_found')
    expect(await stateOf(platform(), orgId)).toEqual(before)
    expect((await update(1, { name: 'All' })).status).toBe(200)
  })

  test('S105: a member changes no department', async () => {
    const { orgId, member, update, remove, preview } = await opened(platform())
    const token = await platform().userToken(member.account_id, 'org:write')
    const before = await stateOf(platform(), orgId)
    for (const { body } of [
      await update(2, { name: 'Mine' }, token),
      await remove(4, 3, token),
      await preview(4, 3, token),
    ]) {
      expect(body.code).toBe('admin_required')
    }
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })

  test('S105: of two moves below each other at the same time, exactly one succeeds and there is no circle', async () => {
    const { create, read, update } = await opened(platform())
    await sideBySide(ROUNDS, async (round) => {
      const [one, other] = [await create({ name: 'One' }), await create({ name: 'Other' })]
      const answers = await atOnce(
        round,
        () => update(one, { parent_dept_id: other }),
        () => update(other, { parent_dept_id: one }),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
      const parents = [(await read(one)).body.parent_dept_id, (await read(other)).body.parent_dept_id]
      expect(parents.filter((parent) => parent === 1)).toHaveLength(1)
    })
  })
})
