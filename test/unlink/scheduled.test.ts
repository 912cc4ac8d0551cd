import { expect, test } from 'vitest'
import { DAY, fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { person } from '../support/memberships.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const PATH = '/v1.0/scheduled-unlinks'

/** Two associated organisations of the demo, with what each can do. */
async function associated(platform: Platform) {
  const { org_id, dept_id, associated_org_id, associated_dept_id, association_id } = platform.association('upstream')
  const at = (orgId: string) => platform.data.organizations.findIndex((one) => one.org_id === orgId)
  const [own, other] = [await opened(platform, at(org_id)), await opened(platform, at(associated_org_id))]
  const founders = [own.founder, other.founder].map(({ account_id }) => account_id)
  const token = await platform.userToken(must(founders[0]), 'org:unlink', 'org:association:read')
  const theirs = await platform.userToken(must(founders[1]), 'org:unlink', 'org:association:read')
  const command = { dept_id, associated_org_id, reason_code: 'restructuring', reason_text: 'Ours alone' }
  return {
    own: org_id,
    other: associated_org_id,
    founders,
    token,
    theirs,
    association_id,
    association: async (as = token) => (await platform.get(`/v1.0/associations/${association_id}`, as)).body,
    schedule: async (as = token, more: object = {}) =>
      platform.post(PATH, as, { ...command, effective_at: await fromNow(platform, DAY), ...more }),
    mirrored: { dept_id: associated_dept_id, associated_org_id: org_id },
    cancel: (id: string, as = token) => platform.post(`${PATH}/${id}/cancel`, as),
    told: async (orgId: string) =>
      (await recorded(platform, orgId)).filter(({ type }) => /association\.unlink/.test(type)),
    notified: async (i: 0 | 1) =>
      (await (await person(platform, must(founders[i]))).notifications()).filter(({ type }) =>
        type.startsWith('association.'),
      ),
  }
}

onEachStore((platform) => {
  test('S86: an unlink is scheduled, told to both sides, and carried out at its time', async () => {
    const two = await associated(platform())
    const { status, body } = await two.schedule()
    expect([status, body]).toMatchObject([201, { status: 'scheduled', association_id: two.association_id }])
    for (const as of [two.token, two.theirs]) {
      expect((await two.association(as)).unlink_scheduled_at).toBe(body.effective_at)
    }
    const types = async (orgId: string) => (await two.told(orgId)).map(({ type }) => type.split('.').at(-1))
    for (const orgId of [two.own, two.other]) expect(await types(orgId)).toEqual(['unlink_scheduled'])
    expect((await two.told(two.own))[0].data).toMatchObject({ side: 'initiator', reason_text: 'Ours alone' })
    expect((await two.told(two.other))[0].data).toMatchObject({ side: 'associated', reason_text: null })
    for (const i of [0, 1] as const) expect((await two.notified(i))[0].type).toBe('association.unlink_scheduled')
    await platform().advance('PT23H')
    expect((await two.association()).association_id).toBe(two.association_id)
    await platform().advance('PT1H')
    expect((await two.association()).code).toBe('association_not_found')
    for (const orgId of [two.own, two.other]) expect(await types(orgId)).toEqual(['unlink_scheduled', 'unlinked'])
    expect((await two.told(two.own))[1].data).toMatchObject({ cause: 'scheduled', side: 'initiator' })
    for (const i of [0, 1] as const) expect((await two.notified(i))[0].type).toBe('association.unlinked')
    const read = (await platform().get(`${PATH}/${body.scheduled_unlink_id}`, two.token)).body
    expect(read).toMatchObject({ status: 'completed', ended_at: expect.any(String) })
    expect((await platform().get(`${PATH}?status=completed`, two.token)).body.data).toEqual([read])
  })

  test('S86: only the side that scheduled it reads and cancels it, and both sides are told', async () => {
    const two = await associated(platform())
    const { scheduled_unlink_id: id } = (await two.schedule()).body
    expect((await two.cancel(id, two.theirs)).body.code).toBe('scheduled_unlink_not_found')
    expect((await platform().get(`${PATH}/${id}`, two.theirs)).status).toBe(404)
    expect((await platform().get(PATH, two.theirs)).body.data).toEqual([])
    expect((await two.schedule()).body.code).toBe('scheduled_unlink_exists')
    const later = { ...two.mirrored, effective_at: await fromNow(platform(), 3 * DAY) }
    expect((await two.schedule(two.theirs, later)).status).toBe(201)
    expect(await two.cancel(id)).toMatchObject({ status: 200, body: { status: 'canceled' } })
    expect((await two.cancel(id)).body.code).toBe('scheduled_unlink_not_pending')
    expect((await two.association()).unlink_scheduled_at).toBe(later.effective_at)
    for (const orgId of [two.own, two.other]) {
      expect((await two.told(orgId)).at(-1)).toMatchObject({ data: { scheduled_unlink_id: id, cause: 'canceled' } })
    }
    for (const i of [0, 1] as const) expect((await two.notified(i))[0].type).toBe('association.unlink_canceled')
    await platform().advance('P2D')
    expect((await two.association()).association_id).toBe(two.association_id)
  })

  test('S86: an association that ends earlier cancels what either side had scheduled', async () => {
    const two = await associated(platform())
    const { scheduled_unlink_id: id } = (await two.schedule()).body
    await two.schedule(two.theirs, two.mirrored)
    expect((await platform().post('/v1.0/organization/unlink', two.theirs, two.mirrored)).status).toBe(200)
    expect((await platform().get(`${PATH}/${id}`, two.token)).body.status).toBe('canceled')
    for (const orgId of [two.own, two.other]) {
      const causes = (await two.told(orgId))
        .filter(({ type }) => type.endsWith('canceled'))
        .map(({ data }) => data.cause)
      expect(causes).toEqual(['already_unlinked', 'already_unlinked'])
    }
    const due = await query(platform(), `select * from due_work where kind = 'scheduled_unlink'`)
    expect(due).toEqual([])
    await platform().advance('P2D')
    expect((await two.told(two.own)).filter(({ type }) => type.endsWith('.unlinked'))).toHaveLength(1)
  })

  test('S86: it follows the association to another department', async () => {
    const two = await associated(platform())
    const { scheduled_unlink_id: id, dept_id } = (await two.schedule()).body
    const app = await platform().appToken(two.own, 'org:write')
    const moved = await platform().call('DELETE', `/v1.0/departments/${dept_id}?move_to=1`, { token: app })
    expect(moved.status).toBeLessThan(300)
    await platform().advance('PT1S')
    expect((await two.association()).dept_id).toBe(1)
    expect((await platform().get(`${PATH}/${id}`, two.token)).body).toMatchObject({ status: 'scheduled', dept_id: 1 })
    await platform().advance('P2D')
    expect((await platform().get(`${PATH}/${id}`, two.token)).body).toMatchObject({ status: 'completed', dept_id: 1 })
  })

  test('S86: a dissolution of either side cancels it', async () => {
    const two = await associated(platform())
    const { scheduled_unlink_id: id } = (
      await two.schedule(two.token, { effective_at: await fromNow(platform(), 9 * DAY) })
    ).body
    const founder = await platform().userToken(must(two.founders[1]), 'org:dissolve')
    const { name } = must(platform().data.organizations.find(({ org_id }) => org_id === two.other))
    const body = { reason_code: 'no_longer_used', confirm_name: name }
    expect((await platform().post('/v1.0/organization/dissolution', founder, body)).status).toBe(202)
    await platform().advance('PT72H')
    expect((await platform().get(`${PATH}/${id}`, two.token)).body.status).toBe('canceled')
    const [ended] = (await platform().get('/v1.0/associations/ended', two.token)).body.data
    expect(ended).toMatchObject({ cause: 'dissolution', side: 'associated', associated_org_name: name })
  })

  test('S86: it fails, and both sides are told, if whoever scheduled it may no longer unlink', async () => {
    const two = await associated(platform())
    const { scheduled_unlink_id: id } = (await two.schedule()).body
    await query(platform(), `update account set role = 'member' where account_id = '${two.founders[0]}'`)
    await platform().advance('P1D')
    const code = 'ordinary_user_not_allowed'
    const row = await query(platform(), `select status, failure from scheduled_unlink where unlink_id = '${id}'`)
    expect(row).toEqual([{ status: 'failed', failure: code }])
    const app = await platform().appToken(two.own, 'org:unlink')
    const headers = { 'Accept-Language': 'zh-CN' }
    const read = await platform().call('GET', `${PATH}/${id}`, { token: app, headers })
    expect(read.body).toMatchObject({ failure: code, problem: { code, detail: expect.stringMatching(/管理员/) } })
    expect((await two.told(two.own)).at(-1)).toMatchObject({ data: { failure_code: code } })
    expect((await two.told(two.other)).at(-1)).toMatchObject({ data: { failure_code: null } })
    expect((await two.notified(1))[0].type).toBe('association.unlink_failed')
    expect((await two.association(two.theirs)).association_id).toBe(two.association_id)
  })

  test('S56, S62: scheduling refuses what the unlink refuses, and a time that is past', async () => {
    const two = await associated(platform())
    const { member } = await opened(
      platform(),
      platform().data.organizations.findIndex((o) => o.org_id === two.own),
    )
    const ordinary = await platform().userToken(member.account_id, 'org:unlink')
    const refusal = async (more: object, as = two.token) => (await two.schedule(as, more)).body.code
    expect(await refusal({}, ordinary)).toBe('ordinary_user_not_allowed')
    expect(await refusal({ dept_id: 999 })).toBe('association_dept_mismatch')
    expect(await refusal({ associated_org_id: 'org_none' })).toBe('association_not_found')
    expect(await refusal({ effective_at: await fromNow(platform(), -HOUR) })).toBe('effective_at_in_past')
    expect(await refusal({ effective_at: 'soon' })).toBe('invalid_request')
    expect(await two.told(two.own)).toEqual([])
  })

  test('S86: both sides keep when, by whom and why an association ended, in pages', async () => {
    const two = await associated(platform())
    const unlink = { ...two.mirrored, reason_code: 'other', reason_text: 'Theirs alone' }
    await platform().post('/v1.0/organization/unlink', two.theirs, unlink)
    const ended = async (as: string) => (await platform().get('/v1.0/associations/ended?limit=1', as)).body
    const common = { association_id: two.association_id, cause: 'api', reason_code: 'other' }
    const by = { type: 'user', id: two.founders[1] }
    const [theirs] = (await ended(two.theirs)).data
    expect(theirs).toMatchObject({ ...common, side: 'initiator', reason_text: 'Theirs alone', ended_by: by })
    const { data, next_cursor } = await ended(two.token)
    expect(data).toMatchObject([{ ...common, side: 'associated', reason_text: null, ended_by: by }])
    expect(next_cursor).toBeNull()
    expect(
      (await platform().get('/v1.0/associations', two.token)).body.data.map((one: any) => one.association_id),
    ).not.toContain(two.association_id)
    const app = await platform().appToken(two.own, 'org:unlink')
    expect((await platform().get('/v1.0/associations/ended', app)).body.code).toBe('scope_missing')
  })
})
