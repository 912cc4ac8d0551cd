import { appScopes, userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { administratorOf, thirdParty } from '../support/apps.ts'
import { rows } from '../support/database.ts'
import { recorded } from '../support/departures.ts'
import { settle } from '../support/endpoints.ts'
import { unlink } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'
import { opened } from './support.ts'

onEachStore((platform) => {
  test('S95: a restore overtakes a departure on which nobody has acted, and is owed receipts of its own', async () => {
    const org = await opened(platform())
    const [one, other] = [await org.system({ description: 'one' }), await org.system({ description: 'other' })]
    const departure_id = await org.gone()
    const [owed] = await org.table(departure_id)
    const event_id = must(owed).event_id
    const file = (endpoint_id: string, of: string) => org.file({ event_id: of, endpoint_id, status: 'done' })
    await file(one.endpoint_id, event_id)
    expect((await org.restore(departure_id)).status).toBe(200)
    const table = await org.table(departure_id)
    expect(table.map(({ event_type, status, reason }) => [event_type, status, reason])).toEqual([
      ['member.departed', 'done', null],
      ['member.departed', 'not_applicable', 'restored'],
      ['member.restored', 'awaited', null],
      ['member.restored', 'awaited', null],
    ])
    expect((await org.departure(departure_id)).closed_at).toBeNull()
    // Too late to matter, so it opens nothing.
    const moot = await org.file({ event_id, endpoint_id: other.endpoint_id, status: 'failed', reason: 'Gone' })
    expect(moot.body).toMatchObject({ status: 'not_applicable', reason: 'restored' })
    const back = must(table[2]).event_id
    for (const { endpoint_id } of [one, other]) await file(endpoint_id, back)
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
  })

  test('S95: a closed departure opens again when it is undone, and departing again overtakes the restore', async () => {
    const org = await opened(platform())
    await org.system()
    const departure_id = await org.gone()
    const [owed] = await org.table(departure_id)
    await org.file({ event_id: must(owed).event_id, status: 'done' })
    await org.restore(departure_id)
    expect((await org.departure(departure_id)).closed_at).toBeNull()
    const again = await org.departed(must(owed).subject_id)
    expect(await org.table(departure_id)).toMatchObject([
      { status: 'done' },
      { event_type: 'member.restored', status: 'not_applicable', reason: 'departed_again', answered_by: 'platform' },
    ])
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
    expect(await org.table(again)).toMatchObject([{ status: 'awaited' }])
    const moved = await recorded(platform(), org.orgId, 'departure.closed', 'departure.reopened')
    expect(moved.map(({ type, data }) => [type, data.departure_id, data.cause])).toEqual([
      ['departure.closed', departure_id, undefined],
      ['departure.reopened', departure_id, 'restored'],
      ['departure.closed', departure_id, undefined],
    ])
  })

  test('S96: a system that goes away before it has answered has failed, and an administrator settles it by hand', async () => {
    const org = await opened(platform())
    const { endpoint_id } = await org.system()
    const departure_id = await org.gone()
    const removed = await platform().call('DELETE', `/v1.0/webhook-endpoints/${endpoint_id}`, {
      token: org.receiptToken,
    })
    expect(removed.status).toBe(204)
    await settle(platform())
    const [owed] = await org.table(departure_id)
    expect(owed).toMatchObject({
      status: 'failed',
      reason: 'endpoint_deleted',
      answered_by: 'platform',
      system: { status: 'deleted' },
    })
    expect(await recorded(platform(), org.orgId, 'receipt.failed')).toHaveLength(1)
    const asked = await org.remind(must(owed).receipt_id)
    expect([asked.status, asked.body.code]).toEqual([404, 'webhook_endpoint_not_found'])
    const admin = await platform().userToken(org.admin.account_id, ...userScopes)
    const path = `/v1.0/receipts/${must(owed).receipt_id}/settle`
    const settled = await platform().post(path, admin, { status: 'done', reason: 'Removed by hand' })
    expect(settled.body).toMatchObject({ status: 'done', reason: 'Removed by hand', answered_by: 'administrator' })
    expect((await org.departure(departure_id)).closed_at).not.toBeNull()
    const twice = await platform().post(path, admin, { status: 'done', reason: 'Again' })
    expect([twice.status, twice.body.code]).toEqual([409, 'receipt_settled'])
    const member = await platform().userToken(org.member.account_id, 'receipt:write')
    expect((await platform().post(path, member, { status: 'done', reason: 'No' })).status).toBe(403)
  })

  test('S96: an endpoint that no longer deprovisions owes nothing, and one that is disabled owes what it owed', async () => {
    const org = await opened(platform())
    const [one, other] = [await org.system({ description: 'one' }), await org.system({ description: 'other' })]
    const departure_id = await org.gone()
    const token = org.receiptToken
    const path = (id: string, more = '') => `/v1.0/webhook-endpoints/${id}${more}`
    await platform().call('PATCH', path(one.endpoint_id), { token, body: { deprovisions: false } })
    await platform().post(path(other.endpoint_id, '/disable'), token)
    await settle(platform())
    expect(await org.table(departure_id)).toMatchObject([
      { status: 'not_applicable', reason: 'no_longer_deprovisions' },
      { status: 'awaited', system: { status: 'disabled' } },
    ])
    const later = await org.gone()
    expect(await org.table(later)).toMatchObject([{ system: { description: 'other' }, status: 'awaited' }])
    const narrowed = await platform().call('PATCH', path(other.endpoint_id), {
      token,
      body: { receipt_types: ['member.restored'] },
    })
    expect(narrowed.body).toMatchObject({ deprovisions: true, receipt_types: ['member.restored'] })
    await settle(platform())
    expect(await org.table(later)).toMatchObject([{ status: 'not_applicable', reason: 'no_longer_deprovisions' }])
  })

  test.each([
    [{ receipt_types: ['member.departed'] }, '/receipt_types'],
    [{ deprovisions: true, event_types: ['ping'] }, '/deprovisions'],
    [{ deprovisions: true, receipt_types: ['app.deauthorized'] }, '/receipt_types/0'],
    [{ deprovisions: true, receipt_types: ['member.joined'] }, '/receipt_types/0'],
  ])('an endpoint that would owe what it can not is refused: %j', async (more, pointer) => {
    const org = await opened(platform())
    const command = { url: 'http://127.0.0.1:1/', event_types: ['member.*'], ...more }
    const { status, body } = await platform().post('/v1.0/webhook-endpoints', org.receiptToken, command)
    expect([status, body.errors?.[0].pointer]).toEqual([400, pointer])
  })

  test('S96: an app that is no longer authorised has failed, but can still answer to the end of its authorization', async () => {
    const app = thirdParty(platform())
    const org = await opened(platform())
    const owner = await administratorOf(platform(), app.owner)
    await owner.update(app.app_id, { scopes: [...appScopes] })
    const home = await platform().clientToken(app, ['webhook:write'])
    const url = 'http://127.0.0.1:1/'
    const made = await platform().post('/v1.0/webhook-endpoints', home, { url, deprovisions: true })
    expect(made.status).toBe(201)
    const departure_id = await org.gone()
    const own = (await org.table(departure_id)).filter(({ system }) => system.app_id === app.app_id)
    expect(own).toMatchObject([{ status: 'awaited' }])
    const admin = await administratorOf(platform(), org.orgId)
    const [granted] = (
      await platform().get('/v1.0/authorizations', await platform().userToken(org.admin.account_id, ...userScopes))
    ).body.data
    expect((await admin.delete(`authorizations/${granted.authorization_id}`)).status).toBe(204)
    await settle(platform())
    const after = await org.receipts(`endpoint_id=${made.body.endpoint_id}`)
    expect(after.map(({ event_type, status, reason }) => [event_type, status, reason])).toEqual([
      ['member.departed', 'failed', 'app_deauthorized'],
      ['app.deauthorized', 'awaited', null],
    ])
  })

  test('S97: a third-party app sees its own receipts, another organisation and a member none', async () => {
    const app = thirdParty(platform())
    const org = await opened(platform())
    const owner = await administratorOf(platform(), app.owner)
    await owner.update(app.app_id, { scopes: [...appScopes] })
    const admin = await administratorOf(platform(), org.orgId)
    await org.system()
    const departure_id = await org.gone()
    const [owed] = await org.table(departure_id)
    const other = await opened(platform(), 1)
    for (const path of [`receipts/${must(owed).receipt_id}`, `departures/${departure_id}/receipts`]) {
      expect((await platform().get(`/v1.0/${path}`, other.receiptToken)).status).toBe(404)
    }
    expect((await org.file({ event_id: must(owed).event_id, status: 'done' }, other.receiptToken)).status).toBe(404)
    expect((await org.remind(must(owed).receipt_id, other.receiptToken)).status).toBe(404)
    expect(await org.receipts('limit=200', other.receiptToken)).toEqual([])
    const member = await platform().userToken(org.member.account_id, 'receipt:read')
    expect((await platform().get('/v1.0/receipts', member)).status).toBe(403)
    const boss = await platform().userToken(admin.accountId, 'receipt:read')
    expect(await org.receipts('limit=200', boss)).toHaveLength(1)
    const scopes = JSON.stringify(appScopes)
    await rows(platform(), (db) => db.updateTable('authorization').set({ scopes }).execute())
    const theirs = await app.tokenFor('receipt:read', 'receipt:write', 'member:read', 'event:read')
    expect(await org.receipts('limit=200', theirs)).toEqual([])
    expect((await platform().get(`/v1.0/departures/${departure_id}`, theirs)).body.receipts.owed).toBe(0)
    expect((await org.remind(must(owed).receipt_id, theirs)).status).toBe(404)
    await platform().advance('PT25H')
    const seen = (await platform().get('/v1.0/events?types=receipt.*,departure.*', theirs)).body.data
    expect(seen).toEqual([])
    expect(await recorded(platform(), org.orgId, 'receipt.overdue')).toHaveLength(1)
  })

  test('S92: an ended association owes receipts on both sides', async () => {
    const org = await opened(platform())
    await org.system({ event_types: ['organization.*'] })
    const association = platform().association('upstream')
    await unlink(platform(), association)
    const owed = await org.receipts(`subject_id=${association.association_id}`)
    expect(owed).toMatchObject([
      { event_type: 'organization.association.unlinked', departure_id: null, status: 'awaited' },
    ])
    await org.file({ event_id: must(owed[0]).event_id, status: 'done' })
    expect(await org.receipts('event_type=organization.association.unlinked&status=done')).toHaveLength(1)
  })
})
