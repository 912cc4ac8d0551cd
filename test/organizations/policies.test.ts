import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { auditOf, eventsOf, open, stateOf } from '../support/members.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

const DEFAULTS = {
  instant_leave: 'everyone',
  instant_leave_dept_ids: [],
  fallback_recipient_id: null,
  leaver_may_delete: false,
  reviewers: 'administrators',
  suspend_then_depart: 'never',
  suspension_hours: 24,
  restore_window_days: 30,
  receipt_deadline_hours: 24,
  reason_retention_days: null,
  record_retention_days: null,
}

async function opened(platform: Platform) {
  const organization = await open(platform)
  const token = await platform.appToken(organization.orgId, 'org:policy:write', 'org:read', 'org:write')
  return {
    ...organization,
    read: async () => (await platform.get('/v1.0/organization/policies', token)).body,
    set: (body: object, as = token) => platform.call('PATCH', '/v1.0/organization/policies', { token: as, body }),
    readLeave: async () => (await platform.get('/v1.0/organization/leave-policy', token)).body,
    setLeave: (body: object) => platform.call('PUT', '/v1.0/organization/leave-policy', { token, body }),
    createDepartment: async (body: object): Promise<number> =>
      (await platform.post('/v1.0/departments', token, body)).body.dept_id,
  }
}

onEachStore((platform) => {
  test('S70: an administrator sets policies one by one; the others stay, and every member reads them', async () => {
    const { orgId, admin, member, read, set } = await opened(platform())
    expect(await read()).toEqual(DEFAULTS)
    const token = await platform().userToken(admin.account_id, 'org:policy:write')
    const change = { restore_window_days: 60, reviewers: 'manager_and_administrator' }
    expect((await set(change, token)).body).toEqual({ ...DEFAULTS, ...change })
    const next = { suspend_then_depart: 'before_departure', suspension_hours: 48 }
    const all = { ...DEFAULTS, ...change, ...next, leaver_may_delete: true, receipt_deadline_hours: 4 }
    expect((await set({ ...next, leaver_may_delete: true, receipt_deadline_hours: 4 })).body).toEqual(all)
    const reader = await platform().userToken(member.account_id, 'org:read')
    expect((await platform().get('/v1.0/organization/policies', reader)).body).toEqual(all)
    const events = await eventsOf(platform(), orgId)
    expect(events.map(({ type }) => type)).toEqual(Array(2).fill('organization.policies_changed'))
    expect(events.at(-1)?.data).toEqual(all)
    expect(await auditOf(platform(), orgId, 'organization.setPolicies')).toMatchObject([
      { before: { restore_window_days: 30, reviewers: 'administrators' }, after: change },
      { after: { leaver_may_delete: true } },
    ])
    // An empty change, and one to the same values, is neither recorded nor told.
    expect((await set({})).body).toEqual(all)
    expect((await set(all)).body).toEqual(all)
    expect(await eventsOf(platform(), orgId)).toHaveLength(2)
  })

  test('S70: policies that were read are accepted when they are written back, also after a recipient departed', async () => {
    const { member, read, set, readLeave, setLeave } = await opened(platform())
    const untouched = await readLeave()
    expect([(await setLeave(untouched)).status, await readLeave()]).toEqual([200, untouched])
    expect((await set(await read())).status).toBe(200)
    await set({ fallback_recipient_id: member.account_id, instant_leave: 'nobody' })
    for (const condition of ['frozen', 'suspended', 'normal']) {
      await query(platform(), `update account set condition = '${condition}' where account_id = '${member.account_id}'`)
      const [policies, leave] = [await read(), await readLeave()]
      expect(leave).toEqual({ mode: 'approval', fallback_recipient_id: member.account_id })
      expect([(await set(policies)).body, (await setLeave(leave)).body]).toEqual([policies, leave])
    }
    await query(platform(), `update account set status = 'departed' where account_id = '${member.account_id}'`)
    const [policies, leave] = [await read(), await readLeave()]
    expect([policies.fallback_recipient_id, leave.fallback_recipient_id]).toEqual([null, null])
    expect([(await set(policies)).body, (await setLeave(leave)).body]).toEqual([policies, leave])
  })

  test('S71: instant leave by departments reads as the mode approval, which keeps them when it is written back', async () => {
    const { orgId, read, set, readLeave, setLeave, createDepartment } = await opened(platform())
    const dept = await createDepartment({ name: 'Interns' })
    const some = { instant_leave: 'only_departments', instant_leave_dept_ids: [dept] }
    expect((await set(some)).body).toMatchObject(some)
    expect(await readLeave()).toEqual({ mode: 'approval', fallback_recipient_id: null })
    await setLeave(await readLeave())
    expect(await read()).toMatchObject(some)
    await setLeave({ mode: 'instant' })
    expect(await read()).toEqual(DEFAULTS)
    await set({ instant_leave: 'except_departments', instant_leave_dept_ids: [dept, 1, dept] })
    expect(await read()).toMatchObject({ instant_leave: 'except_departments', instant_leave_dept_ids: [1, dept] })
    // Without its departments an exception excepts nobody.
    await set(some)
    const before = await read()
    await query(platform(), `delete from department where org_id = '${orgId}' and dept_id = ${dept}`)
    expect(await read()).toMatchObject({ instant_leave: 'nobody', instant_leave_dept_ids: [] })
    expect((await set(before)).body).toMatchObject({ instant_leave: 'nobody', instant_leave_dept_ids: [] })
    expect((await set(await read())).status).toBe(200)
  })

  test('policies that contradict each other, or that a member sets, are refused and change nothing', async () => {
    const { orgId, member, frozen, set } = await opened(platform())
    await set({ restore_window_days: 60 })
    const before = await stateOf(platform(), orgId)
    const refused: [object, string][] = [
      [{ instant_leave: 'only_departments' }, '/instant_leave_dept_ids'],
      [{ instant_leave: 'only_departments', instant_leave_dept_ids: [] }, '/instant_leave_dept_ids'],
      [{ instant_leave_dept_ids: [1] }, '/instant_leave_dept_ids'],
      [{ instant_leave: 'nobody', instant_leave_dept_ids: [1] }, '/instant_leave_dept_ids'],
      [{ instant_leave: 'except_departments', instant_leave_dept_ids: [1, 999] }, '/instant_leave_dept_ids/1'],
      [{ restore_window_days: 6 }, '/restore_window_days'],
      [{ restore_window_days: 91 }, '/restore_window_days'],
      [{ suspension_hours: 0 }, '/suspension_hours'],
      [{ receipt_deadline_hours: null }, '/receipt_deadline_hours'],
    ]
    for (const [body, pointer] of refused) {
      const answer = await set(body)
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer])
    }
    const frozenOne = await set({ fallback_recipient_id: frozen.account_id })
    expect([frozenOne.status, frozenOne.body.code]).toEqual([400, 'recipient_invalid'])
    const asMember = await platform().userToken(member.account_id, 'org:policy:write')
    expect((await set({ leaver_may_delete: true }, asMember)).body.code).toBe('admin_required')
    expect(await stateOf(platform(), orgId)).toEqual(before)
  })
})
