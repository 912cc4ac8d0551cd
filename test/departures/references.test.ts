import { expect, test } from 'vitest'
import { DAY, fromNow, settle } from '../support/clock.ts'
import { query, rows } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

/** A member who is the manager of two, the head of a department, the fallback recipient, and named by an offboarding. */
async function referredTo(platform: Platform) {
  const own = await opened(platform)
  const { orgId, admin, create, offboard } = own
  const leaver = await create({ name: 'Leaver', email: 'leaver@aster.example', manager_id: admin.account_id })
  const report = (name: string) => create({ name, email: `${name}@aster.example`, manager_id: leaver })
  const reports = [await report('one'), await report('two')]
  const successor = await create({ name: 'Successor', email: 'successor@aster.example' })
  const policy = await platform.appToken(orgId, 'org:policy:write', 'org:read', 'org:write')
  const department = await platform.post('/v1.0/departments', policy, { name: 'Field', head_id: leaver })
  const { dept_id } = department.body
  expect(department.status).toBe(201)
  const setPolicy = (body: object) => platform.call('PUT', '/v1.0/organization/leave-policy', { token: policy, body })
  expect((await setPolicy({ mode: 'instant', fallback_recipient_id: leaver })).status).toBe(200)
  const other = await create({ name: 'Other', email: 'other@aster.example' })
  const [thing] = await own.register(other, 'note', 1, 'thing')
  const effective_at = await fromNow(platform, DAY)
  const scheduled = await offboard(other, { effective_at, handover: { recipient_id: leaver } })
  const head = async () =>
    (await platform.get('/v1.0/departments?limit=200', policy)).body.data.find((one: any) => one.dept_id === dept_id)
      .head_id
  const fallback = async () =>
    (await platform.get('/v1.0/organization/leave-policy', policy)).body.fallback_recipient_id
  const managers = async () => Promise.all(reports.map(async (id) => (await own.readMember(id)).manager_id))
  const offboardingId = scheduled.body.offboarding_id
  return {
    ...own,
    leaver,
    reports,
    successor,
    dept_id,
    setPolicy,
    other,
    thing,
    offboardingId,
    head,
    fallback,
    managers,
  }
}

