import { expect, test } from 'vitest'
import { registered } from '../support/accounts.ts'
import { advanceTo, DAY, fromNow, HOUR, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { expectGapless, expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  test('S19: an administrator and an app offboard a member, who is gone immediately', async () => {
    const { orgId, admin, member, named, offboard, departure, offboarding, organization } = await opened(platform())
    const asMember = await platform().userToken(member.account_id, 'account:read')
    expect((await platform().get('/v1.0/me', asMember)).status).toBe(200)
    const byAdmin = await platform().userToken(admin.account_id, 'member:offboard')
    const answer = await offboard(
      member.account_id,
      { reason_code: 'restructuring', reason_text: 'Plant closed' },
      byAdmin,
    )
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      account_id: member.account_id,
      status: 'completed',
      reason_code: 'restructuring',
      reason_text: 'Plant closed',
      batch_id: null,
      failure: null,
    })
    expect(await offboarding(answer.body.offboarding_id)).toEqual(answer.body)
    expect((await platform().get('/v1.0/me', asMember)).status).toBe(401)
    expect(await departure(answer.body.departure_id)).toMatchObject({
      account_id: member.account_id,
      method: 'admin_offboard',
      initiator: 'admin',
      actor: { type: 'user', id: admin.account_id },
      reason_code: 'restructuring',
      reason_text: 'Plant closed',
      entry_point: null,
      status: 'departed',
      restored_at: null,
    })
    const other = named('Alan').account_id
    const byApp = await offboard(other)
    expect(await departure(byApp.body.departure_id)).toMatchObject({
      initiator: 'app',
      actor: { type: 'app', id: must(organization.apps[0]).client_id },
    })
    expect((await auditOf(platform(), orgId, 'offboardings.create')).map((row: any) => row.target_id)).toEqual([
      member.account_id,
      other,
    ])
    await expectGapless(platform())
  })

  test('S19: a member, an administrator of another organisation and a token without the scope are refused', async () => {
    const { orgId, member, admin, named, offboard, preview } = await opened(platform())
    const target = named('Alan').account_id
    const asMember = await platform().userToken(member.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => offboard(target, {}, asMember))
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => preview({ account_id: target }, asMember))
    const foreign = (await opened(platform(), 1)).admin.account_id
    const asForeign = await platform().userToken(foreign, 'member:offboard')
    await expectRefused(platform(), orgId, [404, 'member_not_found'], () => offboard(target, {}, asForeign))
    const unscoped = await platform().userToken(admin.account_id, 'member:read')
    await expectRefused(platform(), orgId, [403, 'scope_missing'], () => offboard(target, {}, unscoped))
  })

  test('S16: a personal account is not offboarded, not shown in a preview, and fails in a batch', async () => {
    const { orgId, offboard, preview, batch, readBatch } = await opened(platform())
    const { account_id } = await registered(platform(), { email: 'own@personal.example' })
    const code = 'personal_account_not_offboardable'
    await expectRefused(platform(), orgId, [403, code], () => offboard(account_id))
    await expectRefused(platform(), orgId, [403, code], () => preview({ account_id }))
    const { body } = await batch([{ account_id, reason_code: 'other' }])
    await settle(platform())
    expect((await readBatch(body.batch_id)).items).toMatchObject([{ status: 'failed', failure: code }])
    expect(await recorded(platform(), orgId)).toMatchObject([
      { type: 'offboarding_batch.completed', data: { batch_id: body.batch_id, total: 1, succeeded: 0, failed: 1 } },
    ])
    const token = await platform().userToken(account_id, 'account:read')
    expect((await platform().get('/v1.0/me', token)).status).toBe(200)
  })

  test('S32: members who are locked out, and those who cannot act by themselves, are offboarded', async () => {
    const { named, frozen, offboard, token } = await opened(platform())
    for (const [i, condition] of (['banned', 'suspended', 'abnormal'] as const).entries()) {
      const { account_id } = must([named('Aiko'), named('Alan'), named('Mei')][i])
      const changer = await platform().appToken((await opened(platform())).orgId, 'member:condition:write')
      const body = { condition, reason_text: 'locked out' }
      const path = `/v1.0/members/${account_id}/condition`
      expect((await platform().call('PUT', path, { token: changer, body })).status).toBe(200)
      expect((await offboard(account_id)).body.status).toBe('completed')
    }
    expect((await offboard(frozen.account_id)).body.status).toBe('completed')
    const left = (await platform().get('/v1.0/members?status=departed', token)).body.data
    expect(left).toHaveLength(4)
  })

  test('the departed, the unknown and the founder are not offboarded, nor is the last administrator', async () => {
    const { orgId, founder, admin, member, offboard, departed } = await opened(platform())
    await departed(member.account_id)
    await expectRefused(platform(), orgId, [409, 'already_departed'], () => offboard(member.account_id))
    await expectRefused(platform(), orgId, [404, 'member_not_found'], () => offboard('acct_none'))
    await expectRefused(platform(), orgId, [409, 'founder_must_transfer'], () => offboard(founder.account_id))
    await expectRefused(platform(), orgId, [409, 'last_admin'], () => offboard(admin.account_id))
    const asFounder = await platform().userToken(founder.account_id, 'member:offboard')
    await expectRefused(platform(), orgId, [409, 'last_admin'], () => offboard(admin.account_id, {}, asFounder))
  })

  test('a past time, or a recipient who cannot take over, is refused and named', async () => {
    const { orgId, member, frozen, offboard, preview, departed, named } = await opened(platform())
    const { account_id } = member
    for (const by of [-1, -DAY]) {
      const effective_at = await fromNow(platform(), by)
      await expectRefused(platform(), orgId, [400, 'effective_at_in_past'], () =>
        offboard(account_id, { effective_at }),
      )
    }
    const gone = named('Alan').account_id
    await departed(gone)
    const foreign = (await opened(platform(), 1)).member.account_id
    for (const recipient_id of [account_id, frozen.account_id, gone, foreign, 'acct_none']) {
      for (const handover of [
        { recipient_id },
        { by_kind: [{ kind: 'document', action: 'transfer', recipient_id }] },
      ]) {
        const refusal: [number, string] = [400, 'recipient_invalid']
        const answer = await expectRefused(platform(), orgId, refusal, () => offboard(account_id, { handover }))
        expect(answer.body.recipient_id).toBe(recipient_id)
        await expectRefused(platform(), orgId, refusal, () => preview({ account_id, handover }))
      }
    }
    const by_resource = [{ resource_id: 'res_none', action: 'delete' }]
    const answer = await expectRefused(platform(), orgId, [400, 'invalid_request'], () =>
      offboard(account_id, { handover: { by_resource } }),
    )
    expect(answer.body.errors[0].pointer).toBe('/handover/by_resource/0/resource_id')
  })

  test('S14: contradictory choices of a handover are refused and named, and none is guessed', async () => {
    const { orgId, member, admin, resources, offboard, preview } = await opened(platform())
    const { account_id } = member
    const recipient_id = admin.account_id
    const { resource_id } = (await resources(account_id))[0]
    const [document, one] = [{ kind: 'document' }, { resource_id }]
    const cases: [handover: object, pointers: string[]][] = [
      [
        {
          by_kind: [
            { ...document, action: 'delete' },
            { kind: 'note', action: 'hold' },
            { ...document, action: 'hold' },
          ],
        },
        ['/handover/by_kind/2/kind'],
      ],
      [
        {
          by_resource: [
            { ...one, action: 'transfer', recipient_id },
            { ...one, action: 'delete' },
          ],
        },
        ['/handover/by_resource/1/resource_id'],
      ],
      [
        {
          by_kind: [{ ...document, action: 'delete', recipient_id }],
          by_resource: [{ ...one, action: 'hold', recipient_id }],
        },
        ['/handover/by_kind/0/recipient_id', '/handover/by_resource/0/recipient_id'],
      ],
    ]
    for (const [handover, pointers] of cases) {
      for (const send of [() => offboard(account_id, { handover }), () => preview({ account_id, handover })]) {
        const answer = await expectRefused(platform(), orgId, [400, 'invalid_request'], send)
        expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers)
      }
    }
  })

  test('a preview shows the inventory, the recipients and what cannot be undone, and changes nothing', async () => {
    const { orgId, member, admin, named, preview } = await opened(platform())
    const before = await recorded(platform(), orgId)
    const recipient_id = named('Alan').account_id
    const by_kind = [{ kind: 'calendar', action: 'delete' }]
    const plain = await preview({ account_id: member.account_id })
    expect(plain.status).toBe(200)
    expect(plain.body).toMatchObject({
      account_id: member.account_id,
      total: 2,
      inventory: [
        { kind: 'calendar', outcome: 'transferred', recipient_id: admin.account_id, count: 1 },
        { kind: 'document', outcome: 'transferred', recipient_id: admin.account_id, count: 1 },
      ],
      blockers: [],
      scheduled_offboarding: null,
      irreversible: ['access_ends_at_once', 'resources_transferred', 'departments_lost'],
    })
    const chosen = await preview({ account_id: member.account_id, handover: { recipient_id, by_kind } })
    expect(chosen.body).toMatchObject({
      total: 2,
      inventory: [
        { kind: 'calendar', outcome: 'deleted', recipient_id: null, count: 1 },
        { kind: 'document', outcome: 'transferred', recipient_id, count: 1 },
      ],
      irreversible: ['access_ends_at_once', 'resources_transferred', 'resources_deleted', 'departments_lost'],
    })
    expect(await recorded(platform(), orgId)).toEqual(before)
  })

  test('a preview names every blocker', async () => {
    const { founder, admin, member, preview, offboard, role, named } = await opened(platform())
    const codes = async (account_id: string) =>
      (await preview({ account_id })).body.blockers.map(({ code }: { code: string }) => code)
    expect(await codes(founder.account_id)).toEqual(['founder_must_transfer'])
    expect(await codes(admin.account_id)).toEqual(['last_admin'])
    const irreversible = (await preview({ account_id: admin.account_id })).body.irreversible
    expect(irreversible).toContain('admin_role_lost')
    expect(await codes(member.account_id)).toEqual([])
    const other = named('Alan').account_id
    await role(other, 'admin')
    await offboard(admin.account_id, { effective_at: await fromNow(platform(), DAY) })
    expect([await codes(admin.account_id), await codes(other)]).toEqual([[], ['last_admin']])
  })

  test('a preview explains blockers like the refusal, in the language of the caller', async () => {
    const { founder, token } = await opened(platform())
    for (const [language, script] of [
      ['en', /^[^\p{Script=Han}]+$/u],
      ['zh-CN', /\p{Script=Han}/u],
    ] as const) {
      const ask = (path: string, body: object) =>
        platform().post(`/v1.0/offboardings${path}`, token, body, { 'accept-language': language })
      const { account_id } = founder
      const refused = await ask('', { account_id, reason_code: 'resignation' })
      expect(refused.body.code).toBe('founder_must_transfer')
      expect(refused.body.detail).toMatch(script)
      const { blockers } = (await ask('/preview', { account_id })).body
      expect(blockers).toEqual([{ code: 'founder_must_transfer', detail: refused.body.detail }])
    }
  })

  test('a preview shows a scheduled offboarding, which blocks nothing and is canceled by an immediate one', async () => {
    const { orgId, member, preview, offboard, offboarding } = await opened(platform())
    const { account_id } = member
    const effective_at = await fromNow(platform(), DAY)
    const unscheduled = (await preview({ account_id })).body.preview_id
    const { offboarding_id } = (await offboard(account_id, { effective_at })).body
    const { body } = await preview({ account_id })
    expect(body).toMatchObject({ blockers: [], scheduled_offboarding: { offboarding_id, effective_at } })
    await expectRefused(platform(), orgId, [409, 'preview_stale'], () =>
      offboard(account_id, { preview_id: unscheduled }),
    )
    expect((await offboard(account_id, { preview_id: body.preview_id })).body.status).toBe('completed')
    expect((await offboarding(offboarding_id)).status).toBe('canceled')
  })

  test('an offboarding bound to a preview is refused after a change of the member, their resources or the handover', async () => {
    const { orgId, member, named, preview, offboard, token, register } = await opened(platform())
    const { account_id } = member
    const stale: [number, string] = [409, 'preview_stale']
    const fresh = async () => (await preview({ account_id })).body.preview_id
    const changes = [
      async () => {
        const path = `/v1.0/members/${account_id}`
        await platform().call('PATCH', path, { token, body: { name: 'Renamed' } })
      },
      async () => void (await register(account_id, 'note', 1)),
    ]
    for (const change of changes) {
      const preview_id = await fresh()
      await change()
      await expectRefused(platform(), orgId, stale, () => offboard(account_id, { preview_id }))
    }
    const preview_id = await fresh()
    const handover = { recipient_id: named('Alan').account_id }
    await expectRefused(platform(), orgId, stale, () => offboard(account_id, { preview_id, handover }))
    const ofOther = (await preview({ account_id: named('Alan').account_id })).body.preview_id
    await expectRefused(platform(), orgId, stale, () => offboard(account_id, { preview_id: ofOther }))
    await expectRefused(platform(), orgId, stale, () => offboard(account_id, { preview_id: 'ofp_none' }))
    await platform().advance('PT60M')
    await expectRefused(platform(), orgId, stale, () => offboard(account_id, { preview_id }))
    expect((await offboard(account_id, { preview_id: await fresh() })).status).toBe(201)
  })

  test('a scheduled offboarding is carried out at its time, and not before', async () => {
    const {
      orgId,
      member,
      offboard,
      offboarding,
      member: { account_id },
    } = await opened(platform())
    const effective_at = await fromNow(platform(), 2 * DAY)
    const { body, status } = await offboard(account_id, { effective_at, reason_text: 'Contract ends' })
    expect([status, body.status, body.effective_at, body.departure_id]).toEqual([201, 'scheduled', effective_at, null])
    await expectRefused(platform(), orgId, [409, 'offboarding_exists'], () => offboard(account_id, { effective_at }))
    await advanceTo(platform(), Date.parse(effective_at) - 60_000)
    expect((await offboarding(body.offboarding_id)).status).toBe('scheduled')
    const token = await platform().userToken(account_id, 'account:read')
    expect((await platform().get('/v1.0/me', token)).status).toBe(200)
    await advanceTo(platform(), Date.parse(effective_at))
    const done = await offboarding(body.offboarding_id)
    expect(done).toMatchObject({ status: 'completed', failure: null, departure_id: expect.stringMatching(/^dep_/) })
    expect((await platform().get('/v1.0/me', token)).status).toBe(401)
    const [scheduled, departed] = await recorded(
      platform(),
      orgId,
      'member.offboarding_scheduled',
      'member.departed',
      'member.offboarding_canceled',
    )
    expect(scheduled.data).toEqual({
      offboarding_id: body.offboarding_id,
      account_id,
      external_id: null,
      effective_at,
    })
    expect(departed.data).toMatchObject({
      account_id,
      departure_id: done.departure_id,
      reason_text: 'Contract ends',
      snapshot: { name: member.name },
    })
    await expectGapless(platform())
  })

  test('a scheduled offboarding is rescheduled, and carried out at its new time only', async () => {
    const { orgId, member, offboard, offboarding, update } = await opened(platform())
    const [first, second] = [await fromNow(platform(), DAY), await fromNow(platform(), 3 * DAY)]
    const { offboarding_id } = (await offboard(member.account_id, { effective_at: first, reason_text: 'stays' })).body
    const past = await fromNow(platform(), -1)
    await expectRefused(platform(), orgId, [400, 'effective_at_in_past'], () =>
      update(offboarding_id, { effective_at: past }),
    )
    await expectRefused(platform(), orgId, [400, 'recipient_invalid'], () =>
      update(offboarding_id, { handover: { recipient_id: member.account_id } }),
    )
    const answer = await update(offboarding_id, { effective_at: second, reason_code: 'other' })
    expect(answer.body).toMatchObject({ effective_at: second, reason_code: 'other', reason_text: 'stays' })
    expect((await recorded(platform(), orgId, 'member.offboarding_rescheduled')).map(({ data }) => data)).toEqual([
      { offboarding_id, account_id: member.account_id, external_id: null, effective_at: second },
    ])
    await advanceTo(platform(), Date.parse(first) + HOUR)
    expect((await offboarding(offboarding_id)).status).toBe('scheduled')
    await advanceTo(platform(), Date.parse(second))
    expect((await offboarding(offboarding_id)).status).toBe('completed')
    await expectRefused(platform(), orgId, [409, 'offboarding_not_pending'], () =>
      update(offboarding_id, { reason_code: 'other' }),
    )
  })

  test('a scheduled offboarding is canceled once, and nothing happens at its time', async () => {
    const { orgId, member, offboard, offboarding, cancel } = await opened(platform())
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(member.account_id, { effective_at })).body
    expect((await cancel(offboarding_id)).body.status).toBe('canceled')
    await expectRefused(platform(), orgId, [409, 'offboarding_not_pending'], () => cancel(offboarding_id))
    await expectRefused(platform(), orgId, [404, 'offboarding_not_found'], () => cancel('off_none'))
    await platform().advance('PT48H')
    expect((await offboarding(offboarding_id)).status).toBe('canceled')
    expect((await recorded(platform(), orgId)).map(({ type, data }) => [type, data.cause])).toEqual([
      ['member.offboarding_scheduled', undefined],
      ['member.offboarding_canceled', 'canceled'],
    ])
    // Another one may be scheduled now.
    const again = await offboard(member.account_id, { effective_at: await fromNow(platform(), DAY) })
    expect(again.status).toBe(201)
  })

  test('a scheduled offboarding that a rule prevents at its time fails, with an event', async () => {
    const { orgId, admin, offboard, offboarding, role, named } = await opened(platform())
    const other = named('Alan').account_id
    await role(other, 'admin')
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(admin.account_id, { effective_at })).body
    // No operation demotes the other one any more.
    await query(platform(), `update account set role = 'member' where account_id = '${other}'`)
    await advanceTo(platform(), Date.parse(effective_at))
    expect(await offboarding(offboarding_id)).toMatchObject({
      status: 'failed',
      failure: 'last_admin',
      departure_id: null,
    })
    expect(await recorded(platform(), orgId, 'member.offboarding_failed', 'member.departed')).toMatchObject([
      { type: 'member.offboarding_failed', data: { offboarding_id, account_id: admin.account_id, code: 'last_admin' } },
    ])
    await expectGapless(platform())
  })

  test('an immediate offboarding cancels a scheduled one', async () => {
    const { orgId, member, offboard, offboarding, departed } = await opened(platform())
    const effective_at = await fromNow(platform(), DAY)
    const { offboarding_id } = (await offboard(member.account_id, { effective_at })).body
    await departed(member.account_id)
    expect((await offboarding(offboarding_id)).status).toBe('canceled')
    await advanceTo(platform(), Date.parse(effective_at))
    expect(await recorded(platform(), orgId, 'member.departed')).toHaveLength(1)
    expect(await recorded(platform(), orgId, 'member.offboarding_failed')).toEqual([])
  })

  test('the event of a departure has all data', async () => {
    const { orgId, admin, token, create, register, offboard } = await opened(platform())
    const account_id = await create({
      name: 'Noor Haddad',
      email: 'noor@aster.example',
      phone: '+8613800000009',
      external_id: 'E-0042',
      dept_ids: [2, 4],
      manager_id: admin.account_id,
    })
    await register(account_id, 'document', 3)
    await register(account_id, 'calendar', 2)
    await register(account_id, 'survey', 1)
    const handover = {
      by_kind: [
        { kind: 'calendar', action: 'delete' },
        { kind: 'survey', action: 'hold' },
      ],
    }
    const { body } = await offboard(account_id, { reason_code: 'position_change', reason_text: 'Elsewhere', handover })
    const [event] = await recorded(platform(), orgId, 'member.departed')
    const { departed_at, restorable_until } = (await platform().get(`/v1.0/departures/${body.departure_id}`, token))
      .body
    expect(event.data).toEqual({
      departure_id: body.departure_id,
      account_id,
      external_id: 'E-0042',
      method: 'admin_offboard',
      initiator: 'app',
      reason_code: 'position_change',
      reason_text: 'Elsewhere',
      snapshot: {
        name: 'Noor Haddad',
        email: 'noor@aster.example',
        phone: '+8613800000009',
        external_id: 'E-0042',
        dept_ids: [2, 4],
        role: 'member',
        manager_id: admin.account_id,
      },
      handover: { transferred: 3, deleted: 2, held: 1 },
      restorable_until,
    })
    expect(Date.parse(restorable_until) - Date.parse(departed_at)).toBe(30 * DAY)
  })
})
