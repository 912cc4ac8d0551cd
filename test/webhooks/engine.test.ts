import { sql } from 'kysely'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { findDueEndpoints } from '../../packages/server/src/webhooks/delivery/queue/due-endpoints.ts'
import { inDatabase, rows } from '../support/database.ts'
import { createEndpoint, PATH, ping, readDelivery, settle, webhookToken } from '../support/endpoints.ts'
import { oweMany } from '../support/many-events.ts'
import { must, onEachStore, openPlatform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const SLOW = 120_000

onEachStore((platform, store) => {
  const leaseOf = (deliveryId: string) =>
    inDatabase(
      platform(),
      async (run) => (await run('select lease_id from delivery where delivery_id = $1', deliveryId))[0].lease_id,
    )

  test(
    'a stop gives back unsent deliveries and waits for attempts under way: none is lost or sent twice',
    async () => {
      const receiver = await startReceiver(() => 204)
      const token = await webhookToken(platform())
      const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
      const owed = []
      for (let n = 0; n < 30; n++) owed.push(await ping(platform(), token, endpoint_id))
      await platform().restart()
      await settle(platform())
      const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
      expect(ids.sort()).toEqual(owed.map(({ event_id }) => event_id).sort())
      const leased = 'select delivery_id from delivery where lease_id is not null'
      expect(await inDatabase(platform(), (run) => run(leased))).toEqual([])
    },
    SLOW,
  )

  test(
    'the result of an attempt whose lease passed to another process is refused',
    async () => {
      const receiver = await startReceiver((_, count) => (count === 1 ? 'hang' : 204))
      const token = await webhookToken(platform())
      const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
      const { delivery_id } = await ping(platform(), token, endpoint_id)
      await receiver.until((received) => received.length === 1)
      const take = "update delivery set lease_id = 'lease_of_another', lease_until = $1 where delivery_id = $2"
      await inDatabase(platform(), (run) => run(take, Date.now() + 60_000, delivery_id))
      await receiver.stop()
      await settle(platform())
      expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({ status: 'pending', attempts: [] })
    },
    SLOW,
  )

  test(
    'a clock that is set an hour ahead ends no lease: attempts under way are not repeated',
    async () => {
      const [slow, failing] = [
        await startReceiver(() => 'hang'),
        await startReceiver((_, count) => (count === 1 ? 500 : 204)),
      ]
      const token = await webhookToken(platform())
      const one = await createEndpoint(platform(), token, slow.url)
      const other = await createEndpoint(platform(), token, failing.url)
      const { delivery_id } = await ping(platform(), token, one.endpoint_id)
      const retried = await ping(platform(), token, other.endpoint_id)
      await slow.until((received) => received.length === 1)
      const lease = await leaseOf(delivery_id)
      while ((await readDelivery(platform(), token, retried.delivery_id)).attempts.length === 0);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
      onTestFinished(() => void vi.useRealTimers())
      // Its retry is due by the new time, and the search that finds it finds everything due.
      await failing.until((received) => received.length === 2)
      vi.useRealTimers()
      expect(await leaseOf(delivery_id)).toBe(lease)
      await slow.stop()
      await settle(platform())
      expect(await readDelivery(platform(), token, delivery_id)).toMatchObject({ attempts: [{ number: 1 }] })
    },
    SLOW,
  )

  test('due endpoints are found and claimed by index, whatever is pending elsewhere', async () => {
    const plan = await rows(platform(), async (db) => {
      const statement = sql`select d.delivery_id from delivery d
        where d.endpoint_id = ${'whe_1'} and d.status = 'pending' and d.due_at <= ${1} and d.lease_until <= ${1}
        order by d.due_at, d.delivery_id limit 4`
      expect(await findDueEndpoints(db, Date.now())).toEqual([])
      if (store === 'sqlite') return (await sql`explain query plan ${statement}`.execute(db)).rows
      await sql`set enable_seqscan = off`.execute(db)
      return (await sql`explain ${statement}`.execute(db)).rows
    })
    expect(JSON.stringify(plan)).toContain('delivery_due')
    expect(JSON.stringify(plan)).not.toMatch(/Sort|TEMP B-TREE|Seq Scan|SCAN/)
  })
})

describe('on postgres', () => {
  test(
    'a server delivers events of another without waiting for its poll, each once',
    async () => {
      const { platform, close } = await openPlatform('postgres')
      onTestFinished(close)
      const other = await platform.startBeside()
      onTestFinished(() => other.stop())
      const receiver = await startReceiver()
      const token = await webhookToken(platform)
      const { endpoint_id } = await createEndpoint(platform, token, receiver.url)
      const owed = []
      for (let n = 0; n < 40; n++) owed.push(await ping(platform, token, endpoint_id))
      await receiver.until((received) => received.length >= 40)
      await settle(platform)
      expect(receiver.received.map(({ event }) => event.id).sort()).toEqual(owed.map(({ event_id }) => event_id).sort())
      expect(must(owed[0]).delivery_id).toMatch(/^dlv_/)
    },
    SLOW,
  )

  test('a delivery that is held by a transaction that ends after the endpoint was enabled is made a minute later', async () => {
    const { platform, close } = await openPlatform('postgres')
    onTestFinished(close)
    const receiver = await startReceiver()
    const token = await webhookToken(platform)
    const { endpoint_id } = await createEndpoint(platform, token, receiver.url)
    await platform.post(`${PATH}/${endpoint_id}/disable`, token)
    await platform.post(`${PATH}/${endpoint_id}/enable`, token)
    await settle(platform)
    // The result of a transaction that had read that the endpoint was disabled.
    await oweMany(platform, platform.organization(0).org_id, endpoint_id, 1, { status: "'held'" })
    await platform.advance('PT1M')
    expect(receiver.received).toHaveLength(1)
  })

  test(
    'a server that lost its listening connection listens again',
    async () => {
      const { platform, close } = await openPlatform('postgres')
      onTestFinished(close)
      const listening = `select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`
      const pids = () => inDatabase(platform, (run) => run(listening))
      let before = await pids()
      while (before.length === 0) before = await pids()
      await inDatabase(platform, (run) => run(`select pg_terminate_backend(pid) from (${listening}) as it`))
      let after = await pids()
      while (after.length === 0 || after[0].pid === before[0].pid) after = await pids()
      expect(after).toHaveLength(1)
    },
    SLOW,
  )
})
