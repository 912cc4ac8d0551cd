import { expect, test } from 'vitest'
import { DAY, fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** An organisation with two administrators, and calls as its founder. */
  async function world() {
    const it = await opened(platform())
    const [one, other] = [it.admin.account_id, it.named('Alan').account_id]
    await it.role(other, 'admin')
    const put = async (path: string, body: object) => {
      const token = await platform().userToken(it.founder.account_id, 'member:write', 'member:condition:write')
      return platform().call('PUT', `/v1.0/members/${path}`, { token, body })
    }
    const apply = async (accountId: string): Promise<string> => {
      const token = await platform().userToken(accountId, 'member:leave')
      const body = { reason_code: 'resignation', reason_text: 'A new post elsewhere.' }
      return must((await platform().post('/v1.0/leave-applications', token, body)).body.application_id as string)
    }
    const review = async (id: string, verb: 'approve' | 'reject') => {
      const token = await platform().userToken(it.founder.account_id, 'leave_application:review')
      return platform().post(`/v1.0/leave-applications/${id}/${verb}`, token, {})
    }
    const confirm = async (person: { account_id: string; password: string }, id: string) => {
      const token = await platform().userToken(person.account_id, 'member:leave')
      const body = { confirm: true, password: person.password }
      return platform().post(`/v1.0/leave-applications/${id}/confirm`, token, body)
    }
    const tonight = await fromNow(platform(), HOUR)
    return { ...it, one, other, put, apply, review, confirm, tonight }
  }

  test('S73: of two administrators, the second is not scheduled to depart while the first is', async () => {
    const it = await world()
    const { offboarding_id } = (await it.offboard(it.one, { effective_at: it.tonight })).body
    const refused: [number, string] = [409, 'last_admin']
    for (const body of [{ effective_at: it.tonight }, { effective_at: await fromNow(platform(), 9 * DAY) }, {}]) {
      await expectRefused(platform(), it.orgId, refused, () => it.offboard(it.other, body))
    }
    const { blockers } = (await it.preview({ account_id: it.other })).body
    expect(blockers).toMatchObject([{ code: 'last_admin' }])
    await it.cancel(offboarding_id)
    expect((await it.offboard(it.other, { effective_at: it.tonight })).status).toBe(201)
    await platform().advance('PT1H')
    expect((await it.readMember(it.other)).status).toBe('departed')
  })

  test('S73: two administrators scheduled by one batch leave one of them', async () => {
    const it = await world()
    const items = [it.one, it.other].map((account_id) => ({
      account_id,
      reason_code: 'other',
      effective_at: it.tonight,
    }))
    const { batch_id } = (await it.batch(items)).body
    await platform().advance('PT0S')
    expect((await it.readBatch(batch_id)).items).toMatchObject([
      { status: 'succeeded' },
      { status: 'failed', failure: 'last_admin' },
    ])
  })

  test('S73: concurrently scheduled, one of two administrators stays', async () => {
    const it = await world()
    const answers = await Promise.all(
      [it.one, it.other].map((id) => it.offboard(id, { effective_at: it.tonight }).then(({ status }) => status)),
    )
    expect(answers.toSorted()).toEqual([201, 409])
  })

  test('S73: beside one who is about to depart, the other is neither demoted nor restricted', async () => {
    const it = await world()
    await it.offboard(it.one, { effective_at: it.tonight })
    for (const [path, body] of [
      [`${it.other}/role`, { role: 'member' }],
      [`${it.other}/condition`, { condition: 'frozen' }],
      [`${it.other}/condition`, { condition: 'suspended' }],
    ] as const) {
      await expectRefused(platform(), it.orgId, [409, 'last_admin'], () => it.put(path, body))
    }
    // The one who departs may be restricted and demoted before: the other stays.
    expect((await it.put(`${it.one}/condition`, { condition: 'frozen' })).status).toBe(200)
  })

  test('S73: whoever has an approved leave application is about to depart, until it is withdrawn', async () => {
    const it = await world()
    const id = await it.apply(it.one)
    expect((await it.offboard(it.other, { effective_at: await fromNow(platform(), 99 * DAY) })).status).toBe(201)
    const approved = await it.review(id, 'approve')
    // The approval is given, and says that the confirmation will be refused.
    expect([approved.status, approved.body.blockers]).toMatchObject([200, [{ code: 'last_admin' }]])
    const person = must(it.organization.members.find(({ account_id }) => account_id === it.one))
    expect((await it.confirm(person, id)).body.code).toBe('last_admin')
    await it.role(it.member.account_id, 'admin')
    const token = await platform().appToken(it.orgId, 'leave_application:read')
    expect((await platform().get(`/v1.0/leave-applications/${id}`, token)).body.blockers).toEqual([])
    expect((await it.confirm(person, id)).status).toBe(200)
  })

  test('S73: an approved application of one administrator holds the other', async () => {
    const it = await world()
    const id = await it.apply(it.one)
    await it.review(id, 'approve')
    for (const body of [{ effective_at: it.tonight }, {}]) {
      await expectRefused(platform(), it.orgId, [409, 'last_admin'], () => it.offboard(it.other, body))
    }
    const token = await platform().userToken(it.one, 'member:leave')
    await platform().post(`/v1.0/leave-applications/${id}/withdraw`, token)
    expect((await it.offboard(it.other, { effective_at: it.tonight })).status).toBe(201)
  })

  test('S73: nobody becomes the founder who has asked to leave', async () => {
    const it = await world()
    const id = await it.apply(it.one)
    const transfer = async () => {
      const token = await platform().userToken(it.founder.account_id, 'org:founder:transfer')
      const body = { account_id: it.one, password: it.founder.password }
      return platform().post('/v1.0/organization/founder-transfer', token, body)
    }
    await expectRefused(platform(), it.orgId, [409, 'application_pending'], transfer)
    await it.review(id, 'approve')
    await expectRefused(platform(), it.orgId, [409, 'application_pending'], transfer)
  })

  test('S74: a scheduled offboarding that fails when it is due suspends the member, once, and is told', async () => {
    const it = await world()
    // As it was scheduled before whoever is about to depart stopped counting.
    const { offboarding_id } = (await it.offboard(it.one, { effective_at: it.tonight })).body
    await query(platform(), `update account set role = 'member' where account_id = '${it.other}'`)
    const token = await platform().userToken(it.one, 'account:read')
    await platform().advance('PT1H')
    const problem = { code: 'last_admin', title: 'Last administrator', detail: expect.stringMatching(/administrator/) }
    expect(await it.offboarding(offboarding_id)).toMatchObject({ status: 'failed', failure: 'last_admin', problem })
    expect(await it.readMember(it.one)).toMatchObject({ status: 'active', condition: 'suspended' })
    const live = await platform().get('/v1.0/me/notifications', token)
    expect([live.status, live.body.code]).toEqual([403, 'account_restricted'])
    const events = await recorded(platform(), it.orgId, 'member.offboarding_failed', 'member.condition_changed')
    expect(events.map(({ type, actor, data }) => [type, actor.type, data.account_id])).toEqual([
      ['member.offboarding_failed', 'system', it.one],
      ['member.condition_changed', 'system', it.one],
    ])
    expect(events[1].data).toMatchObject({
      before: 'normal',
      condition: 'suspended',
      for_offboarding_id: offboarding_id,
    })
    const founder = await platform().userToken(it.founder.account_id, 'account:read')
    const { data } = (await platform().get('/v1.0/me/notifications', founder)).body
    expect(data).toMatchObject([{ type: 'offboarding.failed', data: { offboarding_id, code: 'last_admin' } }])
    const audited = await query(platform(), `select action from audit_log where target_id = '${it.one}'`)
    expect(audited.map(({ action }) => action)).toContain('system')
    await platform().advance('P20D')
    expect(await recorded(platform(), it.orgId, 'member.offboarding_failed')).toHaveLength(1)
    // An administrator releases the member, or offboards them again.
    expect((await it.put(`${it.one}/condition`, { condition: 'normal' })).status).toBe(200)
  })

  test('S74: a member who is restricted already keeps the restriction when their offboarding fails', async () => {
    const it = await world()
    const token = await platform().userToken(it.one, 'member:offboard')
    const { offboarding_id } = (await it.offboard(it.member.account_id, { effective_at: it.tonight }, token)).body
    await it.put(`${it.member.account_id}/condition`, { condition: 'banned' })
    await it.role(it.one, 'member')
    await platform().advance('PT1H')
    expect(await it.offboarding(offboarding_id)).toMatchObject({ status: 'failed', failure: 'admin_required' })
    expect((await it.readMember(it.member.account_id)).condition).toBe('banned')
  })
})
