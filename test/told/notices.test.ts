import { expect, test } from 'vitest'
import { DAY, fromNow } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  /** A leaver with a manager and a recipient, and the notifications of each person. */
  async function team() {
    const org = await opened(platform())
    const [manager, recipient] = [org.named('Alan').account_id, org.member.account_id]
    const account_id = await org.create({ name: 'Nils', email: 'nils@aster.example', manager_id: manager })
    const notified = async (accountId: string, language = 'en'): Promise<any[]> => {
      const token = await platform().userToken(accountId, 'account:read')
      const headers = { 'Accept-Language': language }
      const { body } = await platform().call('GET', '/v1.0/me/notifications?limit=50', { token, headers })
      return body.data
    }
    const types = async (accountId: string) => (await notified(accountId)).map(({ type }) => type)
    return { ...org, manager, recipient, account_id, notified, types }
  }

  test('S84: manager and recipient are told when an offboarding is set, changed and canceled, in their language', async () => {
    const { offboard, update, cancel, account_id, manager, recipient, types, notified } = await team()
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(account_id, { effective_at, handover: { recipient_id: recipient } }))
      .body
    await update(offboarding_id, { effective_at: await fromNow(platform(), 2 * DAY) })
    await cancel(offboarding_id)
    for (const id of [manager, recipient]) {
      expect(await types(id)).toEqual(['offboarding.canceled', 'offboarding.changed', 'offboarding.scheduled'])
    }
    const [, , english] = await notified(manager)
    expect(english).toMatchObject({ data: { offboarding_id, account_id, effective_at } })
    expect(english.detail).toMatch(/handover/)
    for (const { title, detail } of await notified(manager, 'zh-CN')) expect(title + detail).toMatch(/\p{Script=Han}/u)
  })

  test('S84: manager and recipient are told of the departure, of what was received, and of the restore', async () => {
    const { departed, register, restore, account_id, manager, recipient, types, notified } = await team()
    await register(account_id, 'note', 3)
    const departure_id = await departed(account_id, { handover: { recipient_id: recipient } })
    expect(await types(manager)).toEqual(['member.departed'])
    const [received] = await notified(recipient)
    expect(received).toMatchObject({
      type: 'resources.received',
      data: { departure_id, from_id: account_id, resources: 3 },
    })
    await restore(departure_id)
    for (const id of [manager, recipient]) expect((await types(id))[0]).toBe('member.restored')
  })

  test('S84: reviewers and manager are told of an application: submitted, decided, withdrawn and expired', async () => {
    const { admin, manager, create, types } = await team()
    const boss = admin.account_id
    const account_id = await create({ name: 'Noor', email: 'noor@aster.example', manager_id: manager })
    // As if she had accepted the membership.
    await query(platform(), `update account set accepted_at = created_at where account_id = '${account_id}'`)
    const own = await platform().userToken(account_id, 'member:leave')
    const reviewing = await platform().userToken(boss, 'leave_application:review')
    const apply = async (): Promise<string> => {
      const body = { reason_code: 'other', reason_text: 'Away' }
      return (await platform().post('/v1.0/leave-applications', own, body)).body.application_id
    }
    const withdrawn = await apply()
    await platform().post(`/v1.0/leave-applications/${withdrawn}/withdraw`, own)
    expect((await types(boss)).slice(0, 2)).toEqual([
      'leave_application.withdrawn',
      'leave_application.review_requested',
    ])
    expect(await types(manager)).toEqual(['leave_application.withdrawn'])
    const approved = await apply()
    await platform().post(`/v1.0/leave-applications/${approved}/approve`, reviewing, {})
    expect((await types(manager))[0]).toBe('leave_application.decided')
    await platform().advance('P15D')
    for (const id of [boss, manager, account_id]) expect((await types(id))[0]).toBe('leave_application.expired')
  })

  test('S84: founder and administrators are told that a dissolution was requested and canceled', async () => {
    const { admin, founder, types } = await team()
    const token = await platform().userToken(founder.account_id, 'org:dissolve', 'org:read')
    const { name: confirm_name } = (await platform().get('/v1.0/organization', token)).body
    const requested = { reason_code: 'no_longer_used', confirm_name }
    expect((await platform().post('/v1.0/organization/dissolution', token, requested)).status).toBe(202)
    expect((await platform().call('DELETE', '/v1.0/organization/dissolution', { token })).status).toBe(200)
    for (const id of [admin.account_id, founder.account_id]) {
      expect((await types(id)).slice(0, 2)).toEqual(['dissolution.canceled', 'dissolution.scheduled'])
    }
  })
})
