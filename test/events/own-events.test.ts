import { userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { createEndpoint } from '../support/endpoints.ts'
import { everyType } from '../support/events.ts'
import { pinger } from '../support/pings.ts'
import { must, onEachStore } from '../support/platform.ts'
import { openStream } from './stream.ts'

onEachStore((platform) => {
  test('events about the endpoints of an app are visible to that app, and to no other of its organisation', async () => {
    const app = await pinger(platform())
    const { event_id } = await app.ping()
    const { endpoint_id } = await createEndpoint(platform(), app.token, 'http://127.0.0.1:9/secret-in-the-path')
    const disabled = await platform().post(`/v1.0/webhook-endpoints/${endpoint_id}/disable`, app.token)
    expect(disabled.status).toBe(200)
    await platform().post(`/v1.0/webhook-endpoints/${endpoint_id}/enable`, app.token)
    const types = ['ping', 'webhook_endpoint.disabled', 'webhook_endpoint.enabled']
    expect((await app.poll('')).body.data.map(({ type }: { type: string }) => type)).toEqual(types)

    const other = await appOf(app.orgId)
    const list = await platform().get('/v1.0/events', other)
    expect(list.body).toEqual({ data: [], next_cursor: null, last_sequence: 3 })
    expect((await platform().get('/v1.0/events?types=ping,webhook_endpoint.*', other)).body.data).toEqual([])
    const read = await platform().get(`/v1.0/events/${event_id}`, other)
    expect([read.status, read.body.code]).toEqual([404, 'event_not_found'])
    expect((await platform().get(`/v1.0/events/${event_id}`, app.token)).status).toBe(200)
  })

  test('nor does the stream of another app hold them', async () => {
    const app = await pinger(platform())
    const stream = await openStream(`${platform().base}/v1.0/events/stream`, await appOf(app.orgId))
    await app.ping()
    await platform().call('PATCH', '/v1.0/organization', {
      token: await platform().userToken(platform().member(app.orgId, 'founder').account_id, 'org:write'),
      body: { name: 'Other' },
    })
    const { dept_id, associated_org_id } = platform().association('upstream')
    await platform().post('/v1.0/organization/unlink', app.token, { dept_id, associated_org_id })
    await stream.until(1)
    expect(stream.events()).toMatchObject([{ type: 'organization.updated', sequence: 2 }])
  })

  /** A token of another internal app of the organisation, which may read every type. */
  async function appOf(orgId: string): Promise<string> {
    const founder = await platform().userToken(platform().member(orgId, 'founder').account_id, ...userScopes)
    const { status, body } = await platform().post('/v1.0/apps', founder, {
      name: 'Another',
      kind: 'internal',
      scopes: everyType,
    })
    expect(status).toBe(201)
    return platform().clientToken(must(body), everyType)
  }
})
