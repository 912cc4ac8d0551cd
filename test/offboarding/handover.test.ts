import { expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, opened, recorded } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S14: every resource gets one outcome, and the narrowest choice counts', async () => {
    const { orgId, admin, member, founder, named, resources, register, departed, report, resource, departure } =
      await opened(platform())
    const { account_id } = member
    const [kept, given, gone] = await register(account_id, 'note', 3)
    await register(account_id, 'survey', 2)
    const before = await resources(account_id)
    expect(before).toHaveLength(7)
    const recipient_id = named('Alan').account_id
    const departureId = await departed(account_id, {
      handover: {
        recipient_id,
        by_kind: [
          { kind: 'note', action: 'hold' },
          { kind: 'calendar', action: 'delete' },
          { kind: 'survey', action: 'transfer', recipient_id: founder.account_id },
        ],
        by_resource: [
          { resource_id: given, action: 'transfer', recipient_id: admin.account_id },
          { resource_id: gone, action: 'delete' },
        ],
      },
    })
    const found = await report(departureId)
    expect(found).toMatchObject({
      status: 'completed',
      total: 7,
      transferred: 4,
      deleted: 2,
      held: 1,
      next_cursor: null,
    })
    expect(found.data.map(({ resource_id }: any) => resource_id).sort()).toEqual(
      before.map(({ resource_id }) => resource_id).sort(),
    )
    expect((await departure(departureId)).handover).toEqual({
      status: 'completed',
      transferred: 4,
      deleted: 2,
      held: 1,
    })
    for (const { resource_id, kind, outcome, recipient_id: recipient } of found.data) {
      const expected =
        resource_id === given
          ? ['transferred', admin.account_id]
          : resource_id === gone || kind === 'calendar'
            ? ['deleted', null]
            : resource_id === kept
              ? ['held', null]
              : ['transferred', kind === 'survey' ? founder.account_id : recipient_id]
      expect([outcome, recipient]).toEqual(expected)
      const now = await resource(resource_id)
      if (outcome === 'deleted') expect([now.status, now.body.code]).toEqual([404, 'resource_not_found'])
      else
        expect(now.body).toMatchObject({
          owner_id: recipient ?? account_id,
          status: outcome === 'held' ? 'held' : 'owned',
        })
    }
    const types = ['resource.transferred', 'resource.deleted', 'handover.completed']
    const events = await recorded(platform(), orgId, 'member.departed', ...types)
    expect(events[0].type).toBe('member.departed')
    expect(events.at(-1)).toMatchObject({
      type: 'handover.completed',
      data: { departure_id: departureId, account_id, transferred: 4, deleted: 2, held: 1 },
    })
    const told = events.slice(1, -1).map(({ type, data }) => [data.resource_id, type, data.recipient_id, data.cause])
    const reported = found.data
      .filter(({ outcome }: any) => outcome !== 'held')
      .map((item: any) =>
        item.outcome === 'deleted'
          ? [item.resource_id, 'resource.deleted', undefined, 'handover']
          : [item.resource_id, 'resource.transferred', item.recipient_id, undefined],
      )
    expect(told.sort()).toEqual(reported.sort())
    // No orphan: every resource has an active owner or is held.
    expect(
      await query(
        platform(),
        `select resource.resource_id from resource join account on account.account_id = resource.account_id
          where resource.org_id = '${orgId}' and account.status <> 'active' and resource.status <> 'held'`,
      ),
    ).toEqual([])
    await expectGapless(platform())
  })

  test('S14: by default the manager takes over, else the head of a department, else the fallback, else it is held', async () => {
    const { orgId, admin, founder, frozen, named, create, register, departed, report } = await opened(platform())
    const head = named('Alan').account_id
    let made = 0
    const outcome = async (placed: object) => {
      made += 1
      const account_id = await create({ name: 'Leaver', email: `leaver${made}@aster.example`, ...placed })
      await register(account_id, 'note', 1, `of ${made}`)
      const { data } = await report(await departed(account_id))
      return [data[0].outcome, data[0].recipient_id]
    }
    const manager_id = admin.account_id
    expect(await outcome({ dept_ids: [4], manager_id })).toEqual(['transferred', manager_id])
    expect(await outcome({ dept_ids: [4] })).toEqual(['transferred', head])
    // A manager who can't take over is skipped.
    expect(await outcome({ dept_ids: [4], manager_id: frozen.account_id })).toEqual(['transferred', head])
    expect(await outcome({ dept_ids: [2] })).toEqual(['held', null])
    const token = await platform().appToken(orgId, 'org:policy:write')
    const body = { mode: 'instant', fallback_recipient_id: founder.account_id }
    expect((await platform().call('PUT', '/v1.0/organization/leave-policy', { token, body })).status).toBe(200)
    expect(await outcome({ dept_ids: [2] })).toEqual(['transferred', founder.account_id])
    expect(await outcome({ dept_ids: [4] })).toEqual(['transferred', head])
  })

  test('S14: 1,200 resources are handed over in pages, with progress and an event for each', async () => {
    const { orgId, admin, create, register, offboard, departure, report } = await opened(platform())
    const account_id = await create({ name: 'Owner', email: 'owner@aster.example', manager_id: admin.account_id })
    await register(account_id, 'document', 800)
    await register(account_id, 'calendar', 300)
    await register(account_id, 'note', 100)
    const handover = {
      by_kind: [
        { kind: 'calendar', action: 'delete' },
        { kind: 'note', action: 'hold' },
      ],
    }
    const { departure_id } = (await offboard(account_id, { handover })).body
    const counts = { transferred: 800, deleted: 300, held: 100 }
    expect((await recorded(platform(), orgId, 'member.departed'))[0].data.handover).toEqual(counts)
    const seen: any[] = []
    do seen.push((await departure(departure_id)).handover)
    while (seen.at(-1).status === 'running')
    const sums = seen.map(({ transferred, deleted, held }) => transferred + deleted + held)
    expect(sums).toEqual([...sums].sort((a, b) => a - b))
    expect(sums[0]).toBeGreaterThanOrEqual(250)
    await settle(platform())
    expect((await departure(departure_id)).handover).toEqual({ status: 'completed', ...counts })

    const items: any[] = []
    let cursor = ''
    do {
      const page = await report(departure_id, `?limit=200${cursor}`)
      expect(page).toMatchObject({ status: 'completed', total: 1200, ...counts })
      items.push(...page.data)
      cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`
    } while (cursor !== '')
    expect(new Set(items.map(({ resource_id }) => resource_id)).size).toBe(1200)
    const events = await recorded(platform(), orgId, 'resource.transferred', 'resource.deleted', 'handover.completed')
    const told = events.slice(0, -1).map(({ data }) => data.resource_id)
    expect(told).toHaveLength(1100)
    expect(new Set(told)).toEqual(
      new Set(items.filter(({ outcome }) => outcome !== 'held').map(({ resource_id }) => resource_id)),
    )
    expect(events.at(-1)).toMatchObject({ type: 'handover.completed', data: { departure_id, ...counts } })
    const left = await query(
      platform(),
      `select status, count(*) as n from resource where account_id = '${account_id}' group by status`,
    )
    expect(left.map(({ status, n }) => [status, Number(n)])).toEqual([['held', 100]])
    await expectGapless(platform())
  }, 180_000)

  test('S4: after the purge nothing is owned by the member, and the resources are not found', async () => {
    const { orgId, named, resources, departed, resource, member, token, departure } = await opened(platform())
    const { account_id } = named('Aiko')
    const owned = await resources(account_id)
    const handover = {
      by_kind: ['document', 'calendar'].map((kind) => ({ kind, action: 'hold' })),
    }
    const departureId = await departed(account_id, { handover })
    for (const { resource_id } of owned) expect((await resource(resource_id)).body.status).toBe('held')
    await platform().advance('P30D')
    for (const { resource_id } of owned) {
      const answer = await resource(resource_id)
      expect([answer.status, answer.body.code]).toEqual([404, 'resource_not_found'])
    }
    expect(await query(platform(), `select * from resource where account_id = '${account_id}'`)).toEqual([])
    expect(await query(platform(), `select * from account_department where account_id = '${account_id}'`)).toEqual([])
    expect(
      await query(
        platform(),
        `select name, email, phone, external_id, manager_id, status from account where account_id = '${account_id}'`,
      ),
    ).toEqual([{ name: '', email: null, phone: null, external_id: null, manager_id: null, status: 'purged' }])
    expect((await platform().get(`/v1.0/members/${account_id}`, token)).body.code).toBe('member_not_found')
    expect((await departure(departureId)).status).toBe('purged')
    const events = await recorded(platform(), orgId, 'resource.deleted', 'member.purged')
    expect(events).toMatchObject([
      { type: 'resource.deleted', data: { from_id: account_id, cause: 'purge' } },
      { type: 'resource.deleted', data: { from_id: account_id, cause: 'purge' } },
      { type: 'member.purged', data: { departure_id: departureId, account_id, resources: 2 } },
    ])
    expect(member.name).toBeDefined()
    await expectGapless(platform())
  })
})
