import { afterEach, expect, test, vi } from 'vitest'
import { registered } from '../support/accounts.ts'
import { advanceTo, DAY, freeze } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  afterEach(() => void vi.useRealTimers())

  const hold = { by_kind: ['document', 'calendar'].map((kind) => ({ kind, action: 'hold' })) }

  test('S26: until the last millisecond of 30 days a departed member is restored, with a new start', async () => {
    freeze()
    const { orgId, member, admin, departed, departure, restore, resources, readMember } = await opened(platform())
    const { account_id } = member
    const before = await platform().userToken(account_id, 'account:read')
    const departureId = await departed(account_id, { handover: hold })
    const { restorable_until, departed_at } = await departure(departureId)
    expect(Date.parse(restorable_until) - Date.parse(departed_at)).toBe(30 * DAY)
    await advanceTo(platform(), Date.parse(restorable_until) - 1)
    const byAdmin = await platform().userToken(admin.account_id, 'member:restore')
    const answer = await restore(departureId, { dept_ids: [4, 2] }, byAdmin)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      departure_id: departureId,
      account_id,
      dept_ids: [4, 2],
      resources: 2,
      not_restored: [],
      references: { status: 'completed', given_back: 0, left: 0 },
      restored_at: new Date(Date.parse(restorable_until) - 1).toISOString(),
      accepted_at: expect.any(String),
    })
    expect(await departure(departureId)).toMatchObject({ status: 'restored', restored_at: answer.body.restored_at })
    expect(await readMember(account_id)).toMatchObject({ status: 'active', role: 'member', dept_ids: [2, 4] })
    expect((await resources(account_id)).map(({ status }) => status)).toEqual(['owned', 'owned'])
    // Tokens from before the departure stay invalid after the restore.
    expect((await platform().get('/v1.0/me', before)).status).toBe(401)
    const after = await platform().userToken(account_id, 'account:read')
    expect((await platform().get('/v1.0/me', after)).status).toBe(200)
    expect((await platform().get('/v1.0/me/notifications', after)).body.data[0].type).toBe('account.restored')
    expect((await recorded(platform(), orgId, 'member.restored')).map(({ data }) => data)).toEqual([
      {
        departure_id: departureId,
        account_id,
        external_id: null,
        restored: { resources: 2, dept_ids: [4, 2] },
        not_restored: [],
      },
    ])
    expect(await auditOf(platform(), orgId, 'departures.restore')).toMatchObject([{ target_id: account_id }])
    // The scheduled purge does not happen.
    await platform().advance('P2D')
    expect(await resources(account_id)).toHaveLength(2)
    expect(await recorded(platform(), orgId, 'member.purged')).toEqual([])
    await expectGapless(platform())
  })

  test('S29: after 30 days a departure is purged and can’t be undone', async () => {
    freeze()
    const { orgId, member, departed, departure, restore, previewRestore } = await opened(platform())
    const departureId = await departed(member.account_id, { handover: hold })
    await advanceTo(platform(), Date.parse((await departure(departureId)).restorable_until))
    expect(await departure(departureId)).toMatchObject({ status: 'purged', restored_at: null })
    const refusal: [number, string] = [410, 'restore_window_expired']
    await expectRefused(platform(), orgId, refusal, () => restore(departureId))
    await expectRefused(platform(), orgId, refusal, () => previewRestore(departureId))
    expect((await recorded(platform(), orgId, 'member.purged')).map(({ data }) => data)).toEqual([
      { departure_id: departureId, account_id: member.account_id, external_id: null, resources: 2 },
    ])
  })

  test('S27: not the person, a member, or an administrator of another organisation', async () => {
    const { orgId, member, named, departed, restore, previewRestore } = await opened(platform())
    const { account_id } = named('Mei')
    const own = await platform().userToken(account_id, 'member:restore')
    const departureId = await departed(account_id)
    for (const request of [restore, previewRestore] as const) {
      const as = (token: string) => () =>
        request === restore ? restore(departureId, {}, token) : previewRestore(departureId, token)
      await expectRefused(platform(), orgId, [401, 'token_revoked'], as(own))
      const other = await platform().userToken(member.account_id, 'member:restore')
      await expectRefused(platform(), orgId, [403, 'admin_required'], as(other))
      const birch = await opened(platform(), 1)
      for (const { account_id: id } of [birch.admin, birch.founder]) {
        const foreign = await platform().userToken(id, 'member:restore')
        await expectRefused(platform(), orgId, [404, 'departure_not_found'], as(foreign))
      }
      // The same person in the other organisation.
      const elsewhere = await platform().userToken(birch.named('Mei').account_id, 'member:restore')
      await expectRefused(platform(), orgId, [403, 'admin_required'], as(elsewhere))
      await expectRefused(platform(), orgId, [404, 'departure_not_found'], as(birch.token))
    }
  })

  test('S27: an administrator who departed does not restore themselves', async () => {
    const { orgId, admin, named, role, departed, restore } = await opened(platform())
    await role(named('Alan').account_id, 'admin')
    const own = await platform().userToken(admin.account_id, 'member:restore')
    const departureId = await departed(admin.account_id)
    await expectRefused(platform(), orgId, [401, 'token_revoked'], () => restore(departureId, {}, own))
  })

  test('S28: transferred and deleted resources, departments and the role do not come back; held resources do', async () => {
    const { orgId, admin, named, role, register, resources, departed, restore, previewRestore, resource, readMember } =
      await opened(platform())
    const other = named('Alan').account_id
    await role(other, 'admin')
    const [note] = await register(admin.account_id, 'note', 1)
    const [survey] = await register(admin.account_id, 'survey', 1)
    const group = (await resources(admin.account_id)).find(({ kind }) => kind === 'group').resource_id
    const departureId = await departed(admin.account_id, {
      handover: {
        recipient_id: other,
        by_kind: [
          { kind: 'note', action: 'hold' },
          { kind: 'survey', action: 'delete' },
        ],
      },
    })
    const lost = [
      { type: 'resource', id: group, reason: 'transferred' },
      { type: 'resource', id: survey, reason: 'deleted' },
      { type: 'department', id: '3', reason: 'department_lost' },
      { type: 'role', id: 'admin', reason: 'role_lost' },
    ]
    const preview = await previewRestore(departureId)
    expect([preview.status, preview.body.resources, preview.body.conflicts]).toEqual([200, 1, []])
    expect(preview.body.not_restored).toEqual(expect.arrayContaining(lost))
    expect(preview.body.not_restored).toHaveLength(4)
    const answer = await restore(departureId)
    expect(answer.body).toMatchObject({ resources: 1, dept_ids: [1], not_restored: preview.body.not_restored })
    expect(await readMember(admin.account_id)).toMatchObject({ role: 'member', dept_ids: [1] })
    expect((await resource(String(note))).body).toMatchObject({ owner_id: admin.account_id, status: 'owned' })
    expect((await resource(group)).body).toMatchObject({ owner_id: other, status: 'owned' })
    expect((await resource(String(survey))).status).toBe(404)
    const [event] = await recorded(platform(), orgId, 'member.restored')
    expect(event.data.not_restored).toEqual(preview.body.not_restored)
  })

  test('S30: the departure of a personal account can’t be undone', async () => {
    const { orgId, restore, previewRestore } = await opened(platform())
    const { account_id } = await registered(platform(), { email: 'gone@personal.example' })
    const token = await platform().userToken(account_id, 'account:deregister')
    const body = { confirm: true, password: 'a good long password' }
    const { body: gone, status } = await platform().post('/v1.0/me/deregister', token, body)
    expect([status, gone.kind]).toEqual([200, 'personal'])
    const refusal: [number, string] = [410, 'account_not_restorable']
    await expectRefused(platform(), orgId, refusal, () => restore(gone.departure_id))
    await expectRefused(platform(), orgId, refusal, () => previewRestore(gone.departure_id))
  })

  test('where rules meet: a restore against a reused email names every conflict', async () => {
    const { orgId, member, token, create, departed, restore, previewRestore } = await opened(platform())
    const { account_id, email } = member
    const path = `/v1.0/members/${account_id}`
    await platform().call('PATCH', path, { token, body: { external_id: 'E1' } })
    await query(platform(), `update account set phone = '+8613800000077' where account_id = '${account_id}'`)
    const departureId = await departed(account_id)
    const first = await create({ name: 'Reused', email, external_id: 'E1', new_person: true })
    const second = await create({ name: 'Phone', phone: '+8613800000077', new_person: true })
    const conflicts = [
      { field: 'email', value: email, account_id: first, reason: 'taken' },
      { field: 'phone', value: '+8613800000077', account_id: second, reason: 'taken' },
      { field: 'external_id', value: 'E1', account_id: first, reason: 'taken' },
    ]
    expect((await previewRestore(departureId)).body.conflicts).toEqual(conflicts)
    const answer = await expectRefused(platform(), orgId, [409, 'restore_conflict'], () => restore(departureId))
    expect(answer.body.conflicts).toEqual(conflicts)
    // Nothing prevents it once the others have departed.
    await departed(first)
    await departed(second)
    expect((await previewRestore(departureId)).body.conflicts).toEqual([])
    expect((await restore(departureId)).status).toBe(200)
  })

  test('a restore into an unknown department, of an unknown departure, or a second one is refused', async () => {
    const { orgId, member, departed, restore, previewRestore } = await opened(platform())
    const departureId = await departed(member.account_id)
    const answer = await expectRefused(platform(), orgId, [400, 'invalid_request'], () =>
      restore(departureId, { dept_ids: [1, 77] }),
    )
    expect(answer.body.errors[0].pointer).toBe('/dept_ids/1')
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], () => restore('dep_none'))
    expect((await restore(departureId)).status).toBe(200)
    await expectRefused(platform(), orgId, [409, 'already_restored'], () => restore(departureId))
    await expectRefused(platform(), orgId, [409, 'already_restored'], () => previewRestore(departureId))
  })

  test('the list of departures is filtered by method and by restorability', async () => {
    const { orgId, member, named, token, departed, restore } = await opened(platform())
    const list = async (query: string) =>
      (await platform().get(`/v1.0/departures?${query}`, token)).body.data.map((one: any) => one.departure_id)
    const first = await departed(member.account_id)
    const second = await departed(named('Alan').account_id)
    const leaving = await platform().userToken(named('Mei').account_id, 'member:leave')
    const third = (await platform().post('/v1.0/leave', leaving, { confirm: true })).body.departure_id
    await restore(first)
    expect(await list('limit=50')).toEqual([first, second, third])
    expect(await list('restorable=true')).toEqual([second, third])
    expect(await list('restorable=false')).toEqual([first])
    expect(await list('method=self_leave')).toEqual([third])
    expect(await list('method=admin_offboard&restorable=true')).toEqual([second])
    const asMember = await platform().userToken(named('Amara').account_id, 'member:read')
    await expectRefused(platform(), orgId, [403, 'account_restricted'], () =>
      platform().get('/v1.0/departures', asMember),
    )
  })
})
