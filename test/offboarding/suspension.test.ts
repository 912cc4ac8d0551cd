import { expect, test } from 'vitest'
import { DAY, fromNow, HOUR } from '../support/clock.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** An organisation under a policy, with a leaver. */
  async function world(policy: object) {
    const it = await opened(platform())
    const leaver = it.member.account_id
    const policyToken = await platform().appToken(it.orgId, 'org:policy:write', 'member:condition:write')
    const set = (body: object) => platform().call('PATCH', '/v1.0/organization/policies', { token: policyToken, body })
    expect((await set(policy)).status).toBe(200)
    const condition = async (to?: string) => {
      const body = { condition: to }
      if (to) await platform().call('PUT', `/v1.0/members/${leaver}/condition`, { token: policyToken, body })
      return (await it.readMember(leaver)).condition
    }
    const status = async () => (await it.readMember(leaver)).status
    const changes = async () =>
      (await recorded(platform(), it.orgId, 'member.condition_changed')).map(({ data }) => [
        data.before,
        data.condition,
      ])
    return { ...it, leaver, set, condition, status, changes }
  }
  const before = (hours: number) => ({ suspend_then_depart: 'before_departure', suspension_hours: hours })
  const scheduled = (hours: number) => ({ suspend_then_depart: 'when_scheduled', suspension_hours: hours })

  test('S74: an offboarding without a set time suspends first, and departs after the stated time', async () => {
    for (const policy of [before(48), scheduled(48)]) {
      await platform().reset()
      const it = await world(policy)
      const asLeaver = await platform().userToken(it.leaver, 'account:read')
      const preview = (await it.preview({ account_id: it.leaver })).body
      const { status, body } = await it.offboard(it.leaver, { preview_id: preview.preview_id })
      const length = Date.parse(body.effective_at) - Date.parse(body.suspend_at)
      expect([status, body.status, body.departure_id, length]).toEqual([201, 'scheduled', null, 48 * HOUR])
      const shown = Date.parse(preview.effective_at) - Date.parse(body.effective_at)
      expect([Math.abs(shown) < HOUR, await it.condition(), await it.status()]).toEqual([true, 'suspended', 'active'])
      expect((await platform().get('/v1.0/me', asLeaver)).body.code).toBe('account_restricted')
      expect(await recorded(platform(), it.orgId, 'member.offboarding_scheduled')).toMatchObject([
        { data: { suspend_at: body.suspend_at, effective_at: body.effective_at } },
      ])
      expect(await recorded(platform(), it.orgId, 'member.condition_changed')).toMatchObject([
        { actor: { type: 'app' }, data: { condition: 'suspended', for_offboarding_id: body.offboarding_id } },
      ])
      await platform().advance('PT47H')
      expect(await it.status()).toBe('active')
      await platform().advance('PT1H')
      expect([await it.status(), (await it.offboarding(body.offboarding_id)).status]).toEqual(['departed', 'completed'])
    }
  })

  test('S74: before a set time a member is suspended for the stated time, by the platform', async () => {
    const it = await world(before(24))
    const effective_at = await fromNow(platform(), 10 * DAY)
    const { body } = await it.offboard(it.leaver, { effective_at })
    expect(Date.parse(body.effective_at) - Date.parse(body.suspend_at)).toBe(24 * HOUR)
    await platform().advance('P8DT23H')
    expect([await it.condition(), await it.changes()]).toEqual(['normal', []])
    await platform().advance('PT1H')
    expect([await it.condition(), await it.changes()]).toEqual(['suspended', [['normal', 'suspended']]])
    expect((await recorded(platform(), it.orgId, 'member.condition_changed'))[0].actor.type).toBe('system')
    await platform().advance('P1D')
    expect(await it.status()).toBe('departed')
    // One that is nearer than the stated time suspends immediately.
    const near = await it.offboard(it.named('Alan').account_id, { effective_at: await fromNow(platform(), HOUR) })
    expect((await it.readMember(near.body.account_id)).condition).toBe('suspended')
  })

  test('S74: under when_scheduled a member is suspended from the request until the set time', async () => {
    const it = await world(scheduled(24))
    const { body } = await it.offboard(it.leaver, { effective_at: await fromNow(platform(), 10 * DAY) })
    expect(await it.condition()).toBe('suspended')
    await it.update(body.offboarding_id, { effective_at: await fromNow(platform(), 20 * DAY) })
    expect([await it.condition(), (await it.offboarding(body.offboarding_id)).suspend_at]).toEqual([
      'suspended',
      body.suspend_at,
    ])
    await platform().advance('P20D')
    expect(await it.status()).toBe('departed')
  })

  test('S74: a canceled or postponed offboarding gives access back, unless somebody set the condition by hand', async () => {
    const it = await world(before(24))
    const { offboarding_id } = (await it.offboard(it.leaver, { effective_at: await fromNow(platform(), HOUR) })).body
    await it.update(offboarding_id, { effective_at: await fromNow(platform(), 9 * DAY) })
    expect(await it.condition()).toBe('normal')
    await it.update(offboarding_id, { effective_at: await fromNow(platform(), 2 * HOUR) })
    expect(await it.condition()).toBe('suspended')
    await it.cancel(offboarding_id)
    expect(await it.condition()).toBe('normal')
    const again = (await it.offboard(it.leaver)).body.offboarding_id
    await it.condition('banned')
    await it.cancel(again)
    expect(await it.condition()).toBe('banned')
    await it.condition('normal')
    const third = (await it.offboard(it.leaver)).body.offboarding_id
    await it.condition('normal')
    await it.condition('suspended')
    await it.cancel(third)
    expect(await it.condition()).toBe('suspended')
    await platform().advance('P30D')
    expect(await it.status()).toBe('active')
  })

  test('S74: an offboarding without a set time replaces a scheduled one, whose suspension counts', async () => {
    const it = await world(before(48))
    const first = (await it.offboard(it.leaver, { effective_at: await fromNow(platform(), 30 * HOUR) })).body
    const refused: [number, string] = [409, 'offboarding_exists']
    const later = await fromNow(platform(), 99 * HOUR)
    await expectRefused(platform(), it.orgId, refused, () => it.offboard(it.leaver, { effective_at: later }))
    await platform().advance('PT18H')
    const second = (await it.offboard(it.leaver)).body
    expect([second.status, Date.parse(second.effective_at) - Date.parse(first.suspend_at)]).toEqual([
      'scheduled',
      48 * HOUR,
    ])
    expect((await it.offboarding(first.offboarding_id)).status).toBe('canceled')
    expect([await it.condition(), await it.changes()]).toEqual(['suspended', [['normal', 'suspended']]])
    await it.cancel(second.offboarding_id)
    expect(await it.condition()).toBe('normal')
    await it.offboard(it.leaver)
    await it.set({ suspend_then_depart: 'never' })
    const now = (await it.offboard(it.leaver)).body
    expect([now.status, await it.status()]).toEqual(['completed', 'departed'])
  })

  test('S74: a member who was suspended before departing can act after a restore', async () => {
    const it = await world(before(1))
    await it.offboard(it.leaver)
    await platform().advance('PT1H')
    const [{ data }] = await recorded(platform(), it.orgId, 'member.departed')
    expect((await it.restore(data.departure_id)).status).toBe(200)
    expect([await it.condition(), await it.status()]).toEqual(['normal', 'active'])
    expect((await recorded(platform(), it.orgId)).map(({ type }) => type).slice(-2)).toEqual([
      'member.restored',
      'member.condition_changed',
    ])
    // A restriction by hand is not the offboarding's.
    await it.condition('frozen')
    await it.offboard(it.leaver)
    await platform().advance('PT1H')
    const [, second] = await recorded(platform(), it.orgId, 'member.departed')
    await it.restore(second.data.departure_id)
    expect(await it.condition()).toBe('frozen')
  })

  test('S74: the items of a batch are suspended first, and the last administrator is not', async () => {
    const it = await world(before(24))
    const items = [it.leaver, it.admin.account_id].map((account_id) => ({ account_id, reason_code: 'other' }))
    const { batch_id } = (await it.batch(items)).body
    await platform().advance('PT0S')
    expect((await it.readBatch(batch_id)).items).toMatchObject([
      { status: 'succeeded' },
      { status: 'failed', failure: 'last_admin' },
    ])
    expect([await it.condition(), (await it.readMember(it.admin.account_id)).condition]).toEqual([
      'suspended',
      'normal',
    ])
    await platform().advance('P1D')
    expect(await it.status()).toBe('departed')
  })
})
