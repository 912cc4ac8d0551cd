import { expect, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, ping, settle, webhookToken } from '../support/endpoints.ts'
import { eventually } from '../support/environment.ts'
import { createMany, oweEach } from '../support/many-endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const SLOW = 120_000
/** The number of attempts that may be under way and do not hang. */
const SLOTS = 1024

onEachStore((platform) => {
  const org = () => platform().organization(0).org_id

  test(
    'endpoints that hang, however many, cost the others nothing: a delivery to another arrives while all of them still hang',
    async () => {
      const [consumer, well] = [await startConsumer(() => 'hang'), await startReceiver()]
      const token = await webhookToken(platform())
      const { endpoint_id } = await createEndpoint(platform(), token, well.url)
      const ill = await createMany(platform(), token, 300, consumer.url)
      await oweEach(platform(), org(), ill, 4)
      await consumer.until(() => consumer.calls.length >= SLOTS)
      await ping(platform(), token, endpoint_id)
      await well.until((received) => received.length === 1)
      expect(consumer.givenUp).toBe(0)
      consumer.release()
      await settle(platform())
      expect([consumer.distinct, consumer.duplicates]).toEqual([1200, 0])
    },
    SLOW,
  )

  test(
    'deliveries that were claimed ahead for endpoints that hang now are given back',
    async () => {
      let isUp = true
      const consumer = await startConsumer(() => (isUp ? 204 : 'hang'))
      const ill = await createMany(platform(), await webhookToken(platform()), 10, consumer.url)
      await inDatabase(platform(), (run) => run('update endpoint_health set concurrency = 32'))
      await oweEach(platform(), org(), ill, 1)
      await settle(platform())
      isUp = false
      await oweEach(platform(), org(), ill, 64)
      const hanging = 10 * 32
      await consumer.until(() => consumer.calls.length >= ill.length + hanging)
      const leased = 'select count(*) as count from delivery where lease_id is not null'
      const countLeased = async () => Number((await inDatabase(platform(), (run) => run(leased)))[0].count)
      await eventually(async () => (await countLeased()) <= hanging || consumer.givenUp > 0)
      expect([consumer.givenUp, await countLeased()]).toEqual([0, hanging])
      consumer.release()
      await settle(platform())
      expect([consumer.distinct, consumer.duplicates]).toEqual([10 * 65, 0])
    },
    SLOW,
  )
})
