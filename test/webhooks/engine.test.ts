import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findDueLanes } from '../../packages/server/src/webhooks/delivery/lanes.ts'
import { inDatabase } from '../events/database.ts'
import { must, onEachStore, openPlatform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { rows } from '../support/rows.ts'
import { createEndpoint, ping, readDelivery, settle, webhookToken } from './support.ts'

const SLOW = 120_000

onEachStore((platform, store) => {
  test(
    'a stop gives back what was not sent, waits for what is under way, and nothing is lost or sent twice',
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
    'a result whose lease passed to another process is refused',
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

  test('lanes are found and claimed by index, whatever is pending elsewhere', async () => {
    const plan = await rows(platform(), async (db) => {
      const statement = sql`select d.delivery_id from delivery d
        where d.endpoint_id = ${'whe_1'} and d.status = 'pending' and d.due_at <= ${1} and d.lease_until <= ${1}
        order by d.due_at, d.delivery_id limit 4`
      expect(await findDueLanes(db, { now: Date.now(), realNow: Date.now() })).toEqual([])
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
    'what one server commits another one delivers without waiting for its poll, and each delivery is made once',
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

  test(
    'a server that lost the connection on which it listens listens again',
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
