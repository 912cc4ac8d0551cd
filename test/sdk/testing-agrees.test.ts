import { appScopes } from '@sendoff/api'
import { createClient, SendoffError } from '@sendoff/sdk'
import { expect, test } from 'vitest'
import { checkedAnswer } from '../../packages/sdk/src/testing/answer.ts'
import { checkedRequest } from '../../packages/sdk/src/testing/request.ts'
import { must, openPlatform } from '../support/platform.ts'

test('the double accepts the real requests of the client and the real answers of the platform as documented', async () => {
  const { platform, close } = await openPlatform('sqlite')
  const held = new Map<string, Set<number>>()
  const app = must(platform.organization(0).apps[0])
  const client = createClient({
    baseUrl: platform.base,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    scopes: appScopes,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      if (url.endsWith('/oauth2/token')) return response
      const { shape } = await checkedRequest(new Request(url, init))
      const text = await response.clone().text()
      checkedAnswer(shape, { status: response.status, ...(text && { body: JSON.parse(text) }) })
      held.set(shape.id, (held.get(shape.id) ?? new Set()).add(response.status))
      return response
    },
  })
  const refused = (call: PromiseLike<unknown>) =>
    expect(Promise.resolve(call)).rejects.toMatchObject({ name: SendoffError.name })

  await client.organization.get()
  await client.organization.listAdmins({ limit: 1 })
  await client.organization.getLeavePolicy()
  for await (const { account_id } of client.members.list({ limit: 100 })) await client.members.get({ account_id })
  const { data: associations } = await client.associations.list()
  const { dept_id, associated_org_id, association_id } = must(associations[0])
  await client.associations.get({ association_id })
  const { endpoint_id } = await client.webhookEndpoints.create({ url: `${platform.base}/nowhere`, event_types: ['*'] })
  await client.webhookEndpoints.test({ endpoint_id })
  await client.webhookEndpoints.delete({ endpoint_id })
  await client.organization.previewUnlink({ dept_id, associated_org_id })
  await client.organization.unlink({ dept_id, associated_org_id, reason_code: 'restructuring' })
  await refused(client.organization.unlink({ dept_id, associated_org_id }))
  await refused(client.associations.get({ association_id }))
  await client.departments.create({ name: 'New' })
  await client.events.listTypes()
  for await (const { id } of client.events.list({ types: ['*'], limit: 10 })) await client.events.get({ event_id: id })
  for await (const { departure_id } of client.departures.list()) await client.departures.get({ departure_id })
  await client.offboardings.list()
  await client.auditLogs.list()
  await close()

  expect([...held.keys()]).toEqual(expect.arrayContaining(['members.get', 'associations.get', 'events.get']))
  expect([...(held.get('organization.unlink') ?? [])]).toEqual([200, 404])
})
