import { expect, test } from 'vitest'
import { expectRefused, opened } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'
import { leave } from './support.ts'

onEachStore((platform) => {
  async function world() {
    const it = await opened(platform())
    const leaver = it.member.account_id
    const [note = ''] = await it.register(leaver, 'note', 1)
    const policy = await platform().appToken(it.orgId, 'org:policy:write')
    const set = (body: object) => platform().call('PATCH', '/v1.0/organization/policies', { token: policy, body })
    return { ...it, leaver, note, set }
  }

  test('S71: a member who leaves has nothing deleted, neither by kind nor by resource', async () => {
    const it = await world()
    const cases: [object, string[]][] = [
      [{ by_kind: [{ kind: 'note', action: 'delete' }] }, ['/handover/by_kind/0/action']],
      [{ by_resource: [{ resource_id: it.note, action: 'delete' }] }, ['/handover/by_resource/0/action']],
      [
        {
          by_kind: [
            { kind: 'calendar', action: 'hold' },
            { kind: 'note', action: 'delete' },
          ],
          by_resource: [{ resource_id: it.note, action: 'delete' }],
        },
        ['/handover/by_kind/1/action', '/handover/by_resource/0/action'],
      ],
    ]
    for (const [handover, pointers] of cases) {
      const refused = await expectRefused(platform(), it.orgId, [400, 'invalid_request'], () =>
        leave(platform(), it.leaver, { handover }),
      )
      expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
    }
    const handover = { by_kind: [{ kind: 'note', action: 'hold' }] }
    const left = await leave(platform(), it.leaver, { handover })
    expect([left.status, left.body.handover]).toMatchObject([201, { deleted: 0 }])
    expect((await it.resource(it.note)).body.status).toBe('held')
  })

  test('S71: where the policy allows it, a member who leaves has resources deleted', async () => {
    const it = await world()
    await it.set({ leaver_may_delete: true })
    const handover = { by_kind: [{ kind: 'note', action: 'delete' }] }
    const left = await leave(platform(), it.leaver, { handover })
    expect([left.status, left.body.handover]).toMatchObject([201, { deleted: 1 }])
    expect((await it.resource(it.note)).status).toBe(404)
  })

  test('S71: an administrator who offboards somebody has resources deleted under any policy', async () => {
    const it = await world()
    const departed = await it.departed(it.leaver, { handover: { by_kind: [{ kind: 'note', action: 'delete' }] } })
    expect((await it.departure(departed)).handover).toMatchObject({ deleted: 1 })
  })
})
