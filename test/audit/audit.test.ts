import { eventTypes, operations } from '@sendoff/api'
import { expect, test } from 'vitest'
import { administratorOf, thirdParty } from '../support/apps.ts'
import { twoStrangers } from '../support/invitations.ts'
import { must, onEachStore } from '../support/platform.ts'
import { expectRefused } from '../support/refused.ts'

const PATH = '/v1.0/audit-logs'

onEachStore((platform) => {
  const log = async (orgId: string, query = ''): Promise<any[]> =>
    (await platform().get(PATH + query, await platform().appToken(orgId, 'audit:read'))).body.data

  test('an entry says who changed what, from where, before and after', async () => {
    const own = platform().organization(0).org_id
    const admin = await administratorOf(platform(), own)
    const { app_id } = must(platform().organizationOf(own).apps[1])
    const before = (await admin.get(app_id)).body
    const answer = await admin.update(app_id, { name: 'Renamed', scopes: ['org:read'] })
    const [entry, ...more] = await log(own)
    expect(more).toEqual([])
    const { status, redirect_uris, allowed_origins } = before
    expect(entry).toEqual({
      audit_id: expect.stringMatching(/^aud_/),
      actor: { type: 'user', id: admin.accountId },
      action: 'apps.update',
      target_id: app_id,
      before: { name: before.name, status, scopes: ['member:read'], redirect_uris, allowed_origins },
      after: { name: 'Renamed', status, scopes: ['org:read'], redirect_uris, allowed_origins },
      address: expect.stringContaining('127.0.0.1'),
      request_id: answer.headers.get('x-request-id'),
      created_at: expect.stringMatching(/Z$/),
    })
  })

  test('every change of apps, secrets, authorizations and endpoints is written, and none of them with a secret', async () => {
    const app = thirdParty(platform())
    const { authorizedBy: own } = app
    const admin = await administratorOf(platform(), own)
    const created = (await admin.create({ name: 'Payroll', kind: 'internal', scopes: ['webhook:write'] })).body
    const added = (await admin.createSecret(created.app_id)).body
    await admin.delete(`apps/${created.app_id}/secrets/${added.secret_id}`)
    const token = await platform().clientToken(created, ['webhook:write'])
    const url = 'http://127.0.0.1:9/hooks?token=do-not-tell'
    const endpoint = (await platform().post('/v1.0/webhook-endpoints', token, { url })).body
    await platform().call('DELETE', `/v1.0/webhook-endpoints/${endpoint.endpoint_id}`, { token })
    await admin.delete(`apps/${created.app_id}`)
    const [authorization] = (await platform().get('/v1.0/authorizations', admin.token)).body.data
    await admin.delete(`authorizations/${authorization.authorization_id}`)
    const entries = await log(own)
    expect(entries.map(({ action, target_id, actor }) => [action, target_id, actor.id])).toEqual([
      ['authorizations.delete', authorization.authorization_id, admin.accountId],
      ['apps.delete', created.app_id, admin.accountId],
      ['webhookEndpoints.delete', endpoint.endpoint_id, created.app_id],
      ['webhookEndpoints.create', endpoint.endpoint_id, created.app_id],
      ['apps.deleteSecret', created.app_id, admin.accountId],
      ['apps.createSecret', created.app_id, admin.accountId],
      ['apps.create', created.app_id, admin.accountId],
    ])
    for (const { action } of entries) expect(operations).toHaveProperty([action])
    const written = JSON.stringify(entries)
    for (const secret of [created.client_secret, added.client_secret, endpoint.secret, 'do-not-tell']) {
      expect(written).not.toContain(secret)
    }
  })

  test("an endpoint of a third-party app is in the log of the app's owner", async () => {
    const app = thirdParty(platform())
    const token = await platform().clientToken(app, ['webhook:write'], app.resource)
    await platform().post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:9/hooks' })
    const [entry, ...more] = await log(app.owner)
    expect(entry).toMatchObject({ action: 'webhookEndpoints.create', actor: { type: 'app', id: app.app_id } })
    expect(more).toEqual([])
    expect(await log(app.authorizedBy)).toEqual([])
  })

  test('a deleted third-party app is in the log of its owner and of the organisations that had authorised it', async () => {
    const app = thirdParty(platform())
    const owner = await administratorOf(platform(), app.owner)
    await owner.delete(`apps/${app.app_id}`)
    expect(await log(app.owner)).toMatchObject([{ action: 'apps.delete', target_id: app.app_id }])
    const [theirs] = await log(app.authorizedBy)
    expect(theirs).toMatchObject({ action: 'apps.delete', before: { app_id: app.app_id }, address: null })
  })

  test('linking and unlinking are in the logs of both organisations, with address, request and text in the log of the one that acted', async () => {
    const two = await twoStrangers(platform())
    const { invitation_id } = (await two.invite()).body
    const { association_id } = (await two.answer(two.invited, invitation_id, 'accept')).body
    const command = { dept_id: 3, associated_org_id: two.invited, reason_code: 'other', reason_text: 'too slow' }
    const token = await platform().appToken(two.inviting, 'org:unlink')
    const { headers } = await platform().post('/v1.0/organization/unlink', token, command)
    const [ended, unlinked, linked, invited, ...more] = await log(two.inviting)
    const [unlinkedThere, linkedThere, ...moreThere] = await log(two.invited)
    expect([more, moreThere]).toEqual([[], []])
    // The app of the other organisation that it had authorised rested on the association.
    expect(ended).toMatchObject({
      action: 'organization.unlink',
      before: { app_id: must(platform().data.third_party_apps[0]).app_id },
      after: { cause: 'association_unlinked' },
    })
    expect(invited).toMatchObject({ action: 'associationInvitations.create', target_id: invitation_id })
    for (const entry of [linked, linkedThere]) {
      expect(entry).toMatchObject({ action: 'associationInvitations.accept', target_id: association_id })
      expect(entry.after.invitation_id).toBe(invitation_id)
    }
    expect([linked.address, linked.request_id]).toEqual([null, null])
    expect(linkedThere.address).toContain('127.0.0.1')
    expect(unlinked).toMatchObject({ action: 'organization.unlink', target_id: association_id })
    expect(unlinked.request_id).toBe(headers.get('x-request-id'))
    expect(unlinked.before).toMatchObject({ org_id: two.inviting, type: 'upstream' })
    expect(unlinked.after).toEqual({ reason_code: 'other', reason_text: 'too slow' })
    expect(unlinkedThere).toMatchObject({ action: 'organization.unlink', target_id: association_id, request_id: null })
    expect(unlinkedThere.before).toMatchObject({ org_id: two.invited, type: 'downstream' })
    expect(unlinkedThere.after).toEqual({ reason_code: 'other' })
  })

  test('declining and revoking are in the log of the organisation that does it', async () => {
    const two = await twoStrangers(platform())
    const first = (await two.invite()).body.invitation_id
    await two.answer(two.invited, first, 'decline')
    const second = (await two.invite()).body.invitation_id
    await two.answer(two.inviting, second, 'revoke')
    const change = { before: { status: 'pending' }, after: { status: 'declined' } }
    expect(await log(two.invited)).toMatchObject([
      { action: 'associationInvitations.decline', target_id: first, ...change },
    ])
    expect(await log(two.inviting, '?action=associationInvitations.revoke')).toMatchObject([{ target_id: second }])
  })

  test('a refusal leaves no entry', async () => {
    const two = await twoStrangers(platform())
    const admin = await administratorOf(platform(), two.inviting)
    await two.invite({ dept_id: 99 })
    await two.answer(two.invited, 'inv_unknown', 'accept')
    await admin.create({ name: 'X', kind: 'internal', scopes: ['app:write'] })
    await admin.delete('apps/app_unknown')
    const token = await platform().appToken(two.inviting, 'org:unlink')
    await platform().post('/v1.0/organization/unlink', token, { dept_id: 3, associated_org_id: two.invited })
    expect([await log(two.inviting), await log(two.invited)]).toEqual([[], []])
  })

  test('it is read newest first, in pages, and filtered by action, target and actor', async () => {
    const own = platform().organization(0).org_id
    const admin = await administratorOf(platform(), own)
    const ids: string[] = []
    for (const name of ['One', 'Two', 'Three']) {
      ids.unshift((await admin.create({ name, kind: 'internal', scopes: ['org:read'] })).body.app_id)
    }
    const [newest = '', , oldest = ''] = ids
    await admin.update(oldest, { name: 'Uno' })
    const targets = async (query = '') => (await log(own, query)).map(({ target_id }) => target_id)
    expect(await targets()).toEqual([oldest, ...ids])
    expect(await targets('?action=apps.create')).toEqual(ids)
    expect(await targets(`?target_id=${newest}`)).toEqual([newest])
    expect(await targets(`?target_id=${oldest}&action=apps.update`)).toEqual([oldest])
    expect(await targets(`?actor_id=${admin.accountId}`)).toHaveLength(4)
    expect(await targets('?actor_id=acct_unknown')).toEqual([])
    const token = await platform().appToken(own, 'audit:read')
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await platform().get(`${PATH}?limit=3${cursor && `&cursor=${cursor}`}`, token)
      seen.push(...body.data.map((entry: { target_id: string }) => entry.target_id))
      // New entries come first, and shift nothing.
      if (cursor === '') await admin.create({ name: 'Four', kind: 'internal', scopes: ['org:read'] })
      cursor = body.next_cursor
    }
    expect(seen).toEqual([oldest, ...ids])
  })

  test('an administrator reads it, an ordinary member does not, and nobody reads that of another organisation', async () => {
    const own = platform().organization(0).org_id
    const admin = await administratorOf(platform(), own)
    await admin.create({ name: 'Payroll', kind: 'internal', scopes: ['org:read'] })
    const reader = await platform().userToken(admin.accountId, 'audit:read')
    expect((await platform().get(PATH, reader)).body.data).toHaveLength(1)
    const member = await platform().userToken(platform().member(own, 'member').account_id, 'audit:read')
    expectRefused(await platform().get(PATH, member), [403, 'admin_required'])
    const other = await platform().userToken(admin.accountId, 'app:read')
    expectRefused(await platform().get(PATH, other), [403, 'scope_missing'])
    expect(await log(platform().organization(1).org_id)).toEqual([])
  })

  test('every type of event is listed with the scope that reads it', async () => {
    const token = await platform().appToken(platform().organization(0).org_id, 'event:read')
    const { status, body } = await platform().get('/v1.0/event-types', token)
    expect(status).toBe(200)
    expect(body.data).toContainEqual({ type: 'member.departed', scope: 'member:read' })
    expect(body.data).toContainEqual({ type: 'organization.association.invited', scope: 'org:association:read' })
    expect(new Set(body.data.map(({ type }: { type: string }) => type)).size).toBe(Object.keys(eventTypes).length)
  })
})
