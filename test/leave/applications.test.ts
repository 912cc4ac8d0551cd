import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { onEachStore } from '../support/platform.ts'
import {
  applied,
  apply,
  approved,
  as,
  confirm,
  consultant,
  eventsOf,
  expectDeparted,
  expectMember,
  expectRefused,
  leave,
  me,
  named,
  offboard,
  readApplication,
  review,
  stateOf,
  withdraw,
} from './support.ts'

const REASONS = ['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'] as const

onEachStore((platform) => {
  const birch = () => platform().organization(1).org_id
  const person = (name: string) => named(platform(), 1, name)
  const one = (name = 'Bianca') => ({ orgId: birch(), accountId: person(name).account_id })
  const byAdmin = (decision: 'approve' | 'reject', id: string, body: object = {}) =>
    review(platform(), person('Bai').account_id, decision, id, body)
  const applicationEvents = async () =>
    (await eventsOf(platform(), birch())).filter(({ type }) => type.startsWith('leave_application.'))
  const typesOf = (events: any[]) => events.map(({ type }) => type.replace('leave_application.', ''))

  test('S42: every reason is accepted and passed on when applying, and another one is not', async () => {
    const { account_id } = person('Bianca')
    await expectRefused(platform(), one(), () => apply(platform(), account_id, { reason_code: 'boredom' }), [
      400,
      'invalid_request',
      { errors: [{ pointer: '/reason_code' }] },
    ])
    for (const reason_code of REASONS) {
      const { status, body } = await apply(platform(), account_id, { reason_code })
      expect([status, body.reason_code]).toEqual([201, reason_code])
      expect((await withdraw(platform(), account_id, body.application_id)).status).toBe(200)
    }
    const submitted = await eventsOf(platform(), birch(), 'leave_application.submitted')
    expect(submitted.map(({ data }) => data.reason_code)).toEqual(REASONS)
    const id = (await apply(platform(), account_id, { reason_code: 'restructuring' })).body.application_id
    await byAdmin('approve', id)
    expect((await confirm(platform(), person('Bianca'), id)).body.reason_code).toBe('restructuring')
  })

  test('S51: neither the applicant nor another member decides', async () => {
    const id = await applied(platform(), person('Bianca').account_id)
    for (const name of ['Bianca', 'Bo', 'Mei']) {
      for (const decision of ['approve', 'reject'] as const) {
        const send = () => review(platform(), person(name).account_id, decision, id)
        await expectRefused(platform(), one(), send, [403, 'admin_required'])
      }
    }
    expect((await readApplication(platform(), birch(), id)).status).toBe('pending')
  })

  test('S51: not even an administrator decides on their own, nor one of another organisation on this', async () => {
    const id = await applied(platform(), person('Bai').account_id)
    for (const decision of ['approve', 'reject'] as const) {
      await expectRefused(platform(), one('Bai'), () => byAdmin(decision, id), [403, 'admin_required'])
      const foreign = named(platform(), 0, 'Anton').account_id
      const send = () => review(platform(), foreign, decision, id)
      await expectRefused(platform(), one('Bai'), send, [404, 'leave_application_not_found'])
    }
    expect((await review(platform(), person('Bruno').account_id, 'approve', id)).status).toBe(200)
  })

  test('S51: the founder, an administrator and the organisation’s app decide', async () => {
    for (const decide of [
      (id: string) => review(platform(), person('Bruno').account_id, 'reject', id),
      (id: string) => byAdmin('reject', id),
      async (id: string) =>
        platform().post(
          `/v1.0/leave-applications/${id}/reject`,
          await platform().appToken(birch(), 'leave_application:review'),
          {},
        ),
    ]) {
      const { status, body } = await decide(await applied(platform(), person('Bianca').account_id))
      expect([status, body.status]).toEqual([200, 'rejected'])
    }
  })

  test('S51: no timer decides, it is still pending after 30 days', async () => {
    const id = await applied(platform(), person('Bianca').account_id)
    // A moment before its first event is purged.
    await platform().advance('PT719H')
    expect(typesOf(await applicationEvents())).toEqual(['submitted'])
    await platform().advance('P1D')
    expect(await readApplication(platform(), birch(), id)).toMatchObject({ status: 'pending', expires_at: null })
    expect(typesOf(await applicationEvents())).toEqual([])
    await expectMember(platform(), birch(), person('Bianca').account_id)
    expect((await byAdmin('approve', id)).status).toBe(200)
  })

  test('S53: the reason is filled in, and the reviewer sees it', async () => {
    const { account_id, name } = person('Bianca')
    for (const [changes, pointer] of [
      [{ reason_text: '' }, '/reason_text'],
      [{ reason_text: ' \n\t\u3000' }, '/reason_text'],
      [{ reason_text: undefined }, '/reason_text'],
      [{ reason_code: undefined }, '/reason_code'],
    ] as const) {
      const refusal: [number, string, object] = [400, 'invalid_request', { errors: [{ pointer }] }]
      await expectRefused(platform(), one(), () => apply(platform(), account_id, changes), refusal)
    }
    const reason = { reason_code: 'position_change', reason_text: 'I join the sister company.' }
    const { status, body } = await apply(platform(), account_id, reason)
    expect(status).toBe(201)
    const path = '/v1.0/leave-applications'
    const seen = { ...reason, account_id, applicant_name: name, status: 'pending' }
    const reviewer = person('Bai').account_id
    const got = await as(platform(), reviewer, 'leave_application:read', 'GET', `${path}/${body.application_id}`)
    expect(got.body).toMatchObject(seen)
    const listed = await as(platform(), reviewer, 'leave_application:read', 'GET', `${path}?status=pending`)
    expect(listed.body.data).toMatchObject([seen])
    const submitted = await eventsOf(platform(), birch(), 'leave_application.submitted')
    expect(submitted.map(({ data }) => data)).toMatchObject([
      { application_id: body.application_id, account_id, ...reason },
    ])
  })

  test('a member sees their own applications and nobody else’s', async () => {
    const id = await applied(platform(), person('Bianca').account_id)
    const path = '/v1.0/leave-applications'
    const own = await as(platform(), person('Bianca').account_id, 'member:leave', 'GET', path)
    expect(own.body.data).toMatchObject([{ application_id: id }])
    for (const scope of ['member:leave', 'leave_application:read'] as const) {
      expect((await as(platform(), person('Bo').account_id, scope, 'GET', path)).body.data).toEqual([])
      const other = await as(platform(), person('Bo').account_id, scope, 'GET', `${path}/${id}`)
      expect([other.status, other.body.code]).toEqual([404, 'leave_application_not_found'])
    }
    const foreign = () => withdraw(platform(), person('Bo').account_id, id)
    await expectRefused(platform(), one(), foreign, [404, 'leave_application_not_found'])
  })

  test.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)('S54: the applicant is notified after the decision to %s, and not before', async (decision, status) => {
    const { account_id } = person('Bianca')
    const admin = person('Bai').account_id
    const told = async () => (await me(platform(), account_id, '/notifications')).body.data
    const id = await applied(platform(), account_id)
    await platform().advance('P2D')
    expect(await told()).toEqual([])
    expect(typesOf(await applicationEvents())).toEqual(['submitted'])

    const decided = await byAdmin(decision, id, { comment: 'All the best.' })
    expect([decided.status, decided.body.status, decided.body.decided_by]).toEqual([200, status, admin])
    expect(await told()).toMatchObject([
      {
        type: `leave_application.${status}`,
        account_id,
        org_id: birch(),
        data: { application_id: id, comment: 'All the best.' },
      },
    ])
    const events = await applicationEvents()
    expect(typesOf(events)).toEqual(['submitted', status])
    expect(events[1]).toMatchObject({
      actor: { type: 'user', id: admin },
      data: { application_id: id, account_id, decided_by: admin, comment: 'All the best.' },
    })
    await expectMember(platform(), birch(), account_id)
    for (const again of ['approve', 'reject'] as const) {
      await expectRefused(platform(), one(), () => byAdmin(again, id), [409, 'application_closed'])
    }
  })

  test('S55: approved is still a member; with the right password they depart', async () => {
    const member = person('Bianca')
    const id = await applied(platform(), member.account_id)
    const early = () => confirm(platform(), member, id)
    await expectRefused(platform(), one(), early, [409, 'application_not_approved'])
    await byAdmin('approve', id)
    await expectMember(platform(), birch(), member.account_id)
    expect(await eventsOf(platform(), birch(), 'member.departed')).toEqual([])

    const wrong = { ...member, password: 'not the password' }
    await expectRefused(platform(), one(), () => confirm(platform(), wrong, id), [403, 'password_incorrect'])
    for (const confirmed of [undefined, false]) {
      const send = () => confirm(platform(), member, id, { confirm: confirmed })
      await expectRefused(platform(), one(), send, [400, 'invalid_request'])
    }
    const token = await platform().userToken(member.account_id, 'account:read')
    const { status, body } = await confirm(platform(), member, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ account_id: member.account_id, method: 'approved_leave', initiator: 'self' })
    expect((await platform().get('/v1.0/me', token)).status).toBe(401)
    await expectDeparted(platform(), birch(), member.account_id, { method: 'approved_leave', initiator: 'self' })
    const application = await readApplication(platform(), birch(), id)
    expect(application).toMatchObject({ status: 'confirmed', departure_id: body.departure_id })
    expect(typesOf(await applicationEvents())).toEqual(['submitted', 'approved', 'confirmed'])
    await platform().advance('P15D')
    expect(typesOf(await applicationEvents())).toEqual(['submitted', 'approved', 'confirmed'])
  })

  test('S55: a rejected application can’t be confirmed, and another can be made', async () => {
    const member = person('Bianca')
    const id = await applied(platform(), member.account_id)
    await byAdmin('reject', id)
    await expectRefused(platform(), one(), () => confirm(platform(), member, id), [409, 'application_closed'])
    await expectRefused(platform(), one(), () => withdraw(platform(), member.account_id, id), [
      409,
      'application_closed',
    ])
    expect((await apply(platform(), member.account_id)).status).toBe(201)
  })

  test('S55: nobody else confirms an application', async () => {
    const id = await approved(platform(), person('Bianca').account_id)
    for (const name of ['Bo', 'Bai', 'Bruno']) {
      const send = () => confirm(platform(), person(name), id)
      await expectRefused(platform(), one(), send, [404, 'leave_application_not_found'])
    }
  })

  test('S55: after five wrong passwords none is compared for 15 minutes', async () => {
    const member = person('Bianca')
    const wrong = { ...member, password: 'not the password' }
    const id = await approved(platform(), member.account_id)
    for (let i = 0; i < 5; i++) {
      await expectRefused(platform(), one(), () => confirm(platform(), wrong, id), [403, 'password_incorrect'])
    }
    for (const attempt of [member, wrong]) {
      const answer = await expectRefused(platform(), one(), () => confirm(platform(), attempt, id), [
        429,
        'too_many_attempts',
      ])
      // The sandbox's clock continues to run.
      expect(answer.body.retry_after).toBeGreaterThan(15 * 60 - 30)
      expect(answer.body.retry_after).toBeLessThanOrEqual(15 * 60)
      expect(answer.headers.get('retry-after')).toBe(String(answer.body.retry_after))
    }
    await platform().advance('PT14M30S')
    const last = await expectRefused(platform(), one(), () => confirm(platform(), member, id), [
      429,
      'too_many_attempts',
    ])
    expect(last.body.retry_after).toBeLessThanOrEqual(30)
    await platform().advance('PT30S')
    expect((await confirm(platform(), member, id)).status).toBe(200)
    await expectDeparted(platform(), birch(), member.account_id, { method: 'approved_leave' })
  })

  test('S55: a right password after four wrong ones resets the count', async () => {
    const { instant } = consultant(platform())
    const path = '/v1.0/me/deregister'
    const attempt = (password: string, changes: object = {}) =>
      as(platform(), instant.account_id, 'account:deregister', 'POST', path, { confirm: true, password, ...changes })
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await attempt('not the password')).body.code).toBe('password_incorrect')
      const { body } = await attempt(instant.password)
      const restore = `/v1.0/departures/${body.departure_id}/restore`
      const admin = named(platform(), 0, 'Anton').account_id
      expect((await as(platform(), admin, 'member:restore', 'POST', restore, {})).status).toBe(200)
    }
  })

  test('S55: 30 concurrent wrong passwords get at most five comparisons', async () => {
    const member = person('Bianca')
    const id = await approved(platform(), member.account_id)
    const wrong = { ...member, password: 'not the password' }
    const answers = await Promise.all(Array.from({ length: 30 }, () => confirm(platform(), wrong, id)))
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter((code) => code === 'password_incorrect')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(25)
    await expectRefused(platform(), one(), () => confirm(platform(), member, id), [429, 'too_many_attempts'])
  })

  test('an approved application that nobody confirms expires after 14 days', async () => {
    const member = person('Bianca')
    const id = await approved(platform(), member.account_id)
    const { decided_at, expires_at } = await readApplication(platform(), birch(), id)
    expect(Date.parse(expires_at) - Date.parse(decided_at)).toBe(14 * 86_400_000)
    await platform().advance('P13DT23H59M')
    expect((await readApplication(platform(), birch(), id)).status).toBe('approved')
    await platform().advance('PT1M')
    expect((await readApplication(platform(), birch(), id)).status).toBe('expired')
    const events = await applicationEvents()
    expect(typesOf(events)).toEqual(['submitted', 'approved', 'expired'])
    expect(events[2]).toMatchObject({
      actor: { type: 'system' },
      data: { application_id: id, account_id: member.account_id },
    })
    await expectRefused(platform(), one(), () => confirm(platform(), member, id), [409, 'application_closed'])
    expect((await apply(platform(), member.account_id)).status).toBe(201)
  })

  test('it can’t be confirmed then, even if the work that closes it is late', async () => {
    const member = person('Bianca')
    const id = await approved(platform(), member.account_id)
    await query(platform(), 'update leave_application set expires_at = 1')
    await expectRefused(platform(), one(), () => confirm(platform(), member, id), [409, 'application_closed'])
  })

  test('a pending and an approved application are withdrawn by the applicant, once', async () => {
    const member = person('Bianca')
    for (const make of [applied, approved]) {
      const id = await make(platform(), member.account_id)
      const { status, body } = await withdraw(platform(), member.account_id, id)
      expect([status, body.status]).toEqual([200, 'withdrawn'])
      const events = await applicationEvents()
      expect(events.at(-1)).toMatchObject({
        type: 'leave_application.withdrawn',
        data: { application_id: id, account_id: member.account_id, cause: 'withdrawn' },
      })
      for (const send of [
        () => withdraw(platform(), member.account_id, id),
        () => confirm(platform(), member, id),
        () => byAdmin('approve', id),
      ]) {
        await expectRefused(platform(), one(), send, [409, 'application_closed'])
      }
    }
    await platform().advance('P15D')
    expect(await eventsOf(platform(), birch(), 'leave_application.expired')).toEqual([])
  })

  test('there is one open application at a time, also after two concurrent requests', async () => {
    const { account_id } = person('Bianca')
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(platform(), account_id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'application_pending')).toHaveLength(9)
    expect(typesOf(await applicationEvents())).toEqual(['submitted'])
    const again = () => apply(platform(), account_id)
    await expectRefused(platform(), one(), again, [409, 'application_pending'])
    const id = answers.find(({ status }) => status === 201)?.body.application_id
    await byAdmin('approve', id)
    await expectRefused(platform(), one(), again, [409, 'application_pending'])
  })

  test('a member who departs in another way has no application left open', async () => {
    for (const make of [applied, approved]) {
      const member = make === applied ? person('Bianca') : person('Bo')
      const id = await make(platform(), member.account_id)
      expect((await offboard(platform(), person('Bai').account_id, member.account_id)).status).toBe(201)
      expect((await readApplication(platform(), birch(), id)).status).toBe('withdrawn')
      expect((await applicationEvents()).at(-1)).toMatchObject({
        type: 'leave_application.withdrawn',
        data: { application_id: id, cause: 'already_departed' },
      })
    }
  })

  test('an approved last administrator can’t leave', async () => {
    const admin = person('Bai')
    const id = await applied(platform(), admin.account_id)
    await review(platform(), person('Bruno').account_id, 'approve', id)
    await expectRefused(platform(), one('Bai'), () => confirm(platform(), admin, id), [409, 'last_admin'])
    const path = `/v1.0/members/${person('Bo').account_id}/role`
    await as(platform(), person('Bruno').account_id, 'member:write', 'PUT', path, { role: 'admin' })
    expect((await confirm(platform(), admin, id)).status).toBe(200)
  })

  test('if the policy becomes instant, the applicant may leave immediately', async () => {
    const { account_id } = person('Bianca')
    const id = await applied(platform(), account_id)
    const path = '/v1.0/organization/leave-policy'
    await as(platform(), person('Bruno').account_id, 'org:policy:write', 'PUT', path, { mode: 'instant' })
    expect((await leave(platform(), account_id)).status).toBe(201)
    expect((await readApplication(platform(), birch(), id)).status).toBe('withdrawn')
  })

  test('a concurrent confirmation and withdrawal have exactly one outcome', { timeout: 180_000 }, async () => {
    const member = person('Bianca')
    for (let round = 0; round < 10; round++) {
      const before = ((await stateOf(platform(), birch())) as any).departures.data.length
      const id = await approved(platform(), member.account_id)
      const [confirmed, withdrawn] = await Promise.all([
        confirm(platform(), member, id),
        withdraw(platform(), member.account_id, id),
      ])
      const { status, departure_id } = await readApplication(platform(), birch(), id)
      const departures = ((await stateOf(platform(), birch())) as any).departures.data
      if (confirmed.status === 200) {
        expect([withdrawn.status, status]).not.toEqual([200, 'withdrawn'])
        expect([status, departure_id, departures.length]).toEqual([
          'confirmed',
          confirmed.body.departure_id,
          before + 1,
        ])
        const restore = `/v1.0/departures/${departure_id}/restore`
        await as(platform(), person('Bai').account_id, 'member:restore', 'POST', restore, {})
      } else {
        expect([confirmed.status, confirmed.body.code]).toEqual([409, 'application_closed'])
        expect([withdrawn.status, status, departures.length]).toEqual([200, 'withdrawn', before])
      }
      const closing = (await applicationEvents()).filter(({ data }) => data.application_id === id)
      expect(typesOf(closing)).toEqual(['submitted', 'approved', status])
    }
  })
})
