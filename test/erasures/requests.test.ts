import { beforeEach, expect, test } from 'vitest'
import { inDatabase, query, tablesOf } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'

const MESSAGE = 'Please forget the walrus, too'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  /** The person who departed, with their personal account. */
  let asPerson: string
  let departure_id: string
  beforeEach(async () => {
    aster = await opened(platform())
    asAdmin = await platform().userToken(aster.admin.account_id, 'erasure:read', 'erasure:write', 'legal_hold:write')
    asPerson = await tokenOf(must(platform().data.personal_accounts[0]).account_id)
    departure_id = await aster.departed(aster.named('Mei').account_id)
  })

  const tokenOf = (accountId: string) =>
    platform().userToken(accountId, 'account:read', 'account:write', 'erasure:write')
  const ask = (token = asPerson, body: object = { departure_id }) =>
    platform().post('/v1.0/me/erasure-requests', token, body)
  const mine = async (token = asPerson) => (await platform().get('/v1.0/me/erasure-requests', token)).body.data
  const list = async (status = 'open', token = asAdmin) =>
    (await platform().get(`/v1.0/erasure-requests?status=${status}`, token)).body.data
  const decide = (id: string, verb: 'grant' | 'refuse', body?: object, token = asAdmin) => {
    const usual = verb === 'grant' ? { confirm: true } : { ground: 'kept_by_law', reason: 'Payroll' }
    return platform().post(`/v1.0/erasure-requests/${id}/${verb}`, token, body ?? usual)
  }
  const told = async (accountId: string) => {
    const token = await platform().userToken(accountId, 'account:read')
    const { data } = (await platform().get('/v1.0/me/notifications?limit=200', token)).body
    return data.filter(({ type }: { type: string }) => type.startsWith('erasure.'))
  }
  const personal = () => must(platform().data.personal_accounts[0]).account_id

  test('S112: a person asks for an erasure; the administrators are told, one grants it, and the person sees it done', async () => {
    const asked = await ask(asPerson, { departure_id, message: MESSAGE })
    expect(asked.status).toBe(201)
    const { account_id } = aster.named('Mei')
    expect(asked.body).toMatchObject({
      ...{ departure_id, account_id, org_id: aster.orgId, message: MESSAGE, status: 'open', overdue: false },
      ...{ ground: null, reason: null, decided_at: null, erased_at: null },
    })
    const { erasure_request_id, requested_at, decide_by } = asked.body
    expect(Date.parse(decide_by) - Date.parse(requested_at)).toBe(30 * 24 * 3_600_000)
    const data = { erasure_request_id, departure_id, account_id, decide_by }
    expect(await recorded(platform(), aster.orgId, 'account.erasure_requested')).toMatchObject([{ data }])
    for (const { account_id } of [aster.founder, aster.admin])
      expect(await told(account_id)).toMatchObject([{ type: 'erasure.requested', data }])
    expect(await list()).toMatchObject([
      { erasure_request_id, message: MESSAGE, on_legal_hold: false, decided_by: null },
    ])

    const granted = await decide(erasure_request_id, 'grant')
    const by = { type: 'user', id: aster.admin.account_id }
    expect(granted.body).toMatchObject({ status: 'granted', decided_by: by, erasure_id: expect.any(String) })
    await platform().advance('PT1S')
    expect(await mine()).toMatchObject([{ status: 'granted', erased_at: expect.any(String), message: '[erased]' }])
    expect(await told(personal())).toMatchObject([{ type: 'erasure.granted', data: { erasure_request_id } }])
    expect((await aster.departure(departure_id)).snapshot.name).toMatch(/^Erased /)
    for (const table of await tablesOf(platform()))
      expect([table, JSON.stringify(await query(platform(), `select * from "${table}"`)).includes(MESSAGE)]).toEqual([
        table,
        false,
      ])
    expect(await auditOf(platform(), aster.orgId, 'erasureRequests.grant')).toMatchObject([
      { target_id: erasure_request_id, before: { status: 'open' }, after: { status: 'granted' } },
    ])
  })

  test('S112: an organisation learns of no other account of the person who asks', async () => {
    await ask()
    const rows = ['audit_log', 'event', 'erasure_request'].map((table) =>
      inDatabase(platform(), (run) => run(`select * from ${table} where org_id = $1`, aster.orgId)),
    )
    expect(JSON.stringify(await Promise.all(rows))).not.toContain(personal())
  })

  test('S112: a refusal has a ground and a reason, which the person reads; of a legal hold they learn only that the law keeps it', async () => {
    const { erasure_request_id } = (await ask()).body
    const hold = { departure_id, reason: 'Case 4711' }
    const { hold_id } = (await platform().post('/v1.0/legal-holds', asAdmin, hold)).body
    expect(await list()).toMatchObject([{ on_legal_hold: true }])
    await expectRefused(platform(), aster.orgId, [409, 'legal_hold_standing'], () =>
      decide(erasure_request_id, 'grant'),
    )
    const refused = { status: 'refused', ground: 'kept_by_law', reason: 'Payroll' }
    expect((await decide(erasure_request_id, 'refuse')).body).toMatchObject(refused)
    const seen = [await mine(), await told(personal())]
    expect(seen).toMatchObject([
      [refused],
      [{ type: 'erasure.refused', data: { ground: 'kept_by_law', reason: 'Payroll' } }],
    ])
    for (const secret of [hold_id, 'Case 4711', 'legal_hold', aster.admin.account_id])
      expect(JSON.stringify(seen)).not.toContain(secret)
    await expectRefused(platform(), aster.orgId, [409, 'erasure_request_decided'], () =>
      decide(erasure_request_id, 'refuse'),
    )
    // Circumstances change, so that the person can ask again.
    await platform().post(`/v1.0/legal-holds/${hold_id}/release`, asAdmin, { reason: 'Closed' })
    const again = (await ask()).body.erasure_request_id
    expect((await decide(again, 'grant')).status).toBe(200)
    expect((await list('refused')).map((one: any) => one.erasure_request_id)).toEqual([erasure_request_id])
  })

  test('S112: both sides are told when 30 days have passed without a decision, which is still possible', async () => {
    const { erasure_request_id } = (await ask()).body
    await platform().advance('P29D')
    expect((await mine())[0].overdue).toBe(false)
    await platform().advance('P2D')
    asAdmin = await platform().userToken(aster.admin.account_id, 'erasure:read', 'erasure:write')
    asPerson = await tokenOf(personal())
    expect([(await mine())[0].overdue, (await list())[0].overdue]).toEqual([true, true])
    for (const id of [personal(), aster.admin.account_id])
      expect((await told(id)).filter(({ type }: any) => type === 'erasure.overdue')).toHaveLength(1)
    expect((await decide(erasure_request_id, 'refuse')).status).toBe(200)
    expect((await mine())[0]).toMatchObject({ status: 'refused', overdue: false })
  })

  test('S112: a decision in time, or an erasure without the request, leaves nothing overdue', async () => {
    await ask()
    const { account_id } = aster.named('Mei')
    const erased = await platform().post('/v1.0/erasures', asAdmin, { account_id, confirm: true })
    expect(erased.status).toBe(202)
    expect((await list('granted'))[0]).toMatchObject({ erasure_id: erased.body.erasure_id })
    await platform().advance('P31D')
    expect((await told(personal())).map(({ type }: any) => type)).toEqual(['erasure.granted'])
    await expectRefused(platform(), aster.orgId, [409, 'erasure_exists'], ask)
  })

  test('S112: only the person asks, for a departure from an organisation, once at a time', async () => {
    const { orgId, member } = aster
    const stranger = await tokenOf(member.account_id)
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], () => ask(stranger))
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], () => ask(asPerson, { departure_id: 'dep_x' }))
    expect((await ask()).status).toBe(201)
    await expectRefused(platform(), orgId, [409, 'erasure_request_exists'], ask)
    expect(await mine(stranger)).toEqual([])

    const restored = await aster.departed(member.account_id)
    expect((await aster.restore(restored)).status).toBe(200)
    const own = await tokenOf(member.account_id)
    await expectRefused(platform(), orgId, [409, 'account_not_departed'], () => ask(own, { departure_id: restored }))
  })

  test('S112: administrators decide in person, not on their own request and not for other organisations', async () => {
    const { orgId, member } = aster
    const { erasure_request_id } = (await ask()).body
    const path = [erasure_request_id, 'refuse', undefined] as const
    const asMember = await platform().userToken(member.account_id, 'erasure:write')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => decide(...path, asMember))
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, 'erasure:write', 'erasure:read')
    await expectRefused(platform(), orgId, [404, 'erasure_request_not_found'], () => decide(...path, foreign))
    expect(await list('open', foreign)).toEqual([])
    await query(
      platform(),
      `update account set identity_id = (select identity_id from departure where departure_id = '${departure_id}')
        where account_id = '${aster.admin.account_id}'`,
    )
    await expectRefused(platform(), orgId, [403, 'own_case'], () => decide(...path))
    await expectRefused(platform(), orgId, [403, 'own_case'], () => decide(erasure_request_id, 'grant'))
  })

  test('S112: in a dissolved organisation, where nobody can decide, the erasure begins immediately, unless the law has the records kept', async () => {
    const held = { departure_id, reason: 'Case 4711' }
    await query(platform(), `update organization set status = 'dissolved' where org_id = '${aster.orgId}'`)
    expect((await ask()).body).toMatchObject({ status: 'granted', ground: null })
    await platform().advance('PT1S')
    expect(await mine()).toMatchObject([{ status: 'granted', erased_at: expect.any(String) }])

    await platform().reset()
    aster = await opened(platform())
    asPerson = await tokenOf(personal())
    departure_id = await aster.departed(aster.named('Mei').account_id)
    const admin = await platform().userToken(aster.admin.account_id, 'legal_hold:write')
    expect((await platform().post('/v1.0/legal-holds', admin, { ...held, departure_id })).status).toBe(201)
    await query(platform(), `update organization set status = 'dissolved' where org_id = '${aster.orgId}'`)
    expect((await ask()).body).toMatchObject({ status: 'refused', ground: 'kept_by_law', reason: null })
    expect(await told(personal())).toMatchObject([{ type: 'erasure.refused', data: { ground: 'kept_by_law' } }])
  })

  test('S112: a request that is open when the organisation is dissolved is decided then', async () => {
    const second = await aster.departed(aster.member.account_id)
    await query(
      platform(),
      `update departure set identity_id = (select identity_id from departure where departure_id = '${departure_id}')
        where departure_id = '${second}'`,
    )
    expect((await ask()).status).toBe(201)
    expect((await ask(asPerson, { departure_id: second })).status).toBe(201)
    const hold = { departure_id: second, reason: 'Case 4711' }
    expect((await platform().post('/v1.0/legal-holds', asAdmin, hold)).status).toBe(201)
    const founder = await platform().userToken(aster.founder.account_id, 'org:dissolve')
    const { name } = platform().organization(0)
    const dissolve = { reason_code: 'no_longer_used', confirm_name: name }
    expect((await platform().post('/v1.0/organization/dissolution', founder, dissolve)).status).toBe(202)
    await platform().advance('PT73H')
    asPerson = await tokenOf(personal())
    expect(await mine()).toMatchObject([
      { departure_id, status: 'granted', erased_at: expect.any(String) },
      { departure_id: second, status: 'refused', ground: 'kept_by_law', decided_at: expect.any(String) },
    ])
    await platform().advance('P31D')
    expect((await told(personal())).map(({ type }: any) => type).toSorted()).toEqual([
      'erasure.granted',
      'erasure.refused',
    ])
  })
})
