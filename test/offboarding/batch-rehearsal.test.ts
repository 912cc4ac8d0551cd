import { expect, test } from 'vitest'
import { DAY, fromNow, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened, recorded, whole } from '../support/departures.ts'
import { addMembers } from '../support/many.ts'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/offboarding-batches'

onEachStore((platform) => {
  const itemsOf = async (batchId: string, token: string, query = '?limit=200') =>
    (await platform().get(`${PATH}/${batchId}/items${query}`, token)).body.data

  test('S87: a dry run tells of each item what a real batch then does, and changes nothing', async () => {
    const org = await opened(platform())
    const { orgId, admin, founder, member, token, role, named, register, create, frozen } = org
    await role(named('Alan').account_id, 'admin')
    const manager = await create({ name: 'Noor', email: 'noor@aster.example' })
    const account_id = await create({ name: 'Nils', email: 'nils@aster.example', manager_id: manager })
    await register(account_id, 'note', 3)
    await register(account_id, 'survey', 2)
    const reason_code = 'other'
    const items = [
      { account_id: manager, reason_code },
      {
        account_id,
        reason_code,
        handover: { recipient_id: admin.account_id, by_kind: [{ kind: 'survey', action: 'hold' }] },
      },
      { account_id: named('Alan').account_id, reason_code },
      { account_id: admin.account_id, reason_code },
      { account_id: founder.account_id, reason_code },
      { account_id: manager, reason_code },
      { account_id: member.account_id, reason_code, handover: { recipient_id: manager } },
      { account_id: member.account_id, reason_code, handover: { recipient_id: frozen.account_id } },
      { account_id: member.account_id, reason_code, effective_at: await fromNow(platform(), DAY) },
    ]
    const state = async () => {
      const { state: now, departures, offboardings } = await whole(platform(), orgId)
      const { audited: _, events: __, organization: ___, ...rest } = now as Record<string, unknown>
      return { ...rest, departures, offboardings }
    }
    const before = await state()
    const dry = await platform().post(PATH, token, { items, dry_run: true })
    expect([dry.status, dry.body.dry_run]).toEqual([202, true])
    await settle(platform())
    expect(await state()).toEqual(before)
    const events = (await recorded(platform(), orgId)).map(({ type }) => type)
    expect(events.filter((type) => /departed|offboarding_sch|handover|transferred/.test(type))).toEqual([])
    expect(events.at(-1)).toBe('offboarding_batch.completed')
    const rehearsed = await itemsOf(dry.body.batch_id, token)
    expect(rehearsed[1].report).toMatchObject({ total: 5 })
    const counts = rehearsed[1].report.inventory.map(({ kind, outcome, recipient_id, count }: any) => {
      return [kind, outcome, recipient_id, count]
    })
    expect(counts).toEqual([
      ['note', 'transferred', admin.account_id, 3],
      ['survey', 'held', null, 2],
    ])
    const real = await platform().post(PATH, token, { items })
    await settle(platform())
    const done = await itemsOf(real.body.batch_id, token)
    const outcome = (list: any[]) => list.map(({ status, failure, problem }) => [status, failure, problem?.pointer])
    expect(outcome(rehearsed)).toEqual(outcome(done))
    expect(done.map(({ failure }: any) => failure)).toEqual([
      ...[null, null, null, 'last_admin', 'founder_must_transfer', 'already_departed'],
      ...['recipient_invalid', 'recipient_invalid', null],
    ])
    for (const { offboarding_id } of rehearsed) expect(offboarding_id).toBeNull()
    expect(done.map(({ report }: any) => report)).toEqual(Array(items.length).fill(null))
  })

  test('S87: a dry run of more items than one transaction has knows who departs by earlier ones', async () => {
    const { orgId, admin, token } = await opened(platform())
    const made = await addMembers(platform(), orgId, 25)
    const [first, last] = [must(made[0]), must(made[24])]
    await query(platform(), `update account set manager_id = '${first}' where account_id = '${last}'`)
    const items = made.map((account_id) => ({
      account_id,
      reason_code: 'other',
      ...(account_id === last && { handover: { recipient_id: first } }),
    }))
    const { batch_id } = (await platform().post(PATH, token, { items: [...items, items[0]], dry_run: true })).body
    await settle(platform())
    const failed = await itemsOf(batch_id, token, '?status=failed')
    expect(failed.map(({ position, failure }: any) => [position, failure])).toEqual([
      [24, 'recipient_invalid'],
      [25, 'already_departed'],
    ])
    expect(admin).toBeDefined()
    const active = await query(
      platform(),
      `select account_id from account where org_id = '${orgId}' and status <> 'active'`,
    )
    expect(active).toEqual([])
  })

  test('S87: a batch by filter has the members that the dry run showed, or nobody', async () => {
    const { orgId, admin, token, create, readMember, batch } = await opened(platform())
    expect(batch).toBeDefined()
    const ids: string[] = []
    for (const name of ['A', 'B', 'C']) {
      const email = `${name.toLowerCase()}@aster.example`
      ids.push(await create({ name, email, dept_ids: [4], manager_id: admin.account_id, external_id: `E-${name}` }))
    }
    const filter = { dept_ids: [4], manager_ids: [admin.account_id], roles: ['member'], conditions: ['normal'] }
    const send = (body: object) =>
      platform().post(`${PATH}/by-filter`, token, { filter, reason_code: 'other', ...body })
    const dry = (await send({ dry_run: true })).body
    expect(dry).toMatchObject({ dry_run: true, total: 3, filter, not_matched: [], revision: expect.any(String) })
    await settle(platform())
    expect((await itemsOf(dry.batch_id, token)).map((one: any) => [one.account_id, one.status])).toEqual(
      ids.map((id) => [id, 'succeeded']),
    )
    await create({ name: 'D', email: 'd@aster.example', dept_ids: [4], manager_id: admin.account_id })
    await expectRefused(platform(), orgId, [409, 'preview_stale'], () => send({ revision: dry.revision }))
    const named = { external_ids: ['E-A', 'E-None'], account_ids: [ids[0], 'acct_none'] }
    const narrow = (await send({ filter: named, dry_run: true })).body
    expect([narrow.total, narrow.not_matched]).toEqual([1, ['acct_none', 'E-None']])
    const real = await send({ filter: named, revision: narrow.revision, handover: { recipient_id: admin.account_id } })
    expect([real.status, real.body.total]).toEqual([202, 1])
    await settle(platform())
    expect((await readMember(must(ids[0]))).status).toBe('departed')
    expect((await readMember(must(ids[1]))).status).toBe('active')
  })

  test('S87: a filter without a condition, without a revision, or with contradictions is refused', async () => {
    const { orgId, token, member } = await opened(platform())
    const send = (body: object, as = token) =>
      platform().post(`${PATH}/by-filter`, as, { filter: { roles: ['member'] }, reason_code: 'other', ...body })
    const kind = { kind: 'note', action: 'hold' }
    for (const [body, pointer] of [
      [{ filter: {}, dry_run: true }, '/filter'],
      [{}, '/revision'],
      [{ dry_run: true, handover: { by_kind: [kind, kind] } }, '/handover/by_kind/1/kind'],
    ] as const) {
      const answer = await expectRefused(platform(), orgId, [400, 'invalid_request'], () => send(body))
      expect(answer.body.errors[0].pointer).toBe(pointer)
    }
    const own = await platform().userToken(member.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => send({ dry_run: true }, own))
    // An item that fails has no place for an account that the request doesn't name.
    const { batch_id } = (await send({ filter: { roles: ['founder'] }, dry_run: true })).body
    await settle(platform())
    const [founder] = await itemsOf(batch_id, token)
    expect(founder.problem).toMatchObject({ code: 'founder_must_transfer', pointer: null })
  })

  test('a filter beyond the largest batch is refused, and one of more than 500 members is carried out piecewise', async () => {
    const { orgId, token } = await opened(platform())
    await addMembers(platform(), orgId, 600)
    const send = (body: object) =>
      platform().post(`${PATH}/by-filter`, token, { filter: { roles: ['member'] }, reason_code: 'other', ...body })
    const { batch_id, total, revision } = (await send({ dry_run: true })).body
    expect(total).toBeGreaterThan(600)
    const { status, body } = await send({ revision })
    expect([status, body.total]).toEqual([202, total])
    await platform().post(`${PATH}/${batch_id}/cancel`, token)
    await platform().post(`${PATH}/${body.batch_id}/cancel`, token)
    const read = (await platform().get(`${PATH}/${body.batch_id}`, token)).body
    expect(read.items).toHaveLength(500)
  }, 60_000)
})
