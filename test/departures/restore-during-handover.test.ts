import { expect, test } from 'vitest'
import { settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, opened, recorded } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

const RESOURCES = 3000

onEachStore((platform) => {
  test('a restore in the middle of a long handover ends it, with one event whose figures are true', async () => {
    const { orgId, member, admin, resources, register, departed, restore, departure, report } = await opened(platform())
    const { account_id } = member
    const before = (await resources(account_id)).length + RESOURCES
    await register(account_id, 'note', RESOURCES / 2)
    await register(account_id, 'survey', RESOURCES / 2)
    const by_kind = [{ kind: 'survey', action: 'hold' }]
    const departureId = await departed(account_id, { handover: { by_kind } })
    const restored = await restore(departureId)
    expect(restored.status).toBe(200)
    await settle(platform())

    const { handover } = await departure(departureId)
    expect(handover.status).toBe('completed')
    const { transferred, deleted, held } = handover
    expect(transferred + held, 'the restore came in the middle').toBeLessThan(before)
    expect([transferred > 0, deleted]).toEqual([true, 0])
    const { total, status } = await report(departureId, '?limit=1')
    expect([status, total]).toEqual(['completed', transferred + held])

    const completed = await recorded(platform(), orgId, 'handover.completed')
    const told = { departure_id: departureId, account_id, ...counts(handover), unavailable_recipients: [] }
    expect(completed.map(({ data }) => data)).toEqual([told])
    const events = await recorded(platform(), orgId, 'resource.transferred', 'handover.completed', 'member.restored')
    expect(events.filter(({ type }) => type === 'resource.transferred')).toHaveLength(transferred)
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['handover.completed', 'member.restored'])

    expect(await owned(orgId, account_id)).toEqual([{ status: 'owned', count: before - transferred }])
    expect(await outcomes(orgId, departureId)).toEqual(
      Object.entries({ held, transferred }).flatMap(([outcome, count]) => (count ? [{ outcome, count }] : [])),
    )
    const [given] = await query(
      platform(),
      `select count(*) as count from resource where org_id = '${orgId}' and account_id = '${admin.account_id}'
        and resource_id in (select resource_id from handover_item where departure_id = '${departureId}')`,
    )
    expect(Number(given?.count)).toBe(transferred)
    const left = await query(platform(), `select kind from due_work where org_id = '${orgId}'`)
    expect(left).toEqual([{ kind: 'event_retention' }])
    await expectGapless(platform())

    // And another departure has a handover of its own.
    await departed(account_id)
    await settle(platform())
    expect(await recorded(platform(), orgId, 'handover.completed')).toHaveLength(2)
    expect(await owned(orgId, account_id)).toEqual([])
  }, 180_000)

  const counted = async (statement: string) =>
    (await query(platform(), statement)).map(({ count, ...row }) => ({ ...row, count: Number(count) }))
  const owned = (orgId: string, accountId: string) =>
    counted(`select status, count(*) as count from resource
      where org_id = '${orgId}' and account_id = '${accountId}' group by status`)
  const outcomes = (orgId: string, departureId: string) =>
    counted(`select outcome, count(*) as count from handover_item
      where org_id = '${orgId}' and departure_id = '${departureId}' group by outcome order by outcome`)
})

const counts = ({ transferred, deleted, held }: Record<string, unknown>) => ({ transferred, deleted, held })
