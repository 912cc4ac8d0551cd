import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { rows } from '../support/database.ts'
import { createEndpoint, ping, settle, webhookToken } from '../support/endpoints.ts'
import { eventually } from '../support/environment.ts'
import { createMany, oweEach } from '../support/many-endpoints.ts'
import { must, openPlatform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const SLOW = 120_000

test(
  'while 1,024 attempts are made and not recorded nothing more is claimed',
  async () => {
    const { platform, close } = await openPlatform('postgres')
    onTestFinished(close)
    const consumer = await startConsumer()
    const ids = await createMany(platform, await webhookToken(platform), 40, consumer.url)
    const holder = new pg.Client({ connectionString: must(platform.config.databaseUrl) })
    await holder.connect()
    // Recording waits for these rows, claiming does not.
    await holder.query('begin')
    await holder.query('select * from endpoint_health for update')
    await oweEach(platform, platform.organization(0).org_id, ids, 100)
    await consumer.until(() => consumer.calls.length >= 1024)
    const inFlight = async () =>
      /^sendoff_deliveries_in_flight (\d+)$/m.exec((await platform.get('/metrics')).body)?.[1]
    await eventually(async () => (await inFlight()) === '0')
    expect(consumer.calls.length).toBeLessThanOrEqual(2048)
    await holder.end()
    await eventually(() => consumer.distinct === 4000)
    await settle(platform)
  },
  SLOW,
)

test('while another server probes an endpoint nothing is claimed for it, whether it is woken or found', async () => {
  const { platform, close } = await openPlatform('postgres')
  onTestFinished(close)
  const receiver = await startReceiver()
  const token = await webhookToken(platform)
  const { endpoint_id } = await createEndpoint(platform, token, receiver.url)
  const probed = { breaker: 'half_open', probe_at: 0, probe_lease_until: Date.now() + 600_000 } as const
  await rows(platform, (db) =>
    db.updateTable('endpoint_health').set(probed).where('endpoint_id', '=', endpoint_id).execute(),
  )
  const query = vi.spyOn(pg.Client.prototype, 'query')
  onTestFinished(() => query.mockRestore())
  const texts = () =>
    query.mock.calls.map(([one]) => (typeof one === 'string' ? one : (must(one as { text?: string }).text ?? '')))
  const searches = () => texts().filter((text) => text.includes('recursive lane')).length
  const owed = await ping(platform, token, endpoint_id)
  await eventually(() => searches() >= 3)
  expect(texts().filter((text) => /due as materialized|update "endpoint_health"/.test(text))).toEqual([])
  expect(receiver.received).toEqual([])

  query.mockRestore()
  await rows(platform, (db) =>
    db.updateTable('endpoint_health').set({ probe_lease_until: null }).where('endpoint_id', '=', endpoint_id).execute(),
  )
  await receiver.until((received) => received.some(({ event }) => event.id === owed.event_id))
  await settle(platform)
})
