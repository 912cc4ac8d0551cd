import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { rows } from '../support/database.ts'
import { openPlatform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

test('a server that runs on while a newer version adds columns refuses nothing, and delivers everything', async () => {
  const { platform, close } = await openPlatform('postgres')
  const token = await platform.appToken(platform.organization(0).org_id, 'org:read', 'webhook:read', 'webhook:write')
  const receiver = await startReceiver()
  const { body: endpoint } = await platform.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
  const at = `/v1.0/webhook-endpoints/${endpoint.endpoint_id}`
  const use = (times: number) =>
    Promise.all(
      Array.from({ length: times }, async () => {
        const read = await Promise.all([platform.get(at, token), platform.get('/v1.0/organization', token)])
        const { status, body } = await platform.post(`${at}/test`, token)
        return { statuses: [...read.map((one) => one.status), status], event: body.event_id }
      }),
    )
  // So often that every connection has every statement prepared.
  const before = [...(await use(20)), ...(await use(20)), ...(await use(20))]
  const tables = ['webhook_endpoint', 'endpoint_health', 'webhook_secret', 'app', 'organization', 'delivery', 'event']
  for (const table of tables) {
    await rows(platform, (db) => sql`alter table ${sql.table(table)} add column later text`.execute(db))
  }
  const after = [...(await use(20)), ...(await use(20))]

  expect(after.map(({ statuses }) => statuses)).toEqual(after.map(() => [200, 200, 202]))
  await platform.advance('PT1S')
  const events = [...before, ...after].map(({ event }) => event)
  expect(receiver.received.map(({ event }) => event.id).sort()).toEqual(events.sort())
  await close()
})
