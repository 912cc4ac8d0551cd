import { expect, test } from 'vitest'
import { advanceTo, DAY, fromNow, HOUR, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'
import { atOnce, ROUNDS, sideBySide, tally } from '../support/rounds.ts'

onEachStore((platform) => {
  test('a concurrent leave and offboarding make exactly one departure and one event', async () => {
    const { orgId, offboard } = await opened(platform())
    const members = await addMembers(platform(), orgId, ROUNDS)
    const rounds = await sideBySide(ROUNDS, async (round) => {
      const account_id = must(members[round])
      const leaving = await platform().userToken(account_id, 'member:leave')
      const answers = await atOnce(
        round,
        () => platform().post('/v1.0/leave', leaving, { confirm: true }),
        () => offboard(account_id),
      )
      return { account_id, codes: answers.map(({ status, body }) => body.code ?? status) }
    })
    for (const { codes } of rounds) {
      const [left, offboarded] = codes
      if (left === 201) expect(offboarded).toBe('already_departed')
      else expect(codes).toEqual([expect.stringMatching(/^(already_departed|token_revoked)$/), 201])
    }
    const methods = rounds.map(({ codes }) => (codes[0] === 201 ? 'self_leave' : 'admin_offboard'))
    expect(Object.keys(tally(methods)).sort(), 'each was the first at times').toEqual(['admin_offboard', 'self_leave'])
    const expected = rounds.map(({ account_id }, i) => `${account_id} ${methods[i]}`).sort()
    const told = await recorded(platform(), orgId, 'member.departed')
    expect(told.map(({ data }) => `${data.account_id} ${data.method}`).sort()).toEqual(expected)
    const departures = await query(
      platform(),
      `select account_id, method, status from departure where org_id = '${orgId}'`,
    )
    expect(departures.map(({ account_id, method }) => `${account_id} ${method}`).sort()).toEqual(expected)
    await expectGapless(platform())
  }, 300_000)

  test('where rules meet: two concurrent restores have one effect and one event', async () => {
    const { orgId, batch, restore } = await opened(platform())
    const members = await addMembers(platform(), orgId, ROUNDS)
    await batch(members.map((account_id) => ({ account_id, reason_code: 'other' })))
    await settle(platform())
    const departed = await recorded(platform(), orgId, 'member.departed')
    expect(departed).toHaveLength(ROUNDS)
    await sideBySide(ROUNDS, async (round) => {
      const { departure_id } = departed[round].data
      const answers = await atOnce(
        round,
        () => restore(departure_id),
        () => restore(departure_id, { dept_ids: [2] }),
      )
      expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'already_restored'])
      // The departments are those of the one that succeeded.
      const [done] = answers.filter(({ status }) => status === 200)
      const placed = `select dept_id from account_department where org_id = '${orgId}'
        and account_id = '${done?.body.account_id}'`
      if (round % 10 > 0) return
      const ids = (await query(platform(), placed)).map(({ dept_id }) => Number(dept_id))
      expect(ids).toEqual(done?.body.dept_ids)
    })
    const told = await recorded(platform(), orgId, 'member.restored')
    expect(told.map(({ data }) => data.account_id).sort()).toEqual(members.toSorted())
    const active = `select account_id from account where org_id = '${orgId}' and status = 'active'`
    const ids = new Set((await query(platform(), active)).map(({ account_id }) => account_id))
    expect(members.filter((id) => !ids.has(id))).toEqual([])
    await expectGapless(platform())
  }, 300_000)

  test('where rules meet: when two administrators offboard each other concurrently, exactly one departs', async () => {
    const LANES = 4
    const { orgId, admin, role, offboard } = await opened(platform())
    const members = await addMembers(platform(), orgId, ROUNDS + LANES, 'admin')
    const as = (id: string) => platform().userToken(id, 'member:offboard')
    // In each round the remaining administrator meets the next one.
    const departed = await sideBySide(LANES, async (lane) => {
      const [first, ...others] = members.filter((_, i) => i % LANES === lane)
      let survivor = must(first)
      let token = await as(survivor)
      const gone: string[] = []
      for (const [round, other] of others.entries()) {
        const pair = [survivor, other] as const
        const tokens = [token, await as(other)]
        const answers = await atOnce(
          round,
          () => offboard(pair[1], {}, tokens[0]),
          () => offboard(pair[0], {}, tokens[1]),
        )
        const codes = answers.map(({ status, body }) => body.code ?? status)
        expect(codes.toSorted()).toEqual([201, 'token_revoked'])
        survivor = codes[0] === 201 ? pair[0] : pair[1]
        token = must(codes[0] === 201 ? tokens[0] : tokens[1])
        gone.push(codes[0] === 201 ? pair[1] : pair[0])
      }
      return gone
    })
    const told = await recorded(platform(), orgId, 'member.departed')
    expect(told.map(({ data }) => data.account_id).sort()).toEqual(departed.flat().toSorted())
    expect(told).toHaveLength(ROUNDS)
    // One of the last two remains, too.
    const left = [admin.account_id, ...members.filter((id) => !departed.flat().includes(id))]
    await sideBySide(LANES - 1, (i) => role(must(left[i]), 'member'))
    const pair = left.slice(-2)
    const tokens = await Promise.all(pair.map(as))
    const last = await Promise.all([offboard(must(pair[1]), {}, tokens[0]), offboard(must(pair[0]), {}, tokens[1])])
    expect(last.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'token_revoked'])
    await expectGapless(platform())
  }, 300_000)

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
    expect(await recorded(platform(), orgId)).toMatchObject([
      { type: 'offboarding_batch.completed', data: { batch_id: body.batch_id, total: 1, succeeded: 0, failed: 1 } },
    ])
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
    await platform().advance('P3D')
    const expected = [1, 3, 2, 0].map((i) => ids[i])
    const departed = await recorded(platform(), orgId, 'member.departed')
    expect(departed.map(({ data }) => data.account_id)).toEqual(expected)
    // Each takes effect at its own time, not at the one to which the clock was moved; so does the purge after it.
    for (const [at, i] of [1, 3, 2, 0].entries()) {
      const due = Date.parse(must(times[i]))
      const { timestamp, data } = departed[at]
      expect(Math.abs(Date.parse(timestamp) - due)).toBeLessThan(60_000)
      expect(Math.abs(Date.parse(data.restorable_until) - due - 30 * DAY)).toBeLessThan(60_000)
    }
    await platform().advance('P37D')
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
