import { expect, test } from 'vitest'
import { newCode, PASSWORD, recover, register, registered } from '../support/accounts.ts'
import { onEachStore } from '../support/platform.ts'
import {
  as,
  CONSULTANT,
  consultant,
  deregister,
  eventsOf,
  expectDeparted,
  leave,
  me,
  named,
  offboard,
  stateOf,
} from './support.ts'

onEachStore((platform) => {
  const aster = () => platform().organization(0).org_id
  const birch = () => platform().organization(1).org_id
  const noor = { email: 'noor@people.example' }

  test('S1: leaving an organisation leaves the personal account, the organisation and the others intact', async () => {
    const { personal, instant, approval } = consultant(platform())
    const before = (await stateOf(platform(), aster())) as any
    await leave(platform(), instant.account_id)
    for (const { account_id } of [personal, approval]) expect((await me(platform(), account_id)).status).toBe(200)
    const after = (await stateOf(platform(), aster())) as any
    expect(after.organization).toEqual(before.organization)
    const staying = before.members.data.filter((member: any) => member.account_id !== instant.account_id)
    expect(after.members.data).toEqual(staying)
  })

  test('S1, S15: deregistering a personal account leaves the accounts in organisations intact', async () => {
    const { personal, instant, approval } = consultant(platform())
    const before = [await stateOf(platform(), aster()), await stateOf(platform(), birch())] as any[]
    const own = [(await me(platform(), instant.account_id)).body, (await me(platform(), approval.account_id)).body]
    const { status, body } = await deregister(platform(), personal)
    expect([status, body.kind, body.account_id]).toEqual([200, 'personal', personal.account_id])
    const after = [await stateOf(platform(), aster()), await stateOf(platform(), birch())] as any[]
    for (const place of [0, 1]) {
      expect({ ...after[place], events: null }).toEqual({ ...before[place], events: null })
    }
    expect([(await me(platform(), instant.account_id)).body, (await me(platform(), approval.account_id)).body]).toEqual(
      own,
    )
    for (const [orgId, member] of [
      [aster(), instant],
      [birch(), approval],
    ] as const) {
      const events = await eventsOf(platform(), orgId)
      expect(events.map(({ type, data }) => [type, data])).toEqual([
        ['account.deregistered', { account_id: personal.account_id, member_id: member.account_id }],
      ])
    }
    // The person still signs in, with the password they have, as a member.
    expect((await deregister(platform(), instant)).status).toBe(200)
    await expectDeparted(platform(), aster(), instant.account_id, { initiator: 'self' })
  })

  test('S1: dissolving an organisation leaves accounts elsewhere intact', async () => {
    const founder = named(platform(), 0, 'Ada').account_id
    const { personal, instant, approval } = consultant(platform())
    const dissolved = await as(platform(), founder, 'org:dissolve', 'POST', '/v1.0/organization/dissolution', {
      reason_code: 'no_longer_used',
      confirm_name: platform().organization(0).name,
    })
    expect(dissolved.status).toBe(202)
    await platform().advance('PT72H')
    expect((await me(platform(), instant.account_id)).status).toBe(401)
    for (const { account_id } of [personal, approval]) expect((await me(platform(), account_id)).status).toBe(200)
  })

  test('S13, S3: a personal account is purged, its tokens die, and nobody restores it', async () => {
    const person = await registered(platform(), noor)
    const tokens = [
      await platform().userToken(person.account_id, 'account:read'),
      await platform().userToken(person.account_id, 'account:write'),
    ]
    const { status, body } = await deregister(platform(), { ...person, password: PASSWORD })
    expect([status, body.kind]).toEqual([200, 'personal'])
    for (const token of tokens) {
      const answer = await platform().get('/v1.0/me', token)
      expect([answer.status, answer.body.code]).toEqual([401, 'token_revoked'])
    }
    const restore = `/v1.0/departures/${body.departure_id}/restore`
    const admin = named(platform(), 0, 'Anton').account_id
    const restored = await as(platform(), admin, 'member:restore', 'POST', restore, {})
    expect([restored.status, restored.body.code]).toEqual([410, 'account_not_restorable'])
    // The address has no owner, so there is no password to recover.
    const refused = await recover(platform(), noor, await newCode(platform(), noor, 'recover'))
    expect([refused.status, refused.body.code]).toEqual([403, 'code_invalid'])
  })

  test('S13: a wrong password or no confirmation deregisters no personal account', async () => {
    const { personal } = consultant(platform())
    const before = [await stateOf(platform(), aster()), await stateOf(platform(), birch())]
    const wrong = await deregister(platform(), { ...personal, password: 'not the password' })
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password_incorrect'])
    for (const changes of [{ confirm: false }, { confirm: undefined }, { password: undefined }]) {
      const answer = await deregister(platform(), personal, changes)
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
    }
    expect((await me(platform(), personal.account_id)).status).toBe(200)
    expect([await stateOf(platform(), aster()), await stateOf(platform(), birch())]).toEqual(before)
  })

  test('S36, S37: the same email registers again immediately, without any earlier data', async () => {
    const first = await registered(platform(), noor)
    const created = await as(platform(), first.account_id, 'account:write', 'POST', '/v1.0/organizations', {
      name: 'Elm Works',
    })
    const elm = { account_id: created.body.account_id as string, password: PASSWORD }
    const { body: elmWorks } = await as(platform(), elm.account_id, 'org:read', 'GET', '/v1.0/organization')
    await as(platform(), elm.account_id, 'org:dissolve', 'POST', '/v1.0/organization/dissolution', {
      reason_code: 'created_by_mistake',
      confirm_name: elmWorks.name,
    })
    await platform().advance('PT72H')
    expect((await deregister(platform(), { ...first, password: PASSWORD })).status).toBe(200)

    const second = await registered(platform(), noor, { name: 'Nora Haas' })
    expect(second.account_id).not.toBe(first.account_id)
    expect(second.identity_id).not.toBe(first.identity_id)
    expect((await me(platform(), second.account_id)).body).toMatchObject({
      name: 'Nora Haas',
      ...noor,
      kind: 'personal',
    })
    const accounts = (await me(platform(), second.account_id, '/accounts')).body.data
    expect(accounts.map((account: any) => account.account_id)).toEqual([second.account_id])
    for (const what of ['/organizations', '/departures', '/notifications']) {
      expect((await me(platform(), second.account_id, what)).body.data).toEqual([])
    }
  })

  test('S36, S37: so does the same phone, and two concurrent registrations get one account', async () => {
    const phone = { phone: '+491701234567' }
    const first = await registered(platform(), phone)
    await deregister(platform(), { ...first, password: PASSWORD })
    const code = await newCode(platform(), phone, 'register')
    const answers = await Promise.all([register(platform(), phone, code), register(platform(), phone, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403])
    expect(answers.find(({ status }) => status === 201)?.body.account_id).not.toBe(first.account_id)
  })

  test('S21: a person without an account registers with the same email and the old password, and reads why', async () => {
    const { account_id, email } = named(platform(), 0, 'Aiko')
    const admin = named(platform(), 0, 'Anton')
    expect((await offboard(platform(), admin.account_id, account_id)).status).toBe(201)
    const { account_id: personal } = await registered(
      platform(),
      { email: email as string },
      { password: platform().member(aster(), 'member').password },
    )
    const { body } = await me(platform(), personal, '/departures')
    expect(body.data).toMatchObject([{ org_id: aster(), account_id, initiator: 'admin', status: 'departed' }])
    const contacts = body.data[0].admins.map((one: any) => one.email)
    expect(contacts).toEqual([named(platform(), 0, 'Ada').email, admin.email])
  })

  test('S26: a person who was offboarded, and then deregistered their personal account, can be restored and depart again', async () => {
    const { personal, instant, approval } = consultant(platform())
    const admin = named(platform(), 0, 'Anton').account_id
    await offboard(platform(), admin, instant.account_id)
    await offboard(platform(), named(platform(), 1, 'Bai').account_id, approval.account_id)
    expect((await deregister(platform(), personal)).status).toBe(200)
    const { body } = await as(platform(), admin, 'member:read', 'GET', '/v1.0/departures')
    const restore = `/v1.0/departures/${body.data[0].departure_id}/restore`
    expect((await as(platform(), admin, 'member:restore', 'POST', restore, {})).status).toBe(200)
    expect((await me(platform(), instant.account_id)).body).toMatchObject({ email: CONSULTANT })
    const again = await deregister(platform(), instant)
    expect([again.status, again.body.code]).toEqual([200, undefined])
  })
})
