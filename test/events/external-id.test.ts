import { expect, test } from 'vitest'
import { eventsOf, open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('every event about a member has the number by which the organisation knows them, also the last', async () => {
    const { orgId, admin } = await open(platform())
    const token = await platform().appToken(
      orgId,
      ...(['member:write', 'member:condition:write', 'member:offboard', 'member:restore', 'member:read'] as const),
    )
    const asAdmin = await platform().userToken(admin.account_id, 'member:write')
    const created = await platform().post('/v1.0/members', token, {
      name: 'Ada',
      email: 'ada@people.example',
      external_id: 'E-7',
    })
    const { account_id } = created.body
    const at = `/v1.0/members/${account_id}`
    const put = (path: string, body: object, as = token) => platform().call('PUT', path, { token: as, body })
    await put(`${at}/condition`, { condition: 'frozen' })
    await put(`${at}/condition`, { condition: 'normal' })
    await put(`${at}/role`, { role: 'admin' }, asAdmin)
    const now = Date.parse((await platform().get('/v1.0/sandbox/clock')).body.now)
    const later = new Date(now + 7 * 24 * 3_600_000).toISOString()
    const offboard = (more: object) =>
      platform().post('/v1.0/offboardings', token, { account_id, reason_code: 'other', ...more })
    const { offboarding_id } = (await offboard({ effective_at: later })).body
    await platform().call('DELETE', `/v1.0/offboardings/${offboarding_id}`, { token })
    const { departure_id } = (await offboard({})).body
    expect((await platform().get(`/v1.0/departures/${departure_id}`, token)).body.snapshot.external_id).toBe('E-7')
    await platform().post(`/v1.0/departures/${departure_id}/restore`, token, {})
    const told = async () => (await eventsOf(platform(), orgId)).filter(({ data }) => data.account_id === account_id)
    const events = await told()
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual([
      'member.condition_changed',
      'member.departed',
      'member.joined',
      'member.offboarding_canceled',
      'member.offboarding_scheduled',
      'member.restored',
      'member.role_changed',
    ])
    await offboard({})
    await platform().advance('P31D')
    events.push(...(await told()).filter(({ type }) => type === 'member.purged'))
    expect(events.map(({ type, data }) => [type, data.external_id])).toEqual(events.map(({ type }) => [type, 'E-7']))
    const departed = events.find(({ type }) => type === 'member.departed')
    expect(departed.data.snapshot.external_id).toBe('E-7')
  })
})
