import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { BEGINNING } from '../../packages/server/src/webhooks/delivery/pace/wish.ts'
import { claimDue } from '../../packages/server/src/webhooks/delivery/queue/claim.ts'
import { inDatabase } from '../support/database.ts'
import { createEndpoint, PATH, settle, webhookToken } from '../support/endpoints.ts'
import { oweMany } from '../support/many-events.ts'
import { must, onEachStore, openPlatform, type Platform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const MANY = 1200
const NEVER = '9000000000000'

const countsOf = async (platform: Platform, endpointId: string): Promise<Record<string, number>> => {
  const counts = 'select status, count(*) as count from delivery where endpoint_id = $1 group by status'
  const found = await inDatabase(platform, (run) => run(counts, endpointId))
  return Object.fromEntries(found.map(({ status, count }) => [status, Number(count)]))
}

onEachStore((platform) => {
  const org = () => platform().organization(0).org_id

  test('all deliveries to an endpoint, however many, are held when it is disabled and given up when it is deleted', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await oweMany(platform(), org(), endpoint_id, MANY, { due_at: NEVER })
    await platform().post(`${PATH}/${endpoint_id}/disable`, token)
    await settle(platform())
    expect(await countsOf(platform(), endpoint_id)).toEqual({ held: MANY })
    await platform().call('DELETE', `${PATH}/${endpoint_id}`, { token })
    await settle(platform())
    expect(await countsOf(platform(), endpoint_id)).toEqual({ failed: MANY })
    expect(receiver.received).toEqual([])
  })

  test('deliveries that wait behind a few that fail, however many, keep no other subject from its turn', async () => {
    const receiver = await startReceiver()
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const ids = await oweMany(platform(), org(), endpoint_id, MANY, { subject: "'subject_' || (event.sequence % 10)" })
    const last = must(ids.at(-1))
    await inDatabase(platform(), async (run) => {
      const heads = ids.slice(0, 10).map((id) => `'${id}'`)
      await run(`update delivery set due_at = ${NEVER}, attempts = 1 where event_id in (${heads})`)
      await run(`update delivery set subject = 'the_other' where event_id = '${last}'`)
      // It is the last of all due deliveries.
      await run(`update delivery set due_at = 1 where event_id = '${last}'`)
    })
    await settle(platform())
    expect(receiver.received.map(({ event }) => event.id)).toEqual([last])
  })
})

describe('on postgres', () => {
  const FEW = 2000
  test.each([
    ['not everything that is due', { subject: 'null' }, false],
    ['not everything that waits behind others', { subject: "'subject_' || (event.sequence % 10)" }, true],
  ])(
    'a claim reads what it claims, %s, also before there are statistics',
    { timeout: 120_000 },
    async (_, more, isInOrder) => {
      const { platform, close } = await openPlatform('postgres')
      onTestFinished(close)
      const [org, endpointId] = [platform.organization(0).org_id, 'whe_of_the_test']
      await oweMany(platform, org, 'whe_delivered', 20_000, { status: "'succeeded'" })
      await oweMany(platform, org, endpointId, 20_000, more)
      const store = await openPostgres(must(platform.config.databaseUrl))
      onTestFinished(() => store.close())
      const options = { now: Date.now(), timeout: 15_000 }
      const { claimed, read } = await store.transaction(async (tx) => {
        const wish = { endpointId, most: 10, isInOrder, position: BEGINNING }
        const { claimed } = await claimDue(tx, [wish], 'all', options)
        const { rows } = await sql<{ read: string }>`select sum(seq_tup_read + idx_tup_fetch) as read
        from pg_stat_xact_user_tables where relname in ('delivery', 'event')`.execute(tx)
        return { claimed, read: Number(rows[0]?.read) }
      })
      expect(claimed).toHaveLength(10)
      expect(read).toBeLessThan(FEW)
    },
  )
})
