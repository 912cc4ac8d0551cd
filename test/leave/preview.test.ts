import { expect, test } from 'vitest'
import { DAY, fromNow } from '../support/clock.ts'
import { opened } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'
import { as, deregister, leave } from './support.ts'

onEachStore((platform) => {
  const world = async (index = 0) => {
    const own = await opened(platform(), index)
    const policy = await platform().appToken(own.orgId, 'org:policy:write')
    const set = async (body: object) => {
      const { status } = await platform().call('PATCH', '/v1.0/organization/policies', { token: policy, body })
      expect(status).toBe(200)
    }
    const preview = (accountId: string, body: object = {}) =>
      as(platform(), accountId, 'member:leave', 'POST', '/v1.0/leave/preview', body)
    const list = (accountId: string, id: string, query = '') =>
      as(platform(), accountId, 'member:leave', 'GET', `/v1.0/leave/preview/${id}/resources${query}`)
    const apply = (accountId: string) => {
      const body = { reason_code: 'resignation', reason_text: 'A new post.' }
      return as(platform(), accountId, 'member:leave', 'POST', '/v1.0/leave-applications', body)
    }
    return { ...own, set, preview, list, apply }
  }

  const of = (policy: 'instant' | 'approval', role: 'founder' | 'admin' | 'member') => {
    const approval = policy === 'approval' ? ['approval_required'] : []
    if (role === 'founder') {
      const first = ['founder_must_transfer']
      return [[...first, ...approval], first, [...first, ...approval]]
    }
    if (role === 'member') return [approval, [], approval]
    return [['admin_cannot_leave_instantly', ...approval], ['last_admin'], [...approval, 'last_admin']]
  }

  for (const policy of ['instant', 'approval'] as const) {
    test(`S81: the ways that a preview names as open are open, and it names what closes the others: ${policy}`, async () => {
      const { set, preview, apply, ...people } = await world()
      await set({ instant_leave: policy === 'instant' ? 'everyone' : 'nobody' })
      for (const role of ['founder', 'admin', 'member'] as const) {
        const person = people[role]
        const { status, body } = await preview(person.account_id)
        expect(status).toBe(200)
        const blockers = body.ways.map((one: any) => one.blockers.map(({ code }: { code: string }) => code))
        expect([role, blockers]).toEqual([role, of(policy, role)])
        expect(body.ways.map(({ way }: { way: string }) => way)).toEqual(['instant', 'approval', 'deregistration'])
        expect(body.ways.map((one: any) => one.is_open)).toEqual(blockers.map((codes: string[]) => codes.length === 0))
        expect(body.approval.is_required).toBe(policy === 'approval')
        const [instant, approval, deregistration] = body.ways
        // An application of the last administrator is refused when it is confirmed, and goes through until then.
        const isTaken = (one: any) => one.is_open || (one === approval && one.blockers[0].code === 'last_admin')
        const attempts: [any, () => ReturnType<typeof leave>][] = [
          [approval, () => apply(person.account_id)],
          [deregistration, () => deregister(platform(), person)],
          [instant, () => leave(platform(), person.account_id)],
        ]
        for (const [way, attempt] of attempts) {
          if (policy === 'instant' && role === 'member' && way === deregistration) continue
          const answer = await attempt()
          if (isTaken(way)) expect([way.way, answer.status]).toEqual([way.way, 201])
          else expect(answer.body).toMatchObject({ status: 409, ...way.blockers[0] })
        }
      }
    })
  }

  test('S81: somebody who is alone in their organisation is told to dissolve it, in their language', async () => {
    const personal = must(platform().data.personal_accounts[0]).account_id
    const founded = await as(platform(), personal, 'account:write', 'POST', '/v1.0/organizations', { name: 'Alone' })
    expect(founded.status).toBe(201)
    const token = await platform().userToken(founded.body.account_id, 'member:leave')
    const headers = { 'accept-language': 'zh-CN' }
    const { body } = await platform().call('POST', '/v1.0/leave/preview', { token, body: {}, headers })
    const blocker = { code: 'sole_member_must_dissolve', detail: '创建人是组织的唯一成员，请改为解散组织。' }
    expect(body.ways).toMatchObject([{ blockers: [blocker] }, { blockers: [blocker] }, { blockers: [blocker] }])
  })

  test('S81: the resources of the preview, page by page, are what leaving then does with each of them', async () => {
    const { set, preview, list, create, register, report, admin, founder, member, orgId } = await world()
    await set({ restore_window_days: 7 })
    const write = await platform().appToken(orgId, 'member:write')
    const manages = { token: write, body: { manager_id: admin.account_id } }
    await platform().call('PATCH', `/v1.0/members/${member.account_id}`, manages)
    const report1 = await create({ name: 'Report', email: 'report@aster.example', manager_id: member.account_id })
    await register(member.account_id, 'note', 3)
    await register(member.account_id, 'survey', 2)
    const handover = {
      by_kind: [
        { kind: 'note', action: 'hold' },
        { kind: 'survey', action: 'transfer', recipient_id: founder.account_id },
      ],
    }
    const { body } = await preview(member.account_id, { handover })
    const references = [{ role: 'manager', count: 1, subject_ids: [report1], holder_id: admin.account_id }]
    expect(body).toMatchObject({ restore_window_days: 7, warnings: [], creations: [], references })
    expect(Date.parse(body.restorable_until) - Date.parse(body.expires_at)).toBe(7 * DAY - DAY / 24)
    const first = (await list(member.account_id, body.preview_id, '?limit=3')).body
    const second = (await list(member.account_id, body.preview_id, `?limit=100&cursor=${first.next_cursor}`)).body
    const seen = [...first.data, ...second.data]
    expect([seen.length, second.next_cursor]).toEqual([body.total, null])
    const held = (await list(member.account_id, body.preview_id, '?outcome=held')).body.data
    expect(held).toEqual(seen.filter(({ outcome }) => outcome === 'held'))

    const left = await leave(platform(), member.account_id, { handover })
    expect(left.status).toBe(201)
    const { data } = await report(left.body.departure_id)
    const byId = (one: any, other: any) => (one.resource_id < other.resource_id ? -1 : 1)
    expect(seen.toSorted(byId)).toEqual(data.map(({ handed_over_at: _, ...item }: any) => item).toSorted(byId))
  })

  test('S81: it says who approves, and shows the open application', async () => {
    const { set, preview, apply, named, orgId } = await world()
    const [applicant, manager] = [named('Aiko').account_id, named('Alan')]
    const write = await platform().appToken(orgId, 'member:write')
    const manages = { token: write, body: { manager_id: manager.account_id } }
    await platform().call('PATCH', `/v1.0/members/${applicant}`, manages)
    const approvalOf = async () => (await preview(applicant)).body.approval
    await set({ instant_leave: 'nobody' })
    const nobody = { manager: null, application: null }
    expect(await approvalOf()).toEqual({ is_required: true, reviewers: ['administrator'], takes: 'one', ...nobody })
    for (const [reviewers, takes] of [
      ['manager_or_administrator', 'one'],
      ['manager_and_administrator', 'all'],
    ]) {
      await set({ reviewers })
      expect(await approvalOf()).toMatchObject({
        reviewers: ['manager', 'administrator'],
        takes,
        manager: { account_id: manager.account_id, name: manager.name },
      })
    }
    const { application_id } = (await apply(applicant)).body
    expect((await approvalOf()).application).toEqual({ application_id, status: 'pending' })
  })

  test('S81: it refuses the choices that leaving refuses, and shows nothing that the member is not told', async () => {
    const { set, preview, list, register, create, departed, restore, offboard, admin } = await world()
    const leaver = await create({ name: 'Back', email: 'back@aster.example' })
    const departure = await departed(leaver)
    const boss = await platform().userToken(admin.account_id, 'legal_hold:write')
    const hold = { departure_id: departure, reason: 'Case 1' }
    expect((await platform().post('/v1.0/legal-holds', boss, hold)).status).toBe(201)
    expect((await restore(departure)).status).toBe(200)
    await register(leaver, 'note', 2)
    const handover = { by_kind: [{ kind: 'note', action: 'delete' }] }
    const refused = await preview(leaver, { handover })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/handover/by_kind/0/action'])
    await set({ leaver_may_delete: true })
    const colleague = await create({ name: 'Colleague', email: 'colleague@aster.example' })
    const effective_at = await fromNow(platform(), DAY)
    expect((await offboard(colleague, { effective_at, handover: { recipient_id: leaver } })).status).toBe(201)
    expect((await offboard(leaver, { effective_at })).status).toBe(201)
    const { body } = await preview(leaver, { handover })
    expect(body.references).toEqual([])
    expect(body.inventory).toMatchObject([{ kind: 'note', outcome: 'deleted', recipient_reason: 'by_kind', count: 2 }])
    const { data } = (await list(leaver, body.preview_id)).body
    expect(data.map(({ recipient_reason }: any) => recipient_reason)).toEqual(['by_kind', 'by_kind'])
    expect(JSON.stringify(body)).not.toMatch(/off_|legal_hold|scheduled/)
  })

  test('S81: a preview is its own member’s, ends after an hour, and is stale once the result would differ', async () => {
    const { preview, list, register, member, admin } = await world()
    const { preview_id } = (await preview(member.account_id)).body
    const foreign = platform().member(platform().organization(1).org_id, 'member').account_id
    for (const other of [admin.account_id, foreign]) {
      const { status, body } = await list(other, preview_id)
      expect([status, body.code]).toEqual([404, 'preview_not_found'])
    }
    await register(member.account_id, 'note', 1)
    const stale = await list(member.account_id, preview_id)
    expect([stale.status, stale.body.code]).toEqual([409, 'preview_stale'])
    await platform().advance('PT1H')
    expect((await list(member.account_id, preview_id)).status).toBe(404)
  })
})
