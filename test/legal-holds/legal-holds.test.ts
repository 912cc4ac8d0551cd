import { beforeEach, expect, test } from 'vitest'
import { rows } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { runProgram } from '../support/program.ts'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  let asFounder: string
  beforeEach(async () => {
    aster = await opened(platform())
    asAdmin = await platform().userToken(aster.admin.account_id, 'legal_hold:read', 'legal_hold:write', 'member:read')
    asFounder = await platform().userToken(aster.founder.account_id, 'legal_hold:read', 'legal_hold:write')
  })

  const place = async (departureId: string, token = asAdmin): Promise<string> => {
    const { status, body } = await platform().post('/v1.0/legal-holds', token, {
      departure_id: departureId,
      reason: 'Case 4711',
    })
    expect([status, body.status]).toEqual([201, 'standing'])
    return body.hold_id
  }
  const release = (holdId: string, token = asAdmin) =>
    platform().post(`/v1.0/legal-holds/${holdId}/release`, token, { reason: 'The case is closed' })
  const held = async (departureId: string) =>
    platform().post('/v1.0/legal-holds', asAdmin, { departure_id: departureId, reason: 'Case 4711' })

  /** Makes somebody depart with two held resources. */
  async function departed() {
    const account_id = await aster.create({ name: 'Noor', email: 'noor@aster.example' })
    const [first = '', second = ''] = await aster.register(account_id, 'note', 2)
    const handover = { by_kind: [{ kind: 'note', action: 'hold' }] }
    return { account_id, departure_id: await aster.departed(account_id, { handover }), resources: [first, second] }
  }

  test('S98: while a legal hold stands, nothing is purged; after the last release the purge follows', async () => {
    const { departure_id, resources } = await departed()
    const [one, two] = [await place(departure_id), await place(departure_id, asFounder)]
    expect((await aster.departure(departure_id)).legal_holds).toBe(2)
    await platform().advance('P40D')
    const kept = await aster.departure(departure_id)
    expect([kept.status, kept.snapshot.name]).toEqual(['departed', 'Noor'])
    for (const id of resources) expect((await aster.resource(id)).body.status).toBe('held')

    const give = { recipient_id: aster.admin.account_id }
    const handOver = () => platform().post(`/v1.0/departures/${departure_id}/handover`, aster.token, give)
    await expectRefused(platform(), aster.orgId, [409, 'legal_hold_standing'], handOver)

    expect((await release(one)).body).toMatchObject({ status: 'released', release_reason: 'The case is closed' })
    await platform().advance('P1D')
    expect((await aster.departure(departure_id)).status).toBe('departed')
    expect((await release(two, asFounder)).status).toBe(200)
    await platform().advance('PT1S')
    expect(await aster.departure(departure_id)).toMatchObject({ status: 'purged', legal_holds: 0 })
    for (const id of resources) expect((await aster.resource(id)).status).toBe(404)
    expect(await recorded(platform(), aster.orgId, 'member.purged')).toHaveLength(1)
  })

  test('S98: a hold that is released within the window leaves the purge at its time', async () => {
    const { departure_id } = await departed()
    await release(await place(departure_id))
    await platform().advance('P29D')
    expect((await aster.departure(departure_id)).status).toBe('departed')
    await platform().advance('P2D')
    expect((await aster.departure(departure_id)).status).toBe('purged')
    expect(await recorded(platform(), aster.orgId, 'member.purged')).toHaveLength(1)
  })

  test('S98: a member who is restored and departs again loses nothing that somebody wanted deleted', async () => {
    const { account_id, departure_id, resources } = await departed()
    const hold = await place(departure_id)
    expect((await aster.restore(departure_id)).status).toBe(200)
    const handover = { by_kind: [{ kind: 'note', action: 'delete' }] }
    const preview = (await aster.preview({ account_id, handover })).body
    expect(preview.inventory).toEqual([
      {
        kind: 'note',
        outcome: 'held',
        recipient_reason: 'legal_hold',
        recipient_id: null,
        count: 2,
        intended_recipient_id: null,
      },
    ])
    const again = await aster.departed(account_id, { handover })
    expect((await aster.departure(again)).handover).toMatchObject({ deleted: 0, held: 2 })
    await platform().advance('P40D')
    expect((await aster.departure(again)).status).toBe('departed')
    await release(hold)
    await platform().advance('PT1S')
    expect((await aster.departure(again)).status).toBe('purged')
    for (const id of resources) expect((await aster.resource(id)).status).toBe(404)
  })

  test('S98: a hold is told to administrators, recorded and listed, without its reason in the event', async () => {
    const { account_id, departure_id } = await departed()
    const hold_id = await place(departure_id)
    const other = await place((await departed2()).departure_id)
    await release(hold_id)
    const about = { hold_id, departure_id, account_id }
    const told = await recorded(platform(), aster.orgId, 'legal_hold.placed', 'legal_hold.released')
    expect(told.map(({ type, data }) => [type, data.hold_id])).toEqual([
      ['legal_hold.placed', hold_id],
      ['legal_hold.placed', other],
      ['legal_hold.released', hold_id],
    ])
    expect(told[0].data).toEqual(about)
    expect(JSON.stringify(told)).not.toContain('4711')
    const [entry] = await auditOf(platform(), aster.orgId, 'legalHolds.create')
    expect(entry).toMatchObject({
      actor_id: aster.admin.account_id,
      target_id: departure_id,
      after: { ...about, reason: 'Case 4711' },
    })
    const notified = await platform().get(
      '/v1.0/me/notifications',
      await platform().userToken(aster.founder.account_id, 'account:read'),
    )
    expect(notified.body.data.map(({ type }: { type: string }) => type)).toEqual([
      'legal_hold.released',
      'legal_hold.placed',
      'legal_hold.placed',
    ])
    const list = async (query: string) =>
      (await platform().get(`/v1.0/legal-holds?${query}`, asAdmin)).body.data.map((hold: any) => hold.hold_id)
    expect(await list('')).toEqual([hold_id, other])
    expect(await list('status=standing')).toEqual([other])
    expect(await list(`departure_id=${departure_id}&status=released`)).toEqual([hold_id])
  })

  async function departed2() {
    const account_id = await aster.create({ name: 'Ola', email: 'ola@aster.example' })
    return { departure_id: await aster.departed(account_id) }
  }

  test('S98: only administrators place and release holds, each once, and nobody for a departure of their own', async () => {
    const { orgId, member, admin } = aster
    const { departure_id } = await departed()
    const own = await aster.departed(member.account_id)
    expect((await aster.restore(own)).status).toBe(200)
    const place =
      (token: string, id = departure_id) =>
      () =>
        platform().post('/v1.0/legal-holds', token, { departure_id: id, reason: 'x' })
    const asMember = await platform().userToken(member.account_id, 'legal_hold:read', 'legal_hold:write')
    await expectRefused(platform(), orgId, [403, 'admin_required'], place(asMember))
    await expectRefused(
      platform(),
      orgId,
      [403, 'scope_missing'],
      place(await platform().userToken(admin.account_id, 'member:read')),
    )
    await aster.role(member.account_id, 'admin')
    const asNewAdmin = await platform().userToken(member.account_id, 'legal_hold:write')
    await expectRefused(platform(), orgId, [403, 'own_case'], place(asNewAdmin, own))
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, 'legal_hold:read', 'legal_hold:write')
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], place(foreign))

    const hold = (await held(own)).body.hold_id
    await expectRefused(platform(), orgId, [403, 'own_case'], () => release(hold, asNewAdmin))
    await expectRefused(platform(), orgId, [404, 'legal_hold_not_found'], () => release(hold, foreign))
    expect((await platform().get(`/v1.0/legal-holds/${hold}`, foreign)).status).toBe(404)
    expect((await release(hold)).status).toBe(200)
    await expectRefused(platform(), orgId, [409, 'legal_hold_released'], () => release(hold))
  })

  test('S99: a dissolution tells of legal holds, waits for none, and leaves what they protect', async () => {
    const { account_id, departure_id, resources } = await departed()
    const other = await departed2()
    const hold = await place(departure_id)
    const boss = await platform().userToken(aster.founder.account_id, 'org:dissolve')
    const confirm_name = aster.organization.name
    const requested = await platform().post('/v1.0/organization/dissolution', boss, {
      reason_code: 'no_longer_used',
      confirm_name,
    })
    expect([requested.status, requested.body.legal_holds]).toEqual([202, 1])
    await platform().advance('P4D')
    const { departures, resource, organization } = await everything()
    expect(organization.status).toBe('dissolved')
    expect(departures.filter(({ status }) => status === 'departed').map((row) => row.departure_id)).toEqual([
      departure_id,
    ])
    expect(departures.find((row) => row.departure_id === other.departure_id)?.status).toBe('purged')
    expect(resource.map((row) => [row.resource_id, row.account_id, row.status])).toEqual(
      resources.toSorted().map((id) => [id, account_id, 'held']),
    )
    // Nobody can act for the organisation, so the operator releases it.
    expect(await operator('--release', hold, '--org', aster.orgId, '--reason', 'Closed')).toContain('will be released')
    await platform().advance('PT1S')
    const after = await everything()
    expect(after.departures.every(({ status }) => status === 'purged')).toBe(true)
    expect(after.resource).toEqual([])
    expect(await operator('--org', aster.orgId)).toContain('No legal hold stands')
  })

  async function everything() {
    return rows(platform(), async (db) => ({
      departures: await db.selectFrom('departure').selectAll().where('org_id', '=', aster.orgId).execute(),
      resource: await db
        .selectFrom('resource')
        .selectAll()
        .where('org_id', '=', aster.orgId)
        .orderBy('resource_id')
        .execute(),
      organization: await db
        .selectFrom('organization')
        .select('status')
        .where('org_id', '=', aster.orgId)
        .executeTakeFirstOrThrow(),
    }))
  }

  const operator = (...args: string[]) => runProgram(platform(), 'legal-holds', args)
})
