import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  async function world() {
    const it = await opened(platform())
    const other = it.named('Alan').account_id
    await it.role(other, 'admin')
    const own = await platform().userToken(it.admin.account_id, ...userScopes)
    const { client_secret, ...app } = await platform()
      .as(own)
      .call('apps.create', { name: 'Mine', kind: 'internal', scopes: ['member:offboard'] })
    const byApp = await platform().clientToken({ ...app, client_secret: must(client_secret) }, ['member:offboard'])
    return { ...it, other, own, byApp, self: it.admin.account_id, effective_at: await fromNow(platform(), HOUR) }
  }

  test('S75: nobody offboards themselves, by their token or an app of theirs, now, later or in a batch', async () => {
    const it = await world()
    const refused: [number, string] = [403, 'own_case']
    for (const token of [it.own, it.byApp]) {
      const { blockers } = (await it.preview({ account_id: it.self }, token)).body
      expect(blockers).toMatchObject([{ code: 'own_case' }])
      for (const body of [{}, { effective_at: it.effective_at }]) {
        await expectRefused(platform(), it.orgId, refused, () => it.offboard(it.self, body, token))
      }
      const items = [{ account_id: it.self, reason_code: 'resignation' }]
      const { batch_id } = (await it.batch([...items, { ...must(items[0]), effective_at: it.effective_at }], token))
        .body
      await platform().advance('PT0S')
      const failed = { status: 'failed', failure: 'own_case' }
      expect((await it.readBatch(batch_id)).items).toMatchObject([failed, failed])
    }
    expect((await it.readMember(it.self)).status).toBe('active')
    const another = await platform().userToken(it.other, 'member:offboard')
    expect((await it.preview({ account_id: it.self }, another)).body.blockers).toEqual([])
    expect((await it.offboard(it.self, {}, another)).status).toBe(201)
  })

  test('S75: nor do they take over what another scheduled for them, and one of their own fails when it is due', async () => {
    const it = await world()
    const another = await platform().userToken(it.other, 'member:offboard')
    const { offboarding_id } = (await it.offboard(it.self, { effective_at: it.effective_at }, another)).body
    for (const token of [it.own, it.byApp]) {
      await expectRefused(platform(), it.orgId, [403, 'own_case'], () => it.update(offboarding_id, {}, token))
    }
    // As it was scheduled when that was still possible.
    await query(
      platform(),
      `update offboarding set actor_type = 'user', actor_id = '${it.self}' where offboarding_id = '${offboarding_id}'`,
    )
    await expectRefused(platform(), it.orgId, [403, 'own_case'], () => it.update(offboarding_id, {}, it.own))
    await platform().advance('PT1H')
    expect(await it.offboarding(offboarding_id)).toMatchObject({ status: 'failed', failure: 'own_case' })
    expect(await it.readMember(it.self)).toMatchObject({ status: 'active', condition: 'suspended' })
  })
})
