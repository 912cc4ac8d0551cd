import { userScopes } from '@sendoff/api'
import { beforeEach, expect, test } from 'vitest'
import { expectRefused, opened } from '../support/departures.ts'
import { must, onEachStore } from '../support/platform.ts'
import { openStream } from './stream.ts'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  beforeEach(async () => {
    aster = await opened(platform())
    asAdmin = await platform().userToken(aster.admin.account_id, ...userScopes)
  })

  const typesFor = async (token: string) =>
    (await platform().get('/v1.0/events', token)).body.data.map(({ type }: { type: string }) => type)
  const rename = async (name: string) => {
    const answer = await platform().call('PATCH', '/v1.0/organization', { token: asAdmin, body: { name } })
    expect(answer.status).toBe(200)
  }

  test('S116: an administrator reads the organisation’s events, with those about the endpoints of its own apps', async () => {
    const app = await platform().appToken(aster.orgId, 'webhook:write')
    const url = 'http://127.0.0.1:9/'
    const { endpoint_id } = (await platform().post('/v1.0/webhook-endpoints', app, { url })).body
    const { event_id } = (await platform().post(`/v1.0/webhook-endpoints/${endpoint_id}/test`, app)).body
    await rename('Aster & Co')
    expect(await typesFor(asAdmin)).toEqual(['ping', 'organization.updated'])
    const narrow = await platform().userToken(aster.admin.account_id, 'event:read', 'org:read')
    expect(await typesFor(narrow)).toEqual(['organization.updated'])
    const { body } = await platform().get(`/v1.0/events/${event_id}`, asAdmin)
    expect([body.type, body.data]).toEqual(['ping', { endpoint_id }])
    expect((await platform().get(`/v1.0/events/${event_id}`, narrow)).status).toBe(404)
    const types = await platform().get('/v1.0/event-types', narrow)
    expect([types.status, types.body.data.length > 10]).toEqual([200, true])
  })

  test('S116: a member reads no events, nor does an administrator those of another organisation', async () => {
    const { orgId, member } = aster
    await rename('Aster & Co')
    const event = (await platform().get('/v1.0/events', asAdmin)).body.data[0]
    await aster.role(member.account_id, 'admin')
    const lowered = await platform().userToken(member.account_id, ...userScopes)
    await aster.role(member.account_id, 'member')
    const personal = must(platform().data.personal_accounts[0]).account_id
    const alone = await platform().userToken(personal, ...userScopes)
    for (const path of ['/v1.0/events', '/v1.0/events/stream', `/v1.0/events/${event.id}`, '/v1.0/event-types']) {
      await expectRefused(platform(), orgId, [403, 'admin_required'], () => platform().get(path, lowered))
      await expectRefused(platform(), orgId, [403, 'app_required'], () => platform().get(path, alone))
    }
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, ...userScopes)
    expect(await typesFor(foreign)).not.toContain('organization.updated')
    expect((await platform().get(`/v1.0/events/${event.id}`, foreign)).body.code).toBe('event_not_found')
  })

  test('S116: the stream of a person ends when they are no longer an administrator, without the events after that', async () => {
    await aster.role(aster.member.account_id, 'admin')
    const token = await platform().userToken(aster.member.account_id, 'event:read', 'org:read')
    await rename('Aster & Co')
    const stream = await openStream(`${platform().base}/v1.0/events/stream`, token)
    await stream.until(1)
    await aster.role(aster.member.account_id, 'member')
    await rename('Aster again')
    await stream.ended
    expect(stream.events().map(({ type }: { type: string }) => type)).toEqual(['organization.updated'])
  })
})
