import { expect, test } from 'vitest'
import { newId } from '../../packages/server/src/ids.ts'
import { rows } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** A member with things of three kinds and a choice of each sort. */
  const previewed = async () => {
    const own = await opened(platform())
    const { create, register, admin, founder, preview, token } = own
    const account_id = await create({ name: 'Leaver', email: 'leaver@aster.example', manager_id: admin.account_id })
    const [first, second, third] = await register(account_id, 'note', 4)
    await register(account_id, 'a.b-c_d', 2)
    await register(account_id, 'survey', 3)
    const handover = {
      by_kind: [
        { kind: 'survey', action: 'transfer' as const, recipient_id: founder.account_id },
        { kind: 'a.b-c_d', action: 'delete' as const },
      ],
      by_resource: [
        { resource_id: first ?? '', action: 'hold' as const },
        { resource_id: second ?? '', action: 'delete' as const },
        { resource_id: third ?? '', action: 'transfer' as const, recipient_id: founder.account_id },
      ],
    }
    const shown = (await preview({ account_id, handover })).body
    const api = platform().as(token)
    const list = (filter: object = {}) =>
      api.call('offboardings.listPreviewResources', { preview_id: shown.preview_id, ...filter })
    return { ...own, account_id, handover, shown, list, api }
  }

  test('S79: the resources of a preview, page by page, are what the departure then does with each of them', async () => {
    const { account_id, handover, shown, list, departed, report } = await previewed()
    const seen: any[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: any = await list({ limit: 2, ...(cursor && { cursor }) })
      expect(page.data.length).toBeLessThanOrEqual(2)
      seen.push(...page.data)
      cursor = page.next_cursor
    }
    expect(seen).toHaveLength(shown.total)
    expect(seen.map(({ kind }) => kind)).toEqual(seen.map(({ kind }) => kind).toSorted())
    const countOf = (filter: object) =>
      seen.filter((one) => Object.entries(filter).every(([key, value]) => one[key] === value)).length
    for (const { count, ...group } of shown.inventory) expect(countOf(group)).toBe(count)

    const { data } = await report(await departed(account_id, { handover, preview_id: shown.preview_id }))
    const byId = (one: any, other: any) => (one.resource_id < other.resource_id ? -1 : 1)
    expect(seen.toSorted(byId)).toEqual(data.map(({ handed_over_at: _, ...item }: any) => item).toSorted(byId))
  })

  test('S79: they are filtered by kind, outcome and recipient, also where single choices go against the kind', async () => {
    const { list, founder, admin } = await previewed()
    const all = (await list()).data
    const filters = [
      ...[{ kind: 'note' }, { kind: 'a.b-c_d' }, { kind: 'none' }],
      ...(['transferred', 'deleted', 'held'] as const).map((outcome) => ({ outcome })),
      ...[founder, admin].map(({ account_id }) => ({ recipient_id: account_id })),
      { kind: 'note', outcome: 'transferred' as const, recipient_id: founder.account_id },
      { outcome: 'held' as const, recipient_id: founder.account_id },
    ]
    const counts: number[] = []
    for (const filter of filters) {
      const { data, next_cursor } = await list({ ...filter, limit: 9 })
      const fits = (one: object) =>
        Object.entries(filter).every(([key, value]) => one[key as keyof typeof one] === value)
      expect([filter, data]).toEqual([filter, all.filter(fits)])
      expect(next_cursor).toBe(null)
      counts.push(data.length)
    }
    expect(counts).toEqual([4, 2, 0, 5, 3, 1, 4, 1, 1, 0])
  })

  test('S79: a page is refused once the handover would have another result, and when the preview has expired', async () => {
    const { api, account_id, admin, shown, list, register } = await previewed()
    const { preview_id } = shown
    const ask = { preview_id } as const
    await register(account_id, 'note', 1, 'new')
    expect(await api.refused('offboardings.listPreviewResources', ask)).toEqual([409, 'preview_stale'])
    const again = await api.call('offboardings.preview', { account_id })
    const page = await api.call('offboardings.listPreviewResources', { preview_id: again.preview_id, limit: 1 })
    expect(page.data[0]).toMatchObject({ recipient_id: admin.account_id, recipient_reason: 'manager' })
    await platform().advance('PT1H')
    const expired = { preview_id: again.preview_id }
    expect(await api.refused('offboardings.listPreviewResources', expired)).toEqual([404, 'preview_not_found'])
    await expect(list({ cursor: page.next_cursor ?? '' })).rejects.toThrow()
  })

  test('S79: members who are not administrators see no preview, and other organisations find none', async () => {
    const { shown, member } = await previewed()
    const ask = { preview_id: shown.preview_id }
    const as = async (accountId: string) => platform().as(await platform().userToken(accountId, 'member:offboard'))
    const own = await as(member.account_id)
    expect(await own.refused('offboardings.listPreviewResources', ask)).toEqual([403, 'admin_required'])
    const other = await as(platform().member(platform().organization(1).org_id, 'admin').account_id)
    expect(await other.refused('offboardings.listPreviewResources', ask)).toEqual([404, 'preview_not_found'])
  })

  test('S79: a hundred thousand resources are previewed and paged, each of them once', async () => {
    const { orgId, create, preview, token, admin } = await opened(platform())
    const account_id = await create({ name: 'Leaver', email: 'leaver@aster.example', manager_id: admin.account_id })
    const TOTAL = 100_000
    await rows(platform(), async (db) => {
      for (let from = 0; from < TOTAL; from += 2000) {
        const resources = Array.from({ length: 2000 }, (_, i) => {
          const kind = from + i === TOTAL - 1 ? 'zine' : `kind${(from + i) % 3}`
          const resource = { org_id: orgId, resource_id: newId('res'), account_id, kind, name: `Thing ${from + i}` }
          return { ...resource, app_id: null, external_id: null, status: 'owned' as const, created_at: 0 }
        })
        await db.insertInto('resource').values(resources).execute()
      }
    })
    const { preview_id, total } = (await preview({ account_id })).body
    expect(total).toBe(TOTAL)
    const api = platform().as(token)
    const ask = (filter: object) => api.call('offboardings.listPreviewResources', { preview_id, ...filter })
    const last = await ask({ kind: 'zine' })
    expect(last.data.map(({ name }) => name)).toEqual([`Thing ${TOTAL - 1}`])
    const seen = new Set<string>()
    let cursor: string | null = null
    for (let page = 0; page < 15; page++) {
      const { data, next_cursor } = await ask({ limit: 200, ...(cursor && { cursor }) })
      for (const { resource_id } of data) seen.add(resource_id)
      cursor = next_cursor
    }
    expect(seen.size).toBe(3000)
  }, 60_000)
})
