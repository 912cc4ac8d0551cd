import type { Scope } from '@sendoff/api'
import { userScopes } from '@sendoff/api'
import { beforeEach, expect, test } from 'vitest'
import { expectRefused, opened, whole } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const PATH = '/v1.0/webhook-endpoints'
const URL = 'http://127.0.0.1:9/hook'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  let appId: string
  beforeEach(async () => {
    aster = await opened(platform())
    asAdmin = await platform().userToken(aster.admin.account_id, ...userScopes)
    appId = must(aster.organization.apps[0]).client_id
  })

  const call = (method: string, path: string, token: string, body?: object) =>
    platform().call(method, path, { token, ...(body && { body }) })
  const create = (body: object = {}, token = asAdmin) => platform().post(PATH, token, { url: URL, ...body })
  const created = async (body: object = {}): Promise<any> => {
    const answer = await create({ app_id: appId, ...body })
    expect([answer.status, answer.body.app_id]).toEqual([201, appId])
    return answer.body
  }

  test('S114: an administrator handles the endpoints of the organisation’s own apps, audited in their name', async () => {
    const { orgId, admin } = aster
    const receiver = await startReceiver()
    const { endpoint_id: id, secret } = await created({ url: receiver.url })
    expect(secret).toMatch(/^whsec_/)
    const one = `${PATH}/${id}`
    const app = await platform().appToken(orgId, 'webhook:read', 'webhook:write')
    expect((await platform().get(one, app)).body).toEqual((await platform().get(one, asAdmin)).body)
    expect((await platform().get(`${PATH}?app_id=${appId}`, asAdmin)).body.data).toHaveLength(1)
    for (const answer of [await platform().get(one, asAdmin), await platform().get(PATH, asAdmin)]) {
      expect(JSON.stringify(answer.body)).not.toContain(secret.slice('whsec_'.length))
    }

    expect((await call('PATCH', one, asAdmin, { description: 'By hand' })).body.description).toBe('By hand')
    const rotated = await platform().post(`${one}/rotate-secret`, asAdmin, {})
    expect(rotated.body.secret).toMatch(/^whsec_/)
    expect((await call('DELETE', `${one}/secrets/${rotated.body.secret_id}`, asAdmin)).status).toBe(204)
    expect((await platform().post(`${one}/verify`, asAdmin)).status).toBe(202)
    const tested = await platform().post(`${one}/test`, asAdmin)
    expect(tested.status).toBe(202)
    await receiver.until((received) => received.length === 1)
    expect(receiver.received[0]?.event.actor).toEqual({ type: 'user', id: admin.account_id })
    await platform().advance('PT1S')
    const { delivery_id } = tested.body
    const delivery = await platform().get(`/v1.0/deliveries/${delivery_id}`, asAdmin)
    expect([delivery.status, delivery.body.status]).toEqual([200, 'succeeded'])
    expect((await platform().post(`/v1.0/deliveries/${delivery_id}/redeliver`, asAdmin)).status).toBe(202)
    expect((await platform().get(`${one}/health`, asAdmin)).status).toBe(200)
    expect((await platform().get(`${one}/deliveries`, asAdmin)).body.data.length).toBeGreaterThan(0)
    const since = '2020-01-01T00:00:00Z'
    const recovery = await platform().post(`${one}/recover`, asAdmin, { since })
    expect(recovery.status).toBe(202)
    expect((await platform().get(`${one}/recoveries/${recovery.body.recovery_id}`, asAdmin)).status).toBe(200)
    expect((await platform().post(`${one}/disable`, asAdmin)).body.status).toBe('disabled')
    expect((await platform().post(`${one}/enable`, asAdmin)).body.status).toBe('enabled')
    expect((await call('DELETE', one, asAdmin)).status).toBe(204)
    expect((await platform().get(one, app)).status).toBe(404)

    for (const action of [
      'webhookEndpoints.create',
      'webhookEndpoints.update',
      'webhookEndpoints.rotateSecret',
      'webhookEndpoints.deleteSecret',
      'webhookEndpoints.recover',
      'webhookEndpoints.disable',
      'webhookEndpoints.enable',
      'webhookEndpoints.delete',
      'deliveries.redeliver',
    ]) {
      expect(await auditOf(platform(), orgId, action)).toMatchObject([{ actor_id: admin.account_id }])
    }
    expect(JSON.stringify(await auditOf(platform(), orgId, 'webhookEndpoints.create'))).not.toContain(secret)
  })

  test('S114: nobody else handles them: no member, and no administrator of another organisation', async () => {
    const { orgId, member } = aster
    const { endpoint_id: id } = await created()
    const { delivery_id } = (await platform().post(`${PATH}/${id}/test`, asAdmin)).body
    await aster.role(member.account_id, 'admin')
    const lowered = await platform().userToken(member.account_id, ...userScopes)
    await aster.role(member.account_id, 'member')
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, ...userScopes)
    const personal = must(platform().data.personal_accounts[0]).account_id
    const alone = await platform().userToken(personal, ...userScopes)
    const calls = [
      ['GET', PATH, undefined, undefined],
      ['POST', PATH, { url: URL, app_id: appId }, 'app_not_found'],
      ['GET', `${PATH}?app_id=${appId}`, undefined, 'app_not_found'],
      ['GET', `${PATH}/${id}`, undefined, 'webhook_endpoint_not_found'],
      ['PATCH', `${PATH}/${id}`, { description: 'Mine' }, 'webhook_endpoint_not_found'],
      ['POST', `${PATH}/${id}/rotate-secret`, {}, 'webhook_endpoint_not_found'],
      ['POST', `${PATH}/${id}/test`, undefined, 'webhook_endpoint_not_found'],
      ['POST', `${PATH}/${id}/disable`, undefined, 'webhook_endpoint_not_found'],
      ['POST', `${PATH}/${id}/recover`, { since: '2020-01-01T00:00:00Z' }, 'webhook_endpoint_not_found'],
      ['GET', `${PATH}/${id}/deliveries`, undefined, 'webhook_endpoint_not_found'],
      ['GET', `/v1.0/deliveries/${delivery_id}`, undefined, 'delivery_not_found'],
      ['POST', `/v1.0/deliveries/${delivery_id}/redeliver`, undefined, 'delivery_not_found'],
      ['DELETE', `${PATH}/${id}`, undefined, 'webhook_endpoint_not_found'],
    ] as const
    const before = await whole(platform(), orgId)
    for (const [method, path, body, code] of calls) {
      const refusalOf = async (token: string) => (await call(method, path, token, body)).body.code
      expect([path, await refusalOf(lowered), await refusalOf(alone)]).toEqual([path, 'admin_required', 'app_required'])
      if (code) expect([path, await refusalOf(foreign)]).toEqual([path, code])
    }
    expect(await whole(platform(), orgId)).toEqual(before)
    expect((await platform().get(PATH, foreign)).body.data).toEqual([])
  })

  test('S114: endpoints of third-party apps are not the organisation’s to handle, not even of one that it registered', async () => {
    const { orgId } = aster
    const third = must(platform().data.third_party_apps[0])
    const own = await platform().clientToken(third, ['webhook:read', 'webhook:write'])
    const { endpoint_id: id } = (await create({}, own)).body
    await expectRefused(platform(), orgId, [404, 'webhook_endpoint_not_found'], () =>
      platform().get(`${PATH}/${id}`, asAdmin),
    )
    await expectRefused(platform(), orgId, [404, 'app_not_found'], () => create({ app_id: third.client_id }))
    const scopes: Scope[] = ['webhook:write', 'member:read']
    const registered = await platform().post('/v1.0/apps', asAdmin, {
      name: 'Offered',
      kind: 'third_party',
      scopes,
      redirect_uris: ['https://offered.example/callback'],
    })
    expect(registered.status).toBe(201)
    await expectRefused(platform(), orgId, [404, 'app_not_found'], () => create({ app_id: registered.body.app_id }))
    expect((await platform().get(PATH, asAdmin)).body.data).toEqual([])
  })

  test('S114: an administrator names the app, and an app names no other than itself', async () => {
    const { orgId } = aster
    const { status, body } = await create()
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'invalid_request', '/app_id'])
    const app = await platform().appToken(orgId, 'webhook:write')
    expect((await create({ app_id: appId }, app)).status).toBe(201)
    const other = await platform().post('/v1.0/apps', asAdmin, {
      name: 'Other',
      kind: 'internal',
      scopes: ['org:read'],
    })
    await expectRefused(platform(), orgId, [404, 'app_not_found'], () => create({ app_id: other.body.app_id }, app))
    expect((await created()).app_id).toBe(appId)
  })

  test('S115: a person’s token carries the read scopes of what an endpoint is to receive', async () => {
    const { orgId, admin } = aster
    const narrow = await platform().userToken(admin.account_id, 'webhook:read', 'webhook:write', 'org:read')
    const refused = await create({ app_id: appId }, narrow)
    expect([refused.status, refused.body.code]).toEqual([403, 'scope_missing'])
    expect(refused.body.required_scopes).toEqual(expect.arrayContaining(['webhook:write', 'member:read']))
    await expectRefused(platform(), orgId, [403, 'scope_missing'], () =>
      create({ app_id: appId, event_types: ['member.departed'] }, narrow),
    )
    const answer = await create({ app_id: appId, event_types: ['organization.updated', 'ping'] }, narrow)
    expect(answer.status).toBe(201)
    const one = `${PATH}/${answer.body.endpoint_id}`
    for (const change of [{ event_types: ['member.*'] }, { event_types: null }]) {
      await expectRefused(platform(), orgId, [403, 'scope_missing'], () => call('PATCH', one, narrow, change))
    }
    expect((await call('PATCH', one, narrow, { description: 'Still mine' })).status).toBe(200)

    const { endpoint_id: wide } = await created()
    await expectRefused(platform(), orgId, [403, 'scope_missing'], () =>
      call('PATCH', `${PATH}/${wide}`, narrow, { url: 'http://127.0.0.1:9/elsewhere' }),
    )
    // An app may still be given webhook:write by whoever creates it.
    const creator = await platform().userToken(admin.account_id, 'app:write', 'org:read')
    const app = { name: 'Quiet', kind: 'internal', scopes: ['webhook:write', 'event:read', 'org:read'] }
    expect((await platform().post('/v1.0/apps', creator, app)).status).toBe(201)
  })
})
