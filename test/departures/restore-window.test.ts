import { expect, test } from 'vitest'
import { DAY } from '../support/clock.ts'
import { expectRefused, opened } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  async function world() {
    const it = await opened(platform())
    const token = await platform().appToken(it.orgId, 'org:policy:write')
    const window = (restore_window_days: number) =>
      platform().call('PATCH', '/v1.0/organization/policies', { token, body: { restore_window_days } })
    const days = async (departureId: string) => {
      const { departed_at, restorable_until } = await it.departure(departureId)
      return (Date.parse(restorable_until) - Date.parse(departed_at)) / DAY
    }
    return { ...it, window, days }
  }

  test('S70: the restore window that is in force at a departure counts for it, shorter or longer', async () => {
    const it = await world()
    const [one = '', two = '', three = ''] = await addMembers(platform(), it.orgId, 3)
    const usual = await it.departed(one)
    await it.window(7)
    const short = await it.departed(two)
    await it.window(90)
    const long = await it.departed(three)
    const token = await platform().userToken(it.member.account_id, 'member:leave')
    const left = (await platform().post('/v1.0/leave', token, { confirm: true })).body
    expect(await Promise.all([usual, short, long, left.departure_id].map(it.days))).toEqual([30, 7, 90, 90])
    const [note = ''] = [left.departure_id]
    await platform().advance('P6DT23H')
    expect((await it.previewRestore(short)).status).toBe(200)
    await platform().advance('PT1H')
    await expectRefused(platform(), it.orgId, [410, 'restore_window_expired'], () => it.restore(short))
    expect((await it.departure(short)).status).toBe('purged')
    await platform().advance('P23D')
    expect([(await it.departure(usual)).status, (await it.departure(long)).status]).toEqual(['purged', 'departed'])
    await platform().advance('P59D')
    expect((await it.restore(long)).status).toBe(200)
    await platform().advance('P1D')
    expect((await it.departure(note)).status).toBe('purged')
  })

  test('S70: a preview tells the window that is in force', async () => {
    const it = await world()
    await it.window(45)
    const { body } = await it.preview({ account_id: it.member.account_id })
    expect((Date.parse(body.restorable_until) - Date.parse(body.effective_at)) / DAY).toBe(45)
  })

  test('S70: a personal account keeps its sign-in for as long as a departure of it can be undone', async () => {
    const it = await world()
    await it.window(90)
    const personal = must(platform().data.personal_accounts[0])
    const mine = must(it.organization.members.find(({ email }) => email === personal.email))
    const gone = await it.departed(mine.account_id)
    const token = await platform().userToken(personal.account_id, 'account:deregister')
    const body = { confirm: true, password: personal.password }
    expect((await platform().post('/v1.0/me/deregister', token, body)).status).toBe(200)
    await platform().advance('P80D')
    expect((await it.restore(gone)).status).toBe(200)
  })
})
