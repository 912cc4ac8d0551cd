import { expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

/** An organisation with a departed member of whom everything is held. */
async function held(platform: Platform, kinds: Record<string, number> = { note: 2, survey: 1 }) {
  const own = await opened(platform)
  const account_id = await own.create({ name: 'Leaver', email: 'leaver@aster.example' })
  const ids: Record<string, string[]> = {}
  for (const [kind, count] of Object.entries(kinds)) ids[kind] = await own.register(account_id, kind, count)
  const by_kind = Object.keys(kinds).map((kind) => ({ kind, action: 'hold' }))
  const departureId = await own.departed(account_id, { handover: { by_kind } })
  await settle(platform)
  const give = (body: object, as = own.token, headers = {}) =>
    platform.call('POST', `/v1.0/departures/${departureId}/handover`, { token: as, body, headers })
  return { ...own, account_id, ids, departureId, give }
}

onEachStore((platform) => {
  test('S76: held resources are given by resource, by kind or as a whole, to one or several recipients', async () => {
    const own = await held(platform(), { note: 3, survey: 2, calendar: 1 })
    const { orgId, admin, founder, named, account_id, ids, departureId, give, resource, report, departure } = own
    const [first, second] = ids.note ?? []
    const alan = named('Alan').account_id
    const some = await give({
      by_kind: [{ kind: 'survey', recipient_id: alan }],
      by_resource: [{ resource_id: first, recipient_id: founder.account_id }],
    })
    expect([some.status, some.body]).toMatchObject([
      200,
      { departure_id: departureId, status: 'completed', transferred: 3, held: 3, unavailable_recipients: [] },
    ])
    expect((await resource(String(second))).body).toMatchObject({ owner_id: account_id, status: 'held' })
    expect((await resource(String(first))).body).toMatchObject({ owner_id: founder.account_id, status: 'owned' })
    expect((await departure(departureId)).handover).toEqual({
      status: 'completed',
      transferred: 3,
      deleted: 0,
      held: 3,
    })

    const rest = await give({ recipient_id: admin.account_id })
    expect([rest.status, rest.body.transferred, rest.body.held]).toEqual([200, 3, 0])
    const { data, ...totals } = await report(departureId)
    expect(totals).toMatchObject({ status: 'completed', total: 6, transferred: 6, held: 0 })
    for (const item of data) {
      expect(item).toMatchObject({
        outcome: 'transferred',
        recipient_reason: 'handed_over',
        intended_recipient_id: null,
      })
      expect(Date.parse(item.handed_over_at)).toBeGreaterThan(0)
    }
    const events = await recorded(platform(), orgId, 'resource.transferred', 'handover.completed')
    const told = events.filter(({ type }) => type === 'resource.transferred')
    expect(told).toHaveLength(6)
    for (const { data } of told) {
      expect(data).toMatchObject({ departure_id: departureId, from_id: account_id, recipient_reason: 'handed_over' })
    }
    expect(
      events.filter(({ type }) => type === 'handover.completed').map(({ data }) => [data.held, data.handover_id]),
    ).toEqual([
      [6, undefined],
      [3, some.body.handover_id],
      [0, rest.body.handover_id],
    ])
    const audited = await auditOf(platform(), orgId, 'departures.handOver')
    expect(audited.map(({ target_id, before, after }) => [target_id, before, after])).toEqual([
      [departureId, { held: 6 }, expect.objectContaining({ by_kind: [{ kind: 'survey', recipient_id: alan }] })],
      [departureId, { held: 3 }, { recipient_id: admin.account_id }],
    ])
    const token = await platform().userToken(admin.account_id, 'account:read')
    const { body } = await platform().get('/v1.0/me/notifications', token)
    expect(body.data.filter(({ type }: any) => type === 'resources.received').map(({ data }: any) => data)).toEqual([
      { departure_id: departureId, handover_id: rest.body.handover_id, from_id: account_id, resources: 3 },
    ])
    await expectGapless(platform())
  })

  test('S76: nothing given away is destroyed by the purge, and the purge counts what was left', async () => {
    const { orgId, admin, departureId, give, ids, resource, departure } = await held(platform())
    expect((await give({ by_kind: [{ kind: 'note', recipient_id: admin.account_id }] })).status).toBe(200)
    await platform().advance('P30D')
    for (const id of ids.note ?? []) expect((await resource(id)).body.owner_id).toBe(admin.account_id)
    for (const id of ids.survey ?? []) expect((await resource(id)).status).toBe(404)
    expect((await departure(departureId)).status).toBe('purged')
    const [purged] = await recorded(platform(), orgId, 'member.purged')
    expect(purged.data.resources).toBe(1)
    const late = await give({ recipient_id: admin.account_id })
    expect([late.status, late.body.code]).toEqual([410, 'restore_window_expired'])
  })

  test('S76: a restore gives back what is still held, and names what was handed over', async () => {
    const { account_id, admin, departureId, give, restore, ids, resource, previewRestore } = await held(platform())
    const [given] = ids.note ?? []
    await give({ by_resource: [{ resource_id: given, recipient_id: admin.account_id }] })
    const lost = { type: 'resource', id: given, reason: 'transferred' }
    expect((await previewRestore(departureId)).body).toMatchObject({ resources: 2, not_restored: [lost] })
    expect((await restore(departureId)).body).toMatchObject({ resources: 2, not_restored: [lost] })
    expect((await resource(String(given))).body.owner_id).toBe(admin.account_id)
    for (const id of [ids.note?.[1], ids.survey?.[0]]) {
      expect((await resource(String(id))).body).toMatchObject({ owner_id: account_id, status: 'owned' })
    }
    const late = await give({ recipient_id: admin.account_id })
    expect([late.status, late.body.code]).toEqual([409, 'already_restored'])
  })

  test('S76: 1,200 held resources are given in pages, with progress; a second handover waits for the first', async () => {
    const own = await held(platform(), { note: 1200 })
    const { orgId, admin, founder, departureId, give, departure, report } = own
    const { body } = await give({ recipient_id: admin.account_id })
    expect(body).toMatchObject({ status: 'running', transferred: 250, held: 950, completed_at: null })
    const meanwhile = await give({ recipient_id: founder.account_id })
    expect([409, 200]).toContain(meanwhile.status)
    if (meanwhile.status === 409) expect(meanwhile.body.code).toBe('handover_running')
    await settle(platform())
    expect((await departure(departureId)).handover).toEqual({
      status: 'completed',
      transferred: 1200,
      deleted: 0,
      held: 0,
    })
    expect(await report(departureId, '?limit=1')).toMatchObject({ status: 'completed', transferred: 1200, held: 0 })
    const told = await recorded(platform(), orgId, 'resource.transferred')
    expect(new Set(told.map(({ data }) => data.resource_id)).size).toBe(1200)
    const left = await query(
      platform(),
      `select kind from due_work where org_id = '${orgId}' and kind = 'held_handover'`,
    )
    expect(left).toEqual([])
    await expectGapless(platform())
  }, 120_000)

  test('S76: a purge that falls due in the middle of a long handover waits for it', async () => {
    const { orgId, admin, departureId, give, departure } = await held(platform(), { note: 1200 })
    await platform().advance('P29DT23H')
    const { body } = await give({ recipient_id: admin.account_id })
    expect(body.status).toBe('running')
    await platform().advance('PT2H')
    expect((await departure(departureId)).status).toBe('purged')
    const owned = await query(
      platform(),
      `select count(*) as n from resource where org_id = '${orgId}' and kind = 'note' and account_id = '${admin.account_id}'`,
    )
    expect(Number(owned[0].n)).toBe(1200)
  }, 120_000)

  test('S76: repeating a handover changes nothing more, with the same key and without', async () => {
    const { orgId, admin, give, ids } = await held(platform())
    const body = { by_resource: ids.note?.map((resource_id) => ({ resource_id, recipient_id: admin.account_id })) }
    const headers = { 'Idempotency-Key': 'once' }
    const first = await give(body, undefined, headers)
    const again = await give(body, undefined, headers)
    expect([again.status, again.body]).toEqual([200, first.body])
    const anew = await give(body)
    expect([anew.status, anew.body.transferred, anew.body.held]).toEqual([200, 0, 1])
    expect(await recorded(platform(), orgId, 'resource.transferred')).toHaveLength(2)
  })

  test('S76: a refused handover names the place and changes nothing', async () => {
    const { orgId, account_id, admin, founder, frozen, give, ids, token, departed, create, register } = await held(
      platform(),
    )
    const [note] = ids.note ?? []
    const recipient_id = admin.account_id
    const gone = await create({ name: 'Gone', email: 'gone@aster.example' })
    const [foreign] = await register(founder.account_id, 'note', 1, 'foreign')
    await departed(gone)
    const stranger = platform().member(platform().organization(1).org_id, 'admin').account_id
    for (const unable of [account_id, frozen.account_id, gone, stranger, 'acct_01a21cc5e8ec7085992fbbf522465736']) {
      for (const body of [
        { recipient_id: unable },
        { by_kind: [{ kind: 'note', recipient_id: unable }] },
        { by_resource: [{ resource_id: note, recipient_id: unable }] },
      ]) {
        const answer = await expectRefused(platform(), orgId, [400, 'recipient_invalid'], () => give(body))
        expect(answer.body.recipient_id).toBe(unable)
      }
    }
    const places: [object, string[]][] = [
      [{}, ['']],
      [{ by_kind: [], by_resource: [] }, ['']],
      [{ by_kind: ['a', 'a'].map((kind) => ({ kind, recipient_id })) }, ['/by_kind/1/kind']],
      [
        { by_resource: [note, note].map((resource_id) => ({ resource_id, recipient_id })) },
        ['/by_resource/1/resource_id'],
      ],
      [
        { by_resource: [note, foreign].map((resource_id) => ({ resource_id, recipient_id })) },
        ['/by_resource/1/resource_id'],
      ],
    ]
    for (const [body, pointers] of places) {
      const answer = await expectRefused(platform(), orgId, [400, 'invalid_request'], () => give(body))
      expect(answer.body.errors.map(({ pointer }: any) => pointer)).toEqual(pointers)
    }
    // A resource that another recipient has received is held no more.
    expect((await give({ by_resource: [{ resource_id: note, recipient_id }] })).status).toBe(200)
    const moved = { by_resource: [{ resource_id: note, recipient_id: founder.account_id }] }
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => give(moved))
    const member = await platform().userToken(platform().member(orgId, 'member').account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => give({ recipient_id }, member))
    const other = await platform().appToken(platform().organization(1).org_id, 'member:offboard')
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], () => give({ recipient_id }, other))
    expect(token).toBeDefined()
  })

  test('S76: a recipient who departs in the middle gets no more, and what was meant for them stays held', async () => {
    const own = await held(platform(), { note: 1000 })
    const { orgId, admin, create, departed, departureId, give, departure } = own
    const recipient_id = await create({
      name: 'Recipient',
      email: 'recipient@aster.example',
      manager_id: admin.account_id,
    })
    const by = await platform().userToken(admin.account_id, 'member:offboard')
    expect((await give({ recipient_id }, by)).body.status).toBe('running')
    await departed(recipient_id)
    await settle(platform())
    const { status, transferred, held: left } = (await departure(departureId)).handover
    expect([status, transferred + left]).toEqual(['completed', 1000])
    expect(transferred).toBeGreaterThanOrEqual(250)
    const orphans = await query(
      platform(),
      `select resource_id from resource join account on account.account_id = resource.account_id
        where resource.org_id = '${orgId}' and account.status <> 'active' and resource.status <> 'held'`,
    )
    expect(orphans).toEqual([])
    const kept = await query(
      platform(),
      `select recipient_reason, intended_recipient_id, count(*) as n from handover_item
        where departure_id = '${departureId}' and outcome = 'held' group by 1, 2`,
    )
    const reason = { recipient_reason: 'recipient_unavailable', intended_recipient_id: recipient_id }
    expect(kept.map(({ n, ...row }) => [row, Number(n)])).toEqual(left === 0 ? [] : [[reason, left]])
  }, 120_000)
})
