import { expect, test } from 'vitest'
import {
  advanceTo,
  DAY,
  expectGapless,
  expectRefused,
  fromNow,
  HOUR,
  opened,
  recorded,
} from '../offboarding/support.ts'
import { must, onEachStore } from '../support/platform.ts'

const ROUNDS = 30

onEachStore((platform) => {
  test('leaving and being offboarded at once makes one departure, and one event', async () => {
    const { orgId, offboard, create, token } = await opened(platform())
    for (let round = 0; round < ROUNDS; round++) {
      const account_id = await create({ name: 'R', email: `r${round}@race.example` })
      const leaving = await platform().userToken(account_id, 'member:leave')
      const [left, offboarded] = await Promise.all([
        platform().post('/v1.0/leave', leaving, { confirm: true }),
        offboard(account_id),
      ])
      const codes = [left.body.code ?? left.status, offboarded.body.code ?? offboarded.status]
      expect(codes.filter((code) => code === 201)).toHaveLength(1)
      expect(['already_departed', 'token_revoked']).toContain(codes.find((code) => code !== 201))
      const told = await recorded(platform(), orgId, 'member.departed')
      expect(told.filter(({ data }) => data.account_id === account_id)).toHaveLength(1)
    }
    expect((await platform().get('/v1.0/departures?limit=200', token)).body.data).toHaveLength(ROUNDS)
    await expectGapless(platform())
  }, 60_000)

  test('where rules meet: of two administrators who offboard each other at once, exactly one departs', async () => {
    const { orgId, admin, named, role, offboard, restore, readMember } = await opened(platform())
    const pair = [admin.account_id, named('Alan').account_id] as const
    await role(pair[1], 'admin')
    for (let round = 0; round < ROUNDS; round++) {
      const tokens = await Promise.all(pair.map((id) => platform().userToken(id, 'member:offboard')))
      const answers = await Promise.all([offboard(pair[1], {}, tokens[0]), offboard(pair[0], {}, tokens[1])])
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      const refused = must(answers.find(({ status }) => status !== 201))
      expect(['token_revoked', 'last_admin']).toContain(refused.body.code)
      const states = await Promise.all(pair.map(async (id) => (await readMember(id)).status))
      expect([...states].sort()).toEqual(['active', 'departed'])
      const done = must(answers.find(({ status }) => status === 201)).body
      expect((await restore(done.departure_id)).status).toBe(200)
      await role(done.account_id, 'admin')
    }
    expect(await recorded(platform(), orgId, 'member.departed')).toHaveLength(ROUNDS)
    await expectGapless(platform())
  }, 60_000)

  test('where rules meet: the only administrator is not offboarded, nor scheduled to be', async () => {
    const { orgId, admin, offboard, batch, readBatch } = await opened(platform())
    const refusal: [number, string] = [409, 'last_admin']
    await expectRefused(platform(), orgId, refusal, () => offboard(admin.account_id))
    const effective_at = await fromNow(platform(), DAY)
    await expectRefused(platform(), orgId, refusal, () => offboard(admin.account_id, { effective_at }))
    const own = await platform().userToken(admin.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, refusal, () => offboard(admin.account_id, {}, own))
    const { body } = await batch([{ account_id: admin.account_id, reason_code: 'other' }])
    await platform().advance('PT0S')
    expect((await readBatch(body.batch_id)).items[0].failure).toBe('last_admin')
    expect(await recorded(platform(), orgId)).toEqual([])
  })

  test('where rules meet: a member leaves before their scheduled offboarding, which is then canceled', async () => {
    const { orgId, member, offboard, offboarding } = await opened(platform())
    const { account_id } = member
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(account_id, { effective_at })).body
    const leaving = await platform().userToken(account_id, 'member:leave')
    expect((await platform().post('/v1.0/leave', leaving, { confirm: true })).status).toBe(201)
    expect(await offboarding(offboarding_id)).toMatchObject({ status: 'canceled', departure_id: null })
    await platform().advance('P2D')
    const types = ['member.departed', 'member.offboarding_canceled', 'member.offboarding_failed']
    expect((await recorded(platform(), orgId, ...types)).map(({ type, data }) => [type, data.cause])).toEqual([
      ['member.departed', undefined],
      ['member.offboarding_canceled', 'already_departed'],
    ])
    await expectGapless(platform())
  })

  test('where rules meet: the clock advanced across several due times, they fall due in order', async () => {
    const { orgId, named, frozen, offboard } = await opened(platform())
    const ids = [named('Aiko'), named('Alan'), named('Mei'), frozen].map(({ account_id }) => account_id)
    const hours = [50, 10, 30, 20]
    const times: string[] = []
    for (const [i, id] of ids.entries()) {
      const effective_at = await fromNow(platform(), must(hours[i]) * HOUR)
      times.push(effective_at)
      expect((await offboard(id, { effective_at })).status).toBe(201)
    }
    await platform().advance('P40D')
    const expected = [1, 3, 2, 0].map((i) => ids[i])
    const departed = await recorded(platform(), orgId, 'member.departed')
    expect(departed.map(({ data }) => data.account_id)).toEqual(expected)
    // Each at its own time, and not at the one the clock was moved to; so is the purge after it.
    for (const [at, i] of [1, 3, 2, 0].entries()) {
      const due = Date.parse(must(times[i]))
      const { timestamp, data } = departed[at]
      expect(Math.abs(Date.parse(timestamp) - due)).toBeLessThan(60_000)
      expect(Math.abs(Date.parse(data.restorable_until) - due - 30 * DAY)).toBeLessThan(60_000)
    }
    const purged = await recorded(platform(), orgId, 'member.purged')
    expect(purged.map(({ data }) => data.account_id)).toEqual(expected)
    await expectGapless(platform())
  })

  test('where rules meet: nobody becomes the founder who is to be offboarded', async () => {
    const { orgId, founder, member, offboard, cancel } = await opened(platform())
    const { account_id } = member
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(account_id, { effective_at })).body
    const transfer = async () => {
      const token = await platform().userToken(founder.account_id, 'org:founder:transfer')
      const body = { account_id, password: founder.password }
      return platform().post('/v1.0/organization/founder-transfer', token, body)
    }
    await expectRefused(platform(), orgId, [409, 'offboarding_exists'], transfer)
    await cancel(offboarding_id)
    expect((await transfer()).status).toBe(200)
    await advanceTo(platform(), Date.parse(effective_at))
    expect(await recorded(platform(), orgId, 'member.departed')).toEqual([])
  })

  test('S10: a founder leaves alone after the transfer; the organisation and everybody else are untouched', async () => {
    const { orgId, founder, admin, member, offboard, token, readMember } = await opened(platform())
    const transfer = await platform().userToken(founder.account_id, 'org:founder:transfer')
    const to = { account_id: member.account_id, password: founder.password }
    const leaving = await platform().userToken(founder.account_id, 'account:deregister')
    const leave = () => platform().post('/v1.0/me/deregister', leaving, { confirm: true, password: founder.password })
    await expectRefused(platform(), orgId, [409, 'founder_must_transfer'], leave)
    expect((await platform().post('/v1.0/organization/founder-transfer', transfer, to)).status).toBe(200)
    const others = (await platform().get('/v1.0/members', token)).body.data.filter(
      (one: any) => one.account_id !== founder.account_id,
    )
    expect((await leave()).status).toBe(200)
    expect((await platform().get('/v1.0/members', token)).body.data).toEqual(others)
    expect((await readMember(founder.account_id)).status).toBe('departed')
    expect((await readMember(admin.account_id)).role).toBe('admin')
    const reader = await platform().appToken(orgId, 'org:read')
    expect((await platform().get('/v1.0/organization', reader)).body.status).toBe('active')
    const again = await offboard(member.account_id)
    expect(again.body.code).toBe('founder_must_transfer')
  })
})
