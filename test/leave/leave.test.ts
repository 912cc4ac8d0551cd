import { describe, expect, test } from 'vitest'
import { must, onEachStore } from '../support/platform.ts'
import {
  apply,
  as,
  consultant,
  deregister,
  eventsOf,
  expectDeparted,
  expectMember,
  expectRefused,
  leave,
  me,
  named,
  offboard,
  setCondition,
  setRole,
  stateOf,
} from './support.ts'

const REASONS = ['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'] as const
const ENTRY_POINTS = [
  'mobile_contacts',
  'mobile_profile',
  'mobile_settings',
  'desktop_contacts',
  'desktop_settings',
] as const

onEachStore((platform) => {
  const aster = () => platform().organization(0).org_id
  const birch = () => platform().organization(1).org_id
  const person = (name: string) => named(platform(), name.startsWith('B') ? 1 : 0, name)

  describe('leaving', () => {
    test('S38: an ordinary member leaves by their own act if the policy is instant', async () => {
      const { account_id, name, email } = person('Aiko')
      const { status, body } = await leave(platform(), account_id, {
        reason_code: 'resignation',
        reason_text: 'A new post elsewhere.',
      })
      expect(status).toBe(201)
      expect(body).toMatchObject({
        account_id,
        method: 'self_leave',
        initiator: 'self',
        actor: { type: 'user', id: account_id },
        reason_code: 'resignation',
        reason_text: 'A new post elsewhere.',
        snapshot: { name, email, dept_ids: [2], role: 'member', manager_id: person('Anton').account_id },
        status: 'departed',
        restored_at: null,
      })
      const days = (Date.parse(body.restorable_until) - Date.parse(body.departed_at)) / 86_400_000
      expect(days).toBe(30)
      await expectDeparted(platform(), aster(), account_id, {
        departure_id: body.departure_id,
        method: 'self_leave',
        initiator: 'self',
        reason_code: 'resignation',
      })
    })

    test('S2: deregistering one’s account in an organisation is leaving it, to the last field', async () => {
      const [one, other] = [person('Aiko'), person('Alan')]
      const reason = { reason_code: 'resignation', reason_text: 'A new post elsewhere.' }
      expect((await leave(platform(), one.account_id, reason)).status).toBe(201)
      const { status, body } = await deregister(platform(), other, reason)
      expect([status, body.kind, body.account_id]).toEqual([200, 'organization', other.account_id])
      const [left, deregistered] = await eventsOf(platform(), aster(), 'member.departed')
      expect(deregistered.data.departure_id).toBe(body.departure_id)
      const alike = ({ data: { method, initiator, reason_code, reason_text } }: any) => ({
        method,
        initiator,
        reason_code,
        reason_text,
      })
      expect(alike(deregistered)).toEqual(alike(left))
      expect(Object.keys(deregistered.data)).toEqual(Object.keys(left.data))
      const reader = await platform().appToken(aster(), 'member:read')
      const departures = await Promise.all(
        [left, deregistered].map(
          async ({ data }) => (await platform().get(`/v1.0/departures/${data.departure_id}`, reader)).body,
        ),
      )
      expect(departures[1]).toMatchObject({ method: 'self_leave', status: 'departed', entry_point: null })
      expect(departures.map((departure) => Object.keys(departure))).toEqual(
        Array(2).fill(Object.keys(must(departures[0]))),
      )
      for (const { account_id } of [one, other]) {
        const member = await platform().get(`/v1.0/members/${account_id}`, reader)
        expect(member.body.status).toBe('departed')
      }
    })

    test('S3: the account can’t be used from the next call on, and a restore does not revive its tokens', async () => {
      const { account_id } = person('Aiko')
      const tokens = [
        await platform().userToken(account_id, 'account:read', 'org:read'),
        await platform().userToken(account_id, 'account:read', 'org:read'),
      ]
      const first = must(tokens[0])
      expect((await platform().get('/v1.0/me', first)).status).toBe(200)
      const { body } = await leave(platform(), account_id)
      const useless = async () => {
        for (const token of tokens) {
          for (const path of ['/v1.0/me', '/v1.0/organization', '/v1.0/me/accounts']) {
            const answer = await platform().get(path, token)
            expect([answer.status, answer.body.code]).toEqual([401, 'token_revoked'])
          }
        }
      }
      await useless()
      const restore = `/v1.0/departures/${body.departure_id}/restore`
      const restored = await as(platform(), person('Anton').account_id, 'member:restore', 'POST', restore, {})
      expect(restored.status).toBe(200)
      await expectMember(platform(), aster(), account_id)
      await useless()
    })

    test('S3: the account is no longer offered to its person', async () => {
      const { personal, instant } = consultant(platform())
      await leave(platform(), instant.account_id)
      const { body } = await me(platform(), personal.account_id, '/accounts')
      expect(body.data.map((account: any) => account.account_id)).not.toContain(instant.account_id)
    })

    test('S11: a member, and an administrator who is not the last one, deregister themselves', async () => {
      const [admin, member] = [person('Anton'), person('Aiko')]
      for (const [one, role] of [
        [member, 'member'],
        [admin, 'admin'],
      ] as const) {
        // The founder does not count as the other administrator.
        if (role === 'admin') {
          expect((await setRole(platform(), person('Ada').account_id, person('Alan').account_id, 'admin')).status).toBe(
            200,
          )
        }
        const { status, body } = await deregister(platform(), one)
        expect([status, body.kind]).toEqual([200, 'organization'])
        await expectDeparted(platform(), aster(), one.account_id, { initiator: 'self', snapshot: { role } })
      }
    })

    test('S12: joined by mistake is a reason to leave, and to deregister', async () => {
      const reason = { reason_code: 'joined_by_mistake' }
      expect((await leave(platform(), person('Aiko').account_id, reason)).body).toMatchObject(reason)
      expect((await deregister(platform(), person('Alan'), reason)).status).toBe(200)
      const events = await eventsOf(platform(), aster(), 'member.departed')
      expect(events.map(({ data }) => data.reason_code)).toEqual(['joined_by_mistake', 'joined_by_mistake'])
    })

    test('S42: every reason is accepted and passed on when leaving, and another one is not', async () => {
      const { account_id } = person('Aiko')
      await expectRefused(
        platform(),
        { orgId: aster(), accountId: account_id },
        () => leave(platform(), account_id, { reason_code: 'boredom' }),
        [400, 'invalid_request', { errors: [{ pointer: '/reason_code' }] }],
      )
      for (const reason_code of REASONS) {
        const { status, body } = await leave(platform(), account_id, { reason_code })
        expect([status, body.reason_code]).toEqual([201, reason_code])
        const restore = `/v1.0/departures/${body.departure_id}/restore`
        await as(platform(), person('Anton').account_id, 'member:restore', 'POST', restore, {})
      }
      const events = await eventsOf(platform(), aster(), 'member.departed')
      expect(events.map(({ data }) => data.reason_code)).toEqual(REASONS)
    })

    test('S17, S39, S48: every entry point has the same result, and is recorded', async () => {
      const { account_id } = person('Aiko')
      const seen: unknown[] = []
      for (const entry_point of ENTRY_POINTS) {
        const { status, body } = await leave(platform(), account_id, { entry_point })
        expect([status, body.entry_point]).toEqual([201, entry_point])
        const { departure_id, departed_at, restorable_until, entry_point: _, handover, snapshot, ...same } = body
        seen.push(same)
        expect([handover.status, snapshot.role]).toEqual(['completed', 'member'])
        const reader = await platform().appToken(aster(), 'member:read')
        expect((await platform().get(`/v1.0/departures/${departure_id}`, reader)).body.entry_point).toBe(entry_point)
        const restore = `/v1.0/departures/${departure_id}/restore`
        await as(platform(), person('Anton').account_id, 'member:restore', 'POST', restore, {})
      }
      expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(await eventsOf(platform(), aster(), 'member.departed')).toHaveLength(ENTRY_POINTS.length)
    })

    test('S43: the instant path is not for administrators', async () => {
      const { account_id } = person('Anton')
      await expectRefused(platform(), { orgId: aster(), accountId: account_id }, () => leave(platform(), account_id), [
        409,
        'admin_cannot_leave_instantly',
        { remediation: { action: 'contact_admin' } },
      ])
      const founder = person('Ada').account_id
      await setRole(platform(), founder, person('Alan').account_id, 'admin')
      expect((await setRole(platform(), founder, account_id, 'member')).status).toBe(200)
      expect((await leave(platform(), account_id)).status).toBe(201)
    })

    test('S44, S45: nobody approves, and it is effective immediately', async () => {
      const { account_id } = person('Aiko')
      const token = await platform().userToken(account_id, 'account:read')
      const { body } = await leave(platform(), account_id)
      expect(body.status).toBe('departed')
      expect((await platform().get('/v1.0/me', token)).status).toBe(401)
      const { applications } = (await stateOf(platform(), aster())) as any
      expect(applications.data).toEqual([])
      const types = (await eventsOf(platform(), aster())).map(({ type }) => type)
      expect(types.filter((type) => type.startsWith('leave_application.'))).toEqual([])
    })

    test('S46: without the confirmation nobody leaves', async () => {
      const member = person('Aiko')
      const one = { orgId: aster(), accountId: member.account_id }
      for (const changes of [{ confirm: undefined }, { confirm: false }, { confirm: 'true' }, { confirm: null }]) {
        const refusal: [number, string, object] = [400, 'invalid_request', { errors: [{ pointer: '/confirm' }] }]
        await expectRefused(platform(), one, () => leave(platform(), member.account_id, changes), refusal)
        await expectRefused(platform(), one, () => deregister(platform(), member, changes), refusal)
      }
    })

    test('S47: a person sees every joined organisation, picks one, and has one less', async () => {
      const { personal, instant } = consultant(platform())
      const joined = async () =>
        (await me(platform(), personal.account_id, '/organizations')).body.data.map((one: any) => one.org_id)
      expect(await joined()).toEqual([aster(), birch()])
      await leave(platform(), instant.account_id)
      expect(await joined()).toEqual([birch()])
    })
  })

  describe('one of several accounts', () => {
    test('S15: leaving one organisation changes nothing of the other accounts', async () => {
      const { personal, instant, approval } = consultant(platform())
      const tokens = [
        await platform().userToken(personal.account_id, 'account:read'),
        await platform().userToken(approval.account_id, 'account:read'),
      ]
      const others = async () =>
        Promise.all(
          tokens.map(async (token) => {
            const { status, body } = await platform().get('/v1.0/me', token)
            expect(status).toBe(200)
            return body
          }),
        )
      const before = await others()
      const elsewhere = await stateOf(platform(), birch())
      expect((await leave(platform(), instant.account_id)).status).toBe(201)
      expect(await others()).toEqual(before)
      expect(await stateOf(platform(), birch())).toEqual(elsewhere)
    })

    test('S34: only the token’s account departs; a list of accounts is unknown', async () => {
      const { personal, instant, approval } = consultant(platform())
      const all = [personal, instant, approval]
      const account_ids = all.map(({ account_id }) => account_id)
      const one = { orgId: aster(), accountId: instant.account_id }
      for (const field of ['account_ids', 'account_id', 'accounts', 'org_ids']) {
        const changes = { [field]: account_ids }
        const refusal: [number, string, object] = [400, 'invalid_request', { errors: [{ pointer: `/${field}` }] }]
        await expectRefused(platform(), one, () => leave(platform(), instant.account_id, changes), refusal)
        await expectRefused(platform(), one, () => deregister(platform(), instant, changes), refusal)
        await expectRefused(platform(), one, () => deregister(platform(), personal, changes), refusal)
      }
      for (const { account_id } of all) expect((await me(platform(), account_id)).status).toBe(200)
      expect((await deregister(platform(), instant)).status).toBe(200)
      for (const { account_id } of [personal, approval]) {
        expect((await me(platform(), account_id)).status).toBe(200)
      }
    })

    test('S49, S52: each organisation has its own policy, and an application is for one', async () => {
      const { instant, approval } = consultant(platform())
      await expectRefused(
        platform(),
        { orgId: birch(), accountId: approval.account_id },
        () => leave(platform(), approval.account_id),
        [409, 'approval_required'],
      )
      const application = await apply(platform(), approval.account_id)
      expect(application.status).toBe(201)
      const of = async (orgId: string) => ((await stateOf(platform(), orgId)) as any).applications.data
      expect([(await of(aster())).length, (await of(birch())).length]).toEqual([0, 1])
      expect((await leave(platform(), instant.account_id)).status).toBe(201)
      expect((await of(birch()))[0]).toMatchObject({ account_id: approval.account_id, status: 'pending' })
      await expectMember(platform(), birch(), approval.account_id)
    })
  })

  test('S21: an offboarded person reads, through another account, who did it and whom to ask', async () => {
    const { personal, instant, approval } = consultant(platform())
    const [admin, founder] = [person('Anton'), person('Ada')]
    expect((await offboard(platform(), admin.account_id, instant.account_id)).status).toBe(201)
    for (const { account_id } of [personal, approval]) {
      const { status, body } = await me(platform(), account_id, '/departures')
      expect(status).toBe(200)
      expect(body.data).toMatchObject([
        {
          org_id: aster(),
          organization_name: platform().organization(0).name,
          account_id: instant.account_id,
          method: 'admin_offboard',
          initiator: 'admin',
          reason_code: 'resignation',
          status: 'departed',
        },
      ])
      const contacts = body.data[0].admins.map(({ account_id, email, role }: any) => ({ account_id, email, role }))
      expect(contacts).toEqual([founder, admin].map(({ account_id, email, role }) => ({ account_id, email, role })))
    }
    expect((await me(platform(), person('Alan').account_id, '/departures')).body.data).toEqual([])

    // A frozen administrator can't help. The last administrator is not frozen, so there is another.
    await setRole(platform(), founder.account_id, person('Alan').account_id, 'admin')
    await setCondition(platform(), founder.account_id, admin.account_id, 'frozen')
    const { body } = await me(platform(), personal.account_id, '/departures')
    expect(body.data[0].admins.map((one: any) => one.account_id)).toEqual(
      [founder, person('Alan')].map(({ account_id }) => account_id),
    )
  })
})
