import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { Agent } from 'undici'
import { deliver, RECORD, TABLE } from './deliver.ts'
import { body, type Times, UNDER_WAY, type Work } from './work.ts'

/** Sends as jobs of pg-boss. Its shutdown, which may wait for its clock, is not counted, although it completes the last batch there. */
export async function byPgBoss({ url, port, endpoints, deliveries }: Work, times: Times): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 20 })
  boss.on('error', () => {})
  await boss.start()
  const queue = `delivery_${Date.now()}`
  await boss.createQueue(queue)
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  await pool.query(TABLE)
  const dispatcher = new Agent({ connections: UNDER_WAY })
  const jobs = Array.from({ length: deliveries }, (_, n) => ({ data: { endpoint: n % endpoints, body: body(n) } }))
  for (let from = 0; from < jobs.length; from += 1000) await boss.insert(queue, jobs.slice(from, from + 1000))
  let count = 0
  times.begun()
  const { promise, resolve } = Promise.withResolvers<void>()
  // It fetches at most twice a second, so small batches would only measure that.
  const options = { batchSize: 500, pollingIntervalSeconds: 0.5, localConcurrency: 4 }
  await boss.work<{ endpoint: number; body: string }>(queue, options, async (batch) => {
    const made = await Promise.all(batch.map(({ id, data }) => deliver(dispatcher, port, id, data.endpoint, data.body)))
    await pool.query(RECORD, [JSON.stringify(made)])
    count += batch.length
    if (count >= deliveries) resolve()
  })
  await promise
  times.recorded()
  await boss.stop({ graceful: true, timeout: 10_000 })
  await Promise.all([dispatcher.close(), pool.end()])
}
