import { expect, test } from 'vitest'
import { expectRefused, opened } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'
import { leave } from './support.ts'

onEachStore((platform) => {
  async function world() {
    const it = await opened(platform())
    const token = await platform().appToken(it.orgId, 'org:policy:write', 'org:write', 'member:write')
    const set = (body: object) => platform().call('PATCH', '/v1.0/organization/policies', { token, body })
    const department = async (parent_dept_id: number): Promise<number> =>
      (await platform().post('/v1.0/departments', token, { name: 'Team', parent_dept_id })).body.dept_id
    const place = (...dept_ids: number[]) =>
      platform().call('PATCH', `/v1.0/members/${it.member.account_id}`, { token, body: { dept_ids } })
    const leaves = () => leave(platform(), it.member.account_id)
    const refused = () => expectRefused(platform(), it.orgId, [409, 'approval_required'], leaves)
    const interns = await department(1)
    return { ...it, set, place, refused, leaves, interns, beneath: await department(interns) }
  }

  test('S71: only members of the named departments, or beneath them, leave without an approval', async () => {
    const it = await world()
    await it.set({ instant_leave: 'only_departments', instant_leave_dept_ids: [it.interns] })
    await it.place(1)
    await it.refused()
    // The strictest of several departments counts.
    await it.place(2, it.interns)
    await it.refused()
    await it.place(it.interns, it.beneath)
    expect((await it.leaves()).status).toBe(201)
  })

  test('S71: all but members of the excepted departments, and of those beneath, leave without an approval', async () => {
    const it = await world()
    await it.set({ instant_leave: 'except_departments', instant_leave_dept_ids: [it.interns] })
    for (const place of [[it.interns], [it.beneath], [2, it.beneath]]) {
      await it.place(...place)
      await it.refused()
    }
    await it.place(2)
    expect((await it.leaves()).status).toBe(201)
  })

  test('S71: the departments decide about deregistering and offboarding oneself, too', async () => {
    const it = await world()
    const { account_id, password } = it.admin
    await it.role(it.named('Alan').account_id, 'admin')
    const token = await platform().userToken(account_id, 'account:deregister', 'member:offboard')
    const deregister = () => platform().post('/v1.0/me/deregister', token, { confirm: true, password })
    await it.set({ instant_leave: 'except_departments', instant_leave_dept_ids: [1] })
    await expectRefused(platform(), it.orgId, [409, 'approval_required'], () => it.offboard(account_id, {}, token))
    await expectRefused(platform(), it.orgId, [409, 'approval_required'], deregister)
    await it.set({ instant_leave: 'only_departments', instant_leave_dept_ids: [1] })
    await expectRefused(platform(), it.orgId, [403, 'own_case'], () => it.offboard(account_id, {}, token))
    expect((await deregister()).status).toBe(200)
  })
})
