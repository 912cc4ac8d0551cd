import { describe, expect, test } from 'vitest'
import { type Answer, onEachStore } from '../support/platform.ts'
import {
  applied,
  apply,
  approved,
  as,
  confirm,
  consultant,
  deregister,
  expectDeparted,
  expectRefused,
  leave,
  named,
  offboard,
  readApplication,
  review,
  setCondition,
  setRole,
  stateOf,
} from './support.ts'

const contactAdmin = { remediation: { action: 'contact_admin', admins_url: expect.stringMatching(/\/admins$/) } }

onEachStore((platform) => {
  const aster = () => platform().organization(0).org_id
  const birch = () => platform().organization(1).org_id
  const person = (name: string) => named(platform(), name.startsWith('B') ? 1 : 0, name)

  describe.each([
    ['S22', 'frozen'],
    ['S23', 'banned'],
    ['S24', 'suspended'],
    ['S25', 'abnormal'],
  ] as const)('%s', (rule, condition) => {
    test(`${rule}: a ${condition} member can’t depart by their own act, and an administrator offboards them`, async () => {
      const [admin, member] = [person('Anton'), person('Aiko')]
      const set = await setCondition(platform(), admin.account_id, member.account_id, condition)
      expect([set.status, set.body.condition]).toEqual([200, condition])
      const one = { orgId: aster(), accountId: member.account_id, restricted: true }
      const refusal: [number, string, object] = [403, 'account_restricted', { condition, ...contactAdmin }]
      for (const send of [
        () => leave(platform(), member.account_id),
        () => deregister(platform(), member),
        () => apply(platform(), member.account_id),
      ]) {
        await expectRefused(platform(), one, send, refusal)
      }
      expect((await offboard(platform(), admin.account_id, member.account_id)).status).toBe(201)
      await expectDeparted(platform(), aster(), member.account_id, { initiator: 'admin', method: 'admin_offboard' })
    })
  })

  test('S22: of a concurrent leave and freeze exactly one succeeds', { timeout: 180_000 }, async () => {
    const [admin, member] = [person('Anton'), person('Aiko')]
    for (let round = 0; round < 20; round++) {
      const own = await platform().userToken(member.account_id, 'member:leave')
      const token = await platform().userToken(admin.account_id, 'member:condition:write')
      const path = `/v1.0/members/${member.account_id}/condition`
      const [left, froze] = await Promise.all([
        platform().post('/v1.0/leave', own, { confirm: true }),
        platform().call('PUT', path, { token, body: { condition: 'frozen' } }),
      ])
      expect([left.status, froze.status]).toSatisfy(
        ([one, other]) => (one === 201 && other === 409) || (one === 403 && other === 200),
      )
      if (left.status === 201) {
        const restore = `/v1.0/departures/${left.body.departure_id}/restore`
        expect((await as(platform(), admin.account_id, 'member:restore', 'POST', restore, {})).status).toBe(200)
      } else {
        expect(left.body).toMatchObject({ code: 'account_restricted', condition: 'frozen' })
        await setCondition(platform(), admin.account_id, member.account_id, 'normal')
      }
    }
  })

  test('S18: each refusal to leave says to ask an administrator, and the administrator then succeeds', async () => {
    const frozen = person('Bela')
    const [bianca, bo, mei] = [person('Bianca'), person('Bo'), consultant(platform()).approval]
    const admin = person('Bai')
    const pending = await applied(platform(), bianca.account_id)
    const mine = await approved(platform(), mei.account_id)
    const closed = await applied(platform(), bo.account_id)
    await review(platform(), admin.account_id, 'reject', closed)
    const wrong = { account_id: mei.account_id, password: 'not the password' }
    const cases: [accountId: string, code: string, status: number, send: () => Promise<Answer>][] = [
      [frozen.account_id, 'account_restricted', 403, () => leave(platform(), frozen.account_id)],
      [bo.account_id, 'approval_required', 409, () => leave(platform(), bo.account_id)],
      [bo.account_id, 'approval_required', 409, () => deregister(platform(), bo)],
      [bianca.account_id, 'application_pending', 409, () => apply(platform(), bianca.account_id)],
      [bianca.account_id, 'application_not_approved', 409, () => confirm(platform(), bianca, pending)],
      [bo.account_id, 'application_closed', 409, () => confirm(platform(), bo, closed)],
      [mei.account_id, 'password_incorrect', 403, () => confirm(platform(), wrong, mine)],
    ]
    for (const [accountId, code, status, send] of cases) {
      const one = { orgId: birch(), accountId, restricted: accountId === frozen.account_id }
      await expectRefused(platform(), one, send, [status, code, contactAdmin])
    }
    for (let i = 1; i < 5; i++) await confirm(platform(), wrong, mine)
    await expectRefused(
      platform(),
      { orgId: birch(), accountId: mei.account_id },
      () => confirm(platform(), mei, mine),
      [429, 'too_many_attempts', contactAdmin],
    )
    for (const { account_id } of [frozen, bo, bianca, mei]) {
      expect((await offboard(platform(), admin.account_id, account_id)).status).toBe(201)
      await expectDeparted(platform(), birch(), account_id, { initiator: 'admin' })
    }
    const instantly = () => leave(platform(), person('Anton').account_id)
    const one = { orgId: aster(), accountId: person('Anton').account_id }
    await expectRefused(platform(), one, instantly, [409, 'admin_cannot_leave_instantly', contactAdmin])
    await setRole(platform(), person('Ada').account_id, person('Alan').account_id, 'admin')
    expect((await offboard(platform(), person('Ada').account_id, one.accountId)).status).toBe(201)
    await expectDeparted(platform(), aster(), one.accountId, { initiator: 'admin' })
  })

  test('S18: if no administrator can help, the refusal names the way out', async () => {
    const [founder, admin] = [person('Ada'), person('Anton')]
    const one = { orgId: aster(), accountId: founder.account_id }
    const transfer = { remediation: { action: 'transfer_founder' } }
    const send = () => deregister(platform(), founder)
    await expectRefused(platform(), one, send, [409, 'founder_must_transfer', transfer])
    const byAdmin = () => offboard(platform(), admin.account_id, founder.account_id)
    await expectRefused(platform(), one, byAdmin, [409, 'founder_must_transfer', transfer])

    const last = { orgId: aster(), accountId: admin.account_id }
    const another = { remediation: { action: 'set_another_admin' } }
    await expectRefused(platform(), last, () => deregister(platform(), admin), [409, 'last_admin', another])
    const byFounder = () => offboard(platform(), founder.account_id, admin.account_id)
    await expectRefused(platform(), last, byFounder, [409, 'last_admin', another])

    // After following the remediation, an administrator succeeds.
    await setRole(platform(), admin.account_id, person('Alan').account_id, 'admin')
    expect((await byFounder()).status).toBe(201)
    const path = '/v1.0/organization/founder-transfer'
    const to = { account_id: person('Aiko').account_id, password: founder.password }
    expect((await as(platform(), founder.account_id, 'org:founder:transfer', 'POST', path, to)).status).toBe(200)
    expect((await offboard(platform(), person('Alan').account_id, founder.account_id)).status).toBe(201)
  })

  test('S40, S50: under the approval policy nobody leaves immediately by any path', async () => {
    for (const member of [person('Bianca'), person('Bo'), consultant(platform()).approval]) {
      const one = { orgId: birch(), accountId: member.account_id }
      for (const entry_point of ['mobile_contacts', 'mobile_profile', 'desktop_contacts']) {
        const send = () => leave(platform(), member.account_id, { entry_point })
        await expectRefused(platform(), one, send, [409, 'approval_required'])
      }
      await expectRefused(platform(), one, () => deregister(platform(), member), [409, 'approval_required'])
    }
    const admin = person('Bai')
    await setRole(platform(), person('Bruno').account_id, person('Bo').account_id, 'admin')
    const one = { orgId: birch(), accountId: admin.account_id }
    await expectRefused(platform(), one, () => deregister(platform(), admin), [409, 'approval_required'])
  })

  test('S40, S50: the policy binds from the moment it is set', async () => {
    const policy = (mode: string) =>
      as(platform(), person('Ada').account_id, 'org:policy:write', 'PUT', '/v1.0/organization/leave-policy', { mode })
    const { account_id } = person('Aiko')
    expect((await policy('approval')).status).toBe(200)
    const one = { orgId: aster(), accountId: account_id }
    await expectRefused(platform(), one, () => leave(platform(), account_id), [409, 'approval_required'])
    expect((await policy('instant')).status).toBe(200)
    expect((await leave(platform(), account_id)).status).toBe(201)
  })

  test('the founder can’t leave, deregister or apply before somebody else is the founder', async () => {
    for (const [orgId, founder] of [
      [aster(), person('Ada')],
      [birch(), person('Bruno')],
    ] as const) {
      const one = { orgId, accountId: founder.account_id }
      const refusal: [number, string, object] = [
        409,
        'founder_must_transfer',
        { remediation: { action: 'transfer_founder' } },
      ]
      await expectRefused(platform(), one, () => leave(platform(), founder.account_id), refusal)
      await expectRefused(platform(), one, () => deregister(platform(), founder), refusal)
      await expectRefused(platform(), one, () => apply(platform(), founder.account_id), refusal)
    }
  })

  test('S10: a founder who transferred leaves like an administrator', async () => {
    const [founder, admin] = [person('Ada'), person('Anton')]
    const path = '/v1.0/organization/founder-transfer'
    const to = { account_id: person('Aiko').account_id, password: founder.password }
    expect((await as(platform(), founder.account_id, 'org:founder:transfer', 'POST', path, to)).status).toBe(200)
    const one = { orgId: aster(), accountId: founder.account_id }
    const instantly = () => leave(platform(), founder.account_id)
    await expectRefused(platform(), one, instantly, [409, 'admin_cannot_leave_instantly'])
    expect((await deregister(platform(), founder)).status).toBe(200)
    await expectDeparted(platform(), aster(), founder.account_id, { initiator: 'self' })
    const token = await platform().userToken(admin.account_id, 'org:read')
    expect((await platform().get('/v1.0/organization', token)).status).toBe(200)
  })

  test('the only member of an organisation dissolves it', async () => {
    const { personal } = consultant(platform())
    const created = await as(platform(), personal.account_id, 'account:write', 'POST', '/v1.0/organizations', {
      name: 'Elm Works',
    })
    expect(created.status).toBe(201)
    const alone = { account_id: created.body.account_id, password: personal.password }
    for (const send of [
      () => leave(platform(), alone.account_id),
      () => deregister(platform(), alone),
      () => apply(platform(), alone.account_id),
    ]) {
      const { status, body } = await send()
      expect([status, body.code, body.remediation]).toEqual([409, 'sole_member_must_dissolve', { action: 'dissolve' }])
      const token = await platform().userToken(alone.account_id, 'account:read', 'member:read')
      expect((await platform().get('/v1.0/me', token)).status).toBe(200)
      expect((await platform().get('/v1.0/members', token)).body.data).toHaveLength(1)
    }
  })

  test('the last administrator does not deregister until there is another', async () => {
    const [founder, admin, member] = [person('Ada'), person('Anton'), person('Aiko')]
    const one = { orgId: aster(), accountId: admin.account_id }
    await expectRefused(platform(), one, () => deregister(platform(), admin), [
      409,
      'last_admin',
      { remediation: { action: 'set_another_admin' } },
    ])
    await setRole(platform(), founder.account_id, member.account_id, 'admin')
    expect((await deregister(platform(), admin)).status).toBe(200)
  })

  test('when the last two administrators deregister concurrently, one stays', async () => {
    const [founder, admin, member] = [person('Ada'), person('Anton'), person('Aiko')]
    await setRole(platform(), founder.account_id, member.account_id, 'admin')
    const answers = await Promise.all([admin, member].map((one) => deregister(platform(), one)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('last_admin')
    const { departures } = (await stateOf(platform(), aster())) as any
    expect(departures.data).toHaveLength(1)
  })

  test('an app, a token without the scope and a personal account leave no organisation', async () => {
    const { personal } = consultant(platform())
    const before = await stateOf(platform(), aster())
    const app = await platform().appToken(aster(), 'member:read')
    for (const [path, body] of [
      ['/v1.0/leave', { confirm: true }],
      ['/v1.0/me/deregister', { confirm: true, password: personal.password }],
      ['/v1.0/leave-applications', { reason_code: 'other', reason_text: 'x' }],
    ] as const) {
      const byApp = await platform().post(path, app, body)
      expect([byApp.status, byApp.body.code]).toEqual([403, 'user_required'])
      const unscoped = await platform().userToken(person('Aiko').account_id, 'account:read')
      expect((await platform().post(path, unscoped, body)).body.code).toBe('scope_missing')
      expect((await platform().post(path, undefined, body)).status).toBe(401)
    }
    const personally = await leave(platform(), personal.account_id)
    expect([personally.status, personally.body.code]).toEqual([403, 'org_not_authorized'])
    expect(await stateOf(platform(), aster())).toEqual(before)
  })

  describe('where rules meet', () => {
    test('leave while dissolving: a member still leaves, with one event', async () => {
      const founder = person('Ada')
      const dissolve = await as(
        platform(),
        founder.account_id,
        'org:dissolve',
        'POST',
        '/v1.0/organization/dissolution',
        {
          reason_code: 'no_longer_used',
          confirm_name: platform().organization(0).name,
        },
      )
      expect(dissolve.status).toBe(202)
      const { personal, instant } = consultant(platform())
      expect((await leave(platform(), instant.account_id)).status).toBe(201)
      await expectDeparted(platform(), aster(), instant.account_id, { method: 'self_leave' })
      await platform().advance('PT72H')
      const { body } = await me_departures(personal.account_id)
      expect(body.data).toMatchObject([{ account_id: instant.account_id, method: 'self_leave' }])
      expect(body.data).toHaveLength(1)
    })

    test('frozen with a pending application: it can be approved, and not confirmed before the release', async () => {
      const [admin, member] = [person('Bai'), person('Bianca')]
      const id = await applied(platform(), member.account_id)
      await setCondition(platform(), admin.account_id, member.account_id, 'frozen')
      const path = `/v1.0/leave-applications/${id}/approve`
      const reviewed = await as(platform(), admin.account_id, 'leave_application:review', 'POST', path, {})
      expect([reviewed.status, reviewed.body.status]).toEqual([200, 'approved'])
      await refusedWhileFrozen(id)
    })

    test('frozen between approval and confirm: not confirmed before the release', async () => {
      const [admin, member] = [person('Bai'), person('Bianca')]
      const id = await approved(platform(), member.account_id)
      await setCondition(platform(), admin.account_id, member.account_id, 'frozen')
      await refusedWhileFrozen(id)
    })

    const me_departures = (accountId: string) => as(platform(), accountId, 'account:read', 'GET', '/v1.0/me/departures')

    async function refusedWhileFrozen(id: string) {
      const [admin, member] = [person('Bai'), person('Bianca')]
      const one = { orgId: birch(), accountId: member.account_id, restricted: true }
      const refusal: [number, string, object] = [403, 'account_restricted', { condition: 'frozen' }]
      await expectRefused(platform(), one, () => confirm(platform(), member, id), refusal)
      expect((await readApplication(platform(), birch(), id)).status).toBe('approved')
      await setCondition(platform(), admin.account_id, member.account_id, 'normal')
      expect((await confirm(platform(), member, id)).status).toBe(200)
      await expectDeparted(platform(), birch(), member.account_id, { method: 'approved_leave' })
    }
  })
})
