import type { Scope } from '@sendoff/api'
import { afterEach, expect, test, vi } from 'vitest'
import { advanceTo, DAY, freeze, fromNow, HOUR } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'

const PATH = '/v1.0/organization/dissolution'
const BODY = { reason_code: 'no_longer_used', confirm_name: 'Aster Manufacturing' }

onEachStore((platform) => {
  afterEach(() => void vi.useRealTimers())

  const as = (accountId: string, ...scopes: Scope[]) => platform().userToken(accountId, 'org:dissolve', ...scopes)
  const request = (token: string, body: object = {}) => platform().post(PATH, token, { ...BODY, ...body })
  const cancel = (token: string) => platform().call('DELETE', PATH, { token })
  const get = (token: string) => platform().get(PATH, token)

  test('S5: only the founder dissolves', async () => {
    const { orgId, founder, admin, member } = await opened(platform())
    const app = await platform().appToken(orgId, 'org:read')
    for (const call of [request, get, cancel]) {
      for (const { account_id } of [admin, member]) {
        const token = await as(account_id)
        await expectRefused(platform(), orgId, [403, 'founder_required'], () => call(token))
      }
      await expectRefused(platform(), orgId, [403, 'user_required'], () => call(app))
    }
    const foreign = (await opened(platform(), 1)).founder.account_id
    const token = await as(foreign)
    await expectRefused(platform(), orgId, [400, 'confirm_name_mismatch'], () => request(token))
    expect((await request(await as(founder.account_id))).status).toBe(202)
  })

  test('S6: both reasons are stored, and no other', async () => {
    const { orgId, founder } = await opened(platform())
    const token = await as(founder.account_id)
    await expectRefused(platform(), orgId, [400, 'invalid_request'], () => request(token, { reason_code: 'other' }))
    for (const reason_code of ['no_longer_used', 'created_by_mistake']) {
      expect((await request(token, { reason_code })).body.reason_code).toBe(reason_code)
      expect((await get(token)).body).toMatchObject({ status: 'scheduled', reason_code })
      const [event] = (await recorded(platform(), orgId, 'organization.dissolution_scheduled')).slice(-1)
      expect(event.data.reason_code).toBe(reason_code)
      await cancel(token)
    }
  })

  test('S7: without the scope org:dissolve even the founder is refused', async () => {
    const { orgId, founder } = await opened(platform())
    const token = await platform().userToken(founder.account_id, 'org:read', 'member:write', 'member:offboard')
    for (const call of [request, get, cancel]) {
      const answer = await expectRefused(platform(), orgId, [403, 'scope_missing'], () => call(token))
      expect(answer.body.required_scopes).toEqual(['org:dissolve'])
    }
  })

  test('the name must be confirmed with its capitals, and a second request is refused', async () => {
    const { orgId, founder } = await opened(platform())
    const token = await as(founder.account_id)
    for (const confirm_name of ['aster manufacturing', 'Aster', 'AsterManufacturing']) {
      await expectRefused(platform(), orgId, [400, 'confirm_name_mismatch'], () => request(token, { confirm_name }))
    }
    await expectRefused(platform(), orgId, [404, 'dissolution_not_found'], () => get(token))
    await expectRefused(platform(), orgId, [404, 'dissolution_not_found'], () => cancel(token))
    expect((await request(token)).status).toBe(202)
    await expectRefused(platform(), orgId, [409, 'dissolution_in_progress'], () => request(token))
  })

  test('S9: it takes effect after 72 hours and not a millisecond before', async () => {
    freeze()
    const { orgId, founder, member, resources } = await opened(platform())
    const token = await as(founder.account_id, 'account:read', 'org:read')
    const { body } = await request(token)
    const at = Date.parse(body.effective_at)
    expect(at - Date.parse(body.requested_at)).toBe(72 * HOUR)
    expect(body).toMatchObject({ status: 'scheduled', requested_by: founder.account_id })
    await advanceTo(platform(), at - 1)
    expect((await platform().get('/v1.0/organization', token)).body.status).toBe('dissolving')
    const asMember = await platform().userToken(member.account_id, 'account:read')
    expect((await platform().get('/v1.0/me', asMember)).status).toBe(200)
    expect(await resources(member.account_id)).toHaveLength(2)
    expect(await recorded(platform(), orgId, 'member.departed', 'organization.dissolved')).toEqual([])
    await advanceTo(platform(), at)
    for (const gone of [token, asMember]) expect((await platform().get('/v1.0/me', gone)).status).toBe(401)
    const [dissolved] = await recorded(platform(), orgId, 'organization.dissolved')
    expect(dissolved.timestamp).toBe(body.effective_at)
  })

  test('S8: every member departs, the partners get events, and the organisation is gone', async () => {
    const { orgId, founder, member, named, departed, token, organization, create, register } = await opened(platform())
    const birch = await opened(platform(), 1)
    // More than a page of members.
    for (let i = 0; i < 30; i++) await create({ name: `M${i}`, email: `m${i}@aster.example` })
    await register(member.account_id, 'note', 3)
    // A member who departed before, with held resources.
    await departed(named('Alan').account_id, {
      handover: { by_kind: ['document', 'approval'].map((kind) => ({ kind, action: 'hold' })) },
    })
    const inviting = await platform().appToken(platform().organization(3).org_id, 'org:association:write')
    const invitation = { associated_org_id: orgId, type: 'partner', dept_id: 2 }
    const pending = await platform().post('/v1.0/association-invitations', inviting, invitation)
    expect(pending.status).toBe(201)
    const active = organization.members.length - 1 + 30
    await request(await as(founder.account_id))
    await platform().advance('PT72H')

    const departures = await recorded(platform(), orgId, 'member.departed')
    const dissolved = departures.filter(({ data }) => data.method === 'org_dissolved')
    expect(dissolved).toHaveLength(active)
    expect(new Set(dissolved.map(({ data }) => data.account_id)).size).toBe(active)
    for (const { data } of dissolved) expect(data).toMatchObject({ initiator: 'system', restorable_until: null })
    const ended = await recorded(platform(), orgId, 'organization.dissolved')
    expect(ended.map(({ data }) => data)).toEqual([{ reason_code: 'no_longer_used', members: active, associations: 2 }])
    const all = await recorded(platform(), orgId)
    expect(all.at(-1).type).toBe('organization.dissolved')

    for (const index of [1, 2]) {
      const partner = platform().organization(index).org_id
      const told = await recorded(platform(), partner, 'organization.association.unlinked')
      expect(told).toHaveLength(1)
      expect(told[0].data).toMatchObject({ associated_org_id: orgId, cause: 'dissolution' })
    }
    expect((await platform().get('/v1.0/members', token)).status).toBe(401)
    const asked = await platform().askToken(must(organization.apps[0]), { scope: 'org:read' })
    if (asked.status === 200) {
      expect((await platform().get('/v1.0/organization', asked.body.access_token)).status).toBe(401)
    }
    const again = await platform().post('/v1.0/association-invitations', inviting, invitation)
    expect([again.status, again.body.code]).toEqual([404, 'organization_not_found'])
    // Nothing is left: no resource, no account with data.
    expect(await query(platform(), `select resource_id from resource where org_id = '${orgId}'`)).toEqual([])
    expect(
      await query(platform(), `select account_id from account where org_id = '${orgId}' and status = 'active'`),
    ).toEqual([])
    expect(
      await query(platform(), `select account_id from account where org_id = '${orgId}' and email is not null`),
    ).toEqual([])
    // The people's other accounts are not affected.
    const mei = await platform().userToken(birch.named('Mei').account_id, 'account:read')
    expect((await platform().get('/v1.0/me', mei)).status).toBe(200)
    const organizations = (await platform().get('/v1.0/me/organizations', mei)).body.data
    expect(organizations.map(({ org_id }: any) => org_id)).not.toContain(orgId)
    // Nothing comes after the last event.
    await platform().advance('P26D')
    expect(await recorded(platform(), orgId)).toEqual(all)
    await expectGapless(platform())
    // And the events are purged after 30 days.
    await platform().advance('P14D')
    expect(await recorded(platform(), orgId)).toEqual([])
  }, 180_000)

  test('S8: the last event counts the associations that the dissolution ended, and none unlinked before', async () => {
    const { orgId, founder } = await opened(platform())
    const { dept_id, associated_org_id } = platform().association('upstream')
    const unlinking = await platform().appToken(orgId, 'org:unlink')
    const unlinked = await platform().post('/v1.0/organization/unlink', unlinking, { dept_id, associated_org_id })
    expect(unlinked.body.result).toBe(true)
    await request(await as(founder.account_id))
    await platform().advance('PT72H')
    const [event] = await recorded(platform(), orgId, 'organization.dissolved')
    expect(event.data).toMatchObject({ members: 6, associations: 1 })
  })

  test('S8: many resources are handed over before the organisation ends, and nothing falls due for it afterwards', async () => {
    const { orgId, founder, member, named, register, departed } = await opened(platform())
    const own = await register(member.account_id, 'note', 510)
    const held = await register(named('Alan').account_id, 'mailbox', 510)
    await departed(named('Alan').account_id, { handover: { by_kind: [{ kind: 'mailbox', action: 'hold' }] } })
    await request(await as(founder.account_id))
    await platform().advance('PT72H')
    const deleted = (await recorded(platform(), orgId, 'resource.deleted')).map(({ data }) => data)
    expect(new Set(deleted.map(({ resource_id }) => resource_id)).size).toBe(deleted.length)
    const kindOf = (cause: string, kind: string) => deleted.filter((one) => one.cause === cause && one.kind === kind)
    expect(kindOf('handover', 'note').map(({ resource_id }) => resource_id)).toEqual(own)
    expect(kindOf('purge', 'mailbox').filter(({ resource_id }) => held.includes(resource_id))).toHaveLength(510)
    for (const type of ['member.departed', 'handover.completed', 'member.purged']) {
      const told = (await recorded(platform(), orgId, type)).map(({ data }) => data.account_id)
      expect([type, told.length, new Set(told).size]).toEqual([type, 6, 6])
    }
    const completed = await recorded(platform(), orgId, 'handover.completed')
    const [ofMember] = completed.filter(({ data }) => data.account_id === member.account_id)
    expect(ofMember.data).toMatchObject({ transferred: 0, deleted: 512, held: 0 })
    expect((await recorded(platform(), orgId)).at(-1).type).toBe('organization.dissolved')
    // Nothing but the purge of its events after 30 days.
    const left = await query(platform(), `select kind from due_work where org_id = '${orgId}'`)
    expect(left).toEqual([{ kind: 'event_retention' }])
  })

  test('the founder can cancel until it takes effect, and everything is as before', async () => {
    freeze()
    const { orgId, founder, token, create } = await opened(platform())
    const own = await as(founder.account_id, 'account:read')
    const { body } = await request(own)
    await advanceTo(platform(), Date.parse(body.effective_at) - 1)
    const answer = await cancel(own)
    expect([answer.status, answer.body.status]).toEqual([200, 'canceled'])
    await expectRefused(platform(), orgId, [404, 'dissolution_not_found'], () => cancel(own))
    await platform().advance('P3D')
    expect((await platform().get('/v1.0/me', own)).status).toBe(200)
    expect((await platform().get('/v1.0/members', token)).body.data).toHaveLength(6)
    expect((await recorded(platform(), orgId)).map(({ type }) => type)).toEqual([
      'organization.dissolution_scheduled',
      'organization.dissolution_canceled',
    ])
    await create({ name: 'New', email: 'new@aster.example' })
    expect((await request(own)).status).toBe(202)
  })

  test('it belongs to the organisation: it continues when the founder changes, and the new founder can cancel it', async () => {
    const { orgId, organization, founder, admin } = await opened(platform())
    const { body } = await request(await as(founder.account_id))
    const password = must(organization.members.find(({ role }) => role === 'founder')).password
    const transferring = await platform().userToken(founder.account_id, 'org:founder:transfer')
    const transfer = { account_id: admin.account_id, password }
    expect((await platform().post('/v1.0/organization/founder-transfer', transferring, transfer)).status).toBe(200)
    expect((await cancel(await as(founder.account_id))).body.code).toBe('founder_required')
    const next = await as(admin.account_id, 'org:read')
    expect((await get(next)).body).toMatchObject({ status: 'scheduled', effective_at: body.effective_at })
    expect((await cancel(next)).status).toBe(200)
    await platform().advance('P3D')
    expect(await recorded(platform(), orgId, 'organization.dissolved')).toEqual([])
  })

  test('while dissolving nobody joins, nothing is associated, nobody is restored; everything else continues', async () => {
    const { orgId, founder, member, named, token, departed, restore, offboard } = await opened(platform())
    const departureId = await departed(named('Mei').account_id)
    const own = await as(founder.account_id)
    await request(own)
    const refusal: [number, string] = [409, 'dissolution_in_progress']
    const person = { name: 'New', email: 'new@aster.example' }
    await expectRefused(platform(), orgId, refusal, () => platform().post('/v1.0/members', token, person))
    await expectRefused(platform(), orgId, refusal, () => restore(departureId))
    const inviting = await platform().appToken(orgId, 'org:association:write')
    const other = platform().organization(3).org_id
    const invitation = { associated_org_id: other, type: 'partner', dept_id: 2 }
    await expectRefused(platform(), orgId, refusal, () =>
      platform().post('/v1.0/association-invitations', inviting, invitation),
    )
    const leaving = await platform().userToken(member.account_id, 'member:leave')
    expect((await platform().post('/v1.0/leave', leaving, { confirm: true })).status).toBe(201)
    expect((await offboard(named('Alan').account_id)).status).toBe(201)
    await cancel(own)
    expect((await restore(departureId)).status).toBe(200)
  })

  test('where rules meet: a dissolution unlinks every association when it takes effect, and the partners get events', async () => {
    const { orgId, founder } = await opened(platform())
    await request(await as(founder.account_id))
    const partners = platform().data.associations.flatMap(({ org_id, associated_org_id }) =>
      org_id === orgId ? [associated_org_id] : associated_org_id === orgId ? [org_id] : [],
    )
    expect(partners).toHaveLength(2)
    const listed = async (partner: string) => {
      const reader = await platform().appToken(partner, 'org:association:read')
      const { body } = await platform().get('/v1.0/associations', reader)
      return body.data.filter((one: any) => one.associated_org_id === orgId)
    }
    await platform().advance('PT71H')
    for (const partner of partners) expect(await listed(partner)).toHaveLength(1)
    await platform().advance('PT1H')
    for (const partner of partners) {
      expect(await listed(partner)).toEqual([])
      const told = await recorded(platform(), partner, 'organization.association.unlinked')
      expect(told.map(({ actor, data }) => [actor.type, data.associated_org_id, data.cause])).toEqual([
        ['system', orgId, 'dissolution'],
      ])
    }
    const own = await recorded(platform(), orgId, 'organization.association.unlinked')
    expect(own.map(({ data }) => data.associated_org_id).sort()).toEqual(partners.toSorted())
  })

  test('where rules meet: an offboarding that was to come after the dissolution comes to nothing', async () => {
    const { orgId, founder, member, offboard } = await opened(platform())
    const effective_at = await fromNow(platform(), 10 * DAY)
    expect((await offboard(member.account_id, { effective_at })).status).toBe(201)
    await request(await as(founder.account_id))
    await platform().advance('P20D')
    const events = await recorded(platform(), orgId)
    expect(events.filter(({ type }) => type === 'member.offboarding_canceled').map(({ data }) => data.cause)).toEqual([
      'already_departed',
    ])
    expect(events.filter(({ data }) => data.account_id === member.account_id && data.method)).toHaveLength(1)
    expect(events.at(-1).type).toBe('organization.dissolved')
  })
})
