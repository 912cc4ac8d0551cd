import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startConsumer } from '../faults/consumer.ts'
import { eventually } from '../faults/environment.ts'
import { must, openPlatform } from '../support/platform.ts'
import { createMany, oweEach } from './many-endpoints.ts'
import { settle, webhookToken } from './support.ts'

const SLOW = 120_000

test(
  'with 1,024 attempts that are made and not recorded nothing more is claimed, until they are',
  async () => {
    const { platform, close } = await openPlatform('postgres')
    onTestFinished(close)
    const consumer = await startConsumer()
    const ids = await createMany(platform, await webhookToken(platform), 40, consumer.url)
    const holder = new pg.Client({ connectionString: must(platform.config.databaseUrl) })
    await holder.connect()
    // The recording waits for these rows, and a claim does not.
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