onEachStore((platform) => {
  test('S78: nobody refers to a member who departed: the manager takes the reports, the rest is cleared, and all of it is told', async () => {
    const own = await referredTo(platform())
    const { orgId, admin, leaver, reports, dept_id, head, fallback, managers, preview, departed, offboardingId } = own
    const references = [
      { role: 'manager', count: 2, subject_ids: [...reports].sort(), holder_id: admin.account_id },
      { role: 'department_head', count: 1, subject_ids: [String(dept_id)], holder_id: null },
      { role: 'fallback_recipient', count: 1, subject_ids: [orgId], holder_id: null },
      { role: 'scheduled_recipient', count: 1, subject_ids: [offboardingId], holder_id: null },
    ]
    expect((await preview({ account_id: leaver })).body.references).toEqual(references)
    const departure_id = await departed(leaver)
    expect([await managers(), await head(), await fallback()]).toEqual([
      [admin.account_id, admin.account_id],
      null,
      null,
    ])
    const events = await recorded(platform(), orgId, 'member.references_changed', 'member.updated')
    expect(
      events.filter(({ type }) => type === 'member.updated').map(({ data }) => [data.account_id, data.changes]),
    ).toEqual([...reports].sort().map((id) => [id, { manager_id: { before: leaver, after: admin.account_id } }]))
    expect(events.at(-1)?.data).toEqual({
      departure_id,
      account_id: leaver,
      external_id: null,
      cause: 'departed',
      unavailable_successor_id: null,
      references: [references[1], references[2], references[0]],
      left: [references[3]],
    })
    const [policy] = await recorded(platform(), orgId, 'organization.leave_policy_changed').then((all) => all.slice(-1))
    expect(policy.data.fallback_recipient_id).toBeNull()
    const token = await platform().userToken(admin.account_id, 'account:read')
    const told = (await platform().get('/v1.0/me/notifications', token)).body.data
    expect(
      told.filter(({ type }: any) => type === 'offboarding.recipients_departed').map(({ data }: any) => data),
    ).toEqual([
      {
        departure_id,
        account_id: leaver,
        unavailable_successor_id: null,
        offboardings: 1,
        offboarding_ids: [offboardingId],
      },
    ])
    await expectGapless(platform())
    // The choice that can't be kept is held, and not given to somebody else.
    await platform().advance('P1D')
    const { departure_id: later } = await own.offboarding(offboardingId)
    expect((await own.report(later)).data).toMatchObject([
      { resource_id: own.thing, outcome: 'held', intended_recipient_id: leaver },
    ])
    // Nor does anything name the member after the purge.
    await platform().advance('P30D')
    expect(await namesOf(platform(), orgId, leaver)).toEqual([])
  })

  test('S78: a successor takes every place, and the policy that is read can be written back', async () => {
    const own = await referredTo(platform())
    const { leaver, successor, head, fallback, managers, setPolicy, preview, departed, offboardingId } = own
    const shown = (await preview({ account_id: leaver, successor_id: successor })).body
    expect(new Set(shown.references.map(({ holder_id }: any) => holder_id))).toEqual(new Set([successor]))
    await departed(leaver, { successor_id: successor, preview_id: shown.preview_id })
    expect([await managers(), await head(), await fallback()]).toEqual([[successor, successor], successor, successor])
    expect((await setPolicy({ mode: 'instant', fallback_recipient_id: await fallback() })).status).toBe(200)
    await platform().advance('P1D')
    const { departure_id } = await own.offboarding(offboardingId)
    expect((await own.report(departure_id)).data).toMatchObject([
      { resource_id: own.thing, outcome: 'transferred', recipient_id: successor, recipient_reason: 'by_default' },
    ])
  })

  test('S78: a restore gives back what nobody has changed since, and tells what it does not', async () => {
    const own = await referredTo(platform())
    const {
      orgId,
      admin,
      leaver,
      reports,
      dept_id,
      departed,
      restore,
      previewRestore,
      head,
      fallback,
      managers,
      token,
    } = own
    const id = await departed(leaver)
    const [first] = reports
    const body = { manager_id: own.successor }
    expect((await platform().call('PATCH', `/v1.0/members/${first}`, { token, body })).status).toBe(200)
    const { references } = (await previewRestore(id)).body
    expect(references.map(({ role, count, holder_id }: any) => [role, count, holder_id])).toEqual([
      ['department_head', 1, null],
      ['fallback_recipient', 1, null],
      ['manager', 2, admin.account_id],
    ])
    const restored = await restore(id, { dept_ids: [dept_id] })
    expect([restored.status, restored.body.references]).toEqual([200, { status: 'completed', given_back: 3, left: 1 }])
    expect([await managers(), await head(), await fallback()]).toEqual([[own.successor, leaver], leaver, leaver])
    const [told] = (await recorded(platform(), orgId, 'member.references_changed')).slice(-1)
    expect(told?.data).toMatchObject({
      departure_id: id,
      cause: 'restored',
      references: [
        { role: 'department_head', holder_id: leaver },
        { role: 'fallback_recipient', holder_id: leaver },
        { role: 'manager', count: 1, subject_ids: [reports[1]], holder_id: leaver },
      ],
      left: [{ role: 'manager', count: 1, subject_ids: [first], holder_id: admin.account_id }],
    })
    // And a department in which the member is no more keeps no head.
    const again = await departed(leaver)
    expect((await restore(again)).body.references).toMatchObject({ left: 1 })
    expect(await head()).toBeNull()
  })

  test('S77: a successor who cannot take over is not replaced by anybody, and that is told', async () => {
    const own = await referredTo(platform())
    const { orgId, admin, leaver, successor, head, fallback, managers, offboard, offboarding, departed } = own
    const effective_at = await fromNow(platform(), DAY / 2)
    const { offboarding_id } = (await offboard(leaver, { effective_at, successor_id: successor })).body
    expect((await offboarding(offboarding_id)).successor_id).toBe(successor)
    const gone = await departed(successor)
    const [named] = await recorded(platform(), orgId, 'member.references_changed')
    expect(named?.data).toMatchObject({
      departure_id: gone,
      left: [{ role: 'scheduled_recipient', count: 1, subject_ids: [offboarding_id] }],
    })
    await platform().advance('PT12H')
    expect((await offboarding(offboarding_id)).status).toBe('completed')
    expect([await managers(), await head(), await fallback()]).toEqual([[null, null], null, null])
    const [told] = (await recorded(platform(), orgId, 'member.references_changed')).slice(-1)
    expect(told?.data).toMatchObject({ account_id: leaver, unavailable_successor_id: successor })
    expect(admin.account_id).toBeDefined()
  })

  test('S78: nobody becomes their own manager', async () => {
    const { admin, create, departed, readMember, token } = await opened(platform())
    const upper = await create({ name: 'Upper', email: 'upper@aster.example', manager_id: admin.account_id })
    const lower = await create({ name: 'Lower', email: 'lower@aster.example', manager_id: upper })
    await departed(upper, { successor_id: lower })
    expect((await readMember(lower)).manager_id).toBe(admin.account_id)
    // A circle of two.
    const one = await create({ name: 'One', email: 'one@aster.example' })
    const two = await create({ name: 'Two', email: 'two@aster.example', manager_id: one })
    await platform().call('PATCH', `/v1.0/members/${one}`, { token, body: { manager_id: two } })
    await departed(one)
    expect((await readMember(two)).manager_id).toBeNull()
  })

  test('S78: a refused successor names the place and changes nothing', async () => {
    const own = await referredTo(platform())
    const { orgId, leaver, frozen, create, departed, offboard, preview, update, offboardingId } = own
    const gone = await create({ name: 'Gone', email: 'gone@aster.example' })
    await departed(gone)
    const stranger = platform().member(platform().organization(1).org_id, 'admin').account_id
    for (const successor_id of [leaver, frozen.account_id, gone, stranger, 'acct_01a21cc5e8ec7085992fbbf522465736']) {
      const requests = [
        () => offboard(leaver, { successor_id }),
        () => preview({ account_id: leaver, successor_id }),
        () => update(offboardingId, { successor_id: successor_id === leaver ? own.other : successor_id }),
      ]
      for (const request of requests) {
        const { body } = await expectRefused(platform(), orgId, [400, 'invalid_request'], request)
        expect(body.errors).toMatchObject([{ in: 'body', pointer: '/successor_id' }])
      }
    }
    const stale = (await preview({ account_id: leaver })).body.preview_id
    const other = { preview_id: stale, successor_id: own.successor }
    await expectRefused(platform(), orgId, [409, 'preview_stale'], () => offboard(leaver, other))
  })

  test('S78: 1,200 reports get another manager in pages, and get theirs back in pages', async () => {
    const { orgId, admin, create, departed, restore } = await opened(platform())
    const leaver = await create({ name: 'Leaver', email: 'leaver@aster.example', manager_id: admin.account_id })
    await rows(platform(), (db) =>
      db
        .insertInto('account')
        .values(
          Array.from({ length: 1200 }, (_, i) => ({
            account_id: `acct_${String(i).padStart(32, '0')}`,
            identity_id: `idn_${String(i).padStart(32, '0')}`,
            kind: 'organization' as const,
            org_id: orgId,
            name: `Report ${i}`,
            role: 'member' as const,
            condition: 'normal' as const,
            status: 'active' as const,
            email: null,
            phone: null,
            external_id: null,
            manager_id: leaver,
            revision: 1,
            generation: 'gen_none',
            created_at: 1,
            accepted_at: 1,
          })),
        )
        .execute(),
    )
    const managed = async (by: string) =>
      Number(
        (
          await query(
            platform(),
            `select count(*) as n from account where org_id = '${orgId}' and manager_id = '${by}' and name like 'Report %'`,
          )
        )[0].n,
      )
    const id = await departed(leaver)
    expect(await managed(admin.account_id)).toBeGreaterThanOrEqual(250)
    await settle(platform())
    expect([await managed(leaver), await managed(admin.account_id)]).toEqual([0, 1200])
    const told = await recorded(platform(), orgId, 'member.references_changed')
    expect(told.map(({ data }) => data.references)).toEqual([
      [expect.objectContaining({ role: 'manager', count: 1200, holder_id: admin.account_id })],
    ])
    expect(told[0].data.references[0].subject_ids).toHaveLength(100)
    expect((await restore(id)).body.references.status).toBe('running')
    await settle(platform())
    expect([await managed(leaver), await managed(admin.account_id)]).toEqual([1200, 0])
    expect(await recorded(platform(), orgId, 'member.references_changed')).toHaveLength(2)
    expect(
      await query(platform(), `select kind from due_work where org_id = '${orgId}' and kind = 'references'`),
    ).toEqual([])
    await expectGapless(platform())
  }, 120_000)

  test('S78: a restore in the middle gives back what was replaced, and leaves the rest as it is', async () => {
    const { orgId, admin, create, departed, restore } = await opened(platform())
    const leaver = await create({ name: 'Leaver', email: 'leaver@aster.example', manager_id: admin.account_id })
    const reports: string[] = []
    for (let i = 0; i < 20; i++)
      reports.push(await create({ name: `R${i}`, email: `r${i}@aster.example`, manager_id: leaver }))
    const id = await departed(leaver)
    expect((await restore(id)).status).toBe(200)
    await settle(platform())
    const left = await query(
      platform(),
      `select manager_id from account where org_id = '${orgId}' and name like 'R%' and manager_id = '${leaver}'`,
    )
    expect(left).toHaveLength(20)
  }, 60_000)
})

/** The rows of living things that name an account, apart from records of what happened. */
async function namesOf(platform: Platform, orgId: string, accountId: string): Promise<unknown[]> {
  const found = []
  for (const [table, column] of [
    ['account', 'manager_id'],
    ['department', 'head_id'],
    ['organization', 'leave_fallback_recipient_id'],
    ['resource', 'account_id'],
    ['offboarding_recipient', 'account_id'],
  ]) {
    found.push(
      ...(await query(platform, `select * from ${table} where org_id = '${orgId}' and ${column} = '${accountId}'`)),
    )
  }
  return found
}
