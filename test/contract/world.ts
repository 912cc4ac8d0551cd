import { appScopes } from '@sendoff/api'
import type { Platform } from '../support/platform.ts'
import type { Hints } from './arbitrary.ts'
import { callersOf } from './callers.ts'
import { request } from './request.ts'
import type { Sent } from './send.ts'

/** What there is to ask for: values that exist, and for each operation requests that succeed, one after the other. */
export type World = {
  hints: (id: string) => Hints
  callers: ReturnType<typeof callersOf>
  sound: Record<string, Sent[]>
}

/** Makes something of everything that the contract can read. */
export async function createWorld(platform: Platform): Promise<World> {
  const { association_id, org_id, dept_id, associated_org_id } = platform.association('upstream')
  const token = await platform.appToken(org_id, ...appScopes)
  // Nobody answers at this port, which is reserved (RFC 6335); what is sent there fails at once.
  const url = 'http://127.0.0.1:1/webhooks'
  const endpoint = async () => (await platform.post('/v1.0/webhook-endpoints', token, { url })).body.endpoint_id
  const [endpoint_id, doomed] = [await endpoint(), await endpoint()]
  const { event_id, delivery_id } = (await platform.post(`/v1.0/webhook-endpoints/${endpoint_id}/test`, token)).body
  const cursor = (await platform.get('/v1.0/webhook-endpoints?limit=1', token)).body.next_cursor
  const account_id = platform.member(org_id, 'founder').account_id
  const unlink = { dept_id, associated_org_id }

  return {
    callers: callersOf(platform, org_id),
    hints: (id) => ({
      association_id: [association_id],
      endpoint_id: [id === 'webhookEndpoints.delete' ? doomed : endpoint_id],
      event_id: [event_id],
      delivery_id: [delivery_id],
      account_id: [account_id],
      dept_id: [dept_id],
      associated_org_id: [associated_org_id],
      cursor: [cursor],
      url: [url, 'http://localhost:1/', 'http://[::1]:1/?a=b'],
      by: ['PT1H', 'P1DT0.5S'],
    }),
    sound: {
      'organization.get': [request({})],
      'organization.unlink': [request({ body: { ...unlink, reason_text: 'Ende 👋' } })],
      'organization.previewUnlink': [request({ body: unlink })],
      'associations.list': [request({ query: [['limit', '1']] })],
      'associations.get': [request({ path: { association_id } })],
      'events.list': [request({ query: [['types', 'ping,app.deauthorized']] })],
      'events.get': [request({ path: { event_id } })],
      'webhookEndpoints.create': [request({ body: { url, event_types: ['ping'] } })],
      'webhookEndpoints.list': [request({ query: [['cursor', cursor]] })],
      'webhookEndpoints.get': [request({ path: { endpoint_id } })],
      'webhookEndpoints.delete': [request({ path: { endpoint_id: doomed } })],
      'webhookEndpoints.test': [request({ path: { endpoint_id } })],
      'deliveries.get': [request({ path: { delivery_id } })],
      'sandbox.getClock': [request({})],
      'sandbox.advanceClock': [
        request({ body: { by: 'PT1H' } }),
        request({ body: { to: '2031-01-01T00:00:00.5+08:00' } }),
      ],
      'sandbox.reset': [request({})],
      'sandbox.createUserToken': [request({ body: { account_id, scopes: ['org:read'] } })],
      'sandbox.listVerificationCodes': [request({ query: [['limit', '1']] })],
    },
  }
}
