import { generateKeyPairSync } from 'node:crypto'
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { Agent, request } from 'undici'
import { generateSecret, sign } from '../../packages/server/src/webhooks/signature/standard-webhooks.ts'
import { body, type Work } from './work.ts'

const UNDER_WAY = 128
const secret = generateSecret()
const { privateKey: platformKey } = generateKeyPairSync('ed25519')

/** The result of an attempt, like the platform's record. */
type Attempt = { id: string; started_at: number; duration_ms: number; response_status: number; response_body: string }

const TABLE = `create table if not exists delivery_attempt (id text primary key, started_at bigint not null,
  duration_ms double precision not null, response_status integer not null, response_body text not null)`
const RECORD = `insert into delivery_attempt select * from json_to_recordset($1::json) as made
  (id text, started_at bigint, duration_ms double precision, response_status integer, response_body text)`

/** Sends with undici alone: no store, no signature, no limits. @returns requests per second */
export async function byUndici({ port, endpoints, deliveries }: Work): Promise<number> {
  const dispatcher = new Agent({ connections: UNDER_WAY })
  let next = 0
  const begun = performance.now()
  const loop = async () => {
    for (let n = next++; n < deliveries; n = next++) await post(dispatcher, port, n % endpoints, body(n), {})
  }
  await Promise.all(Array.from({ length: UNDER_WAY }, loop))
  const seconds = (performance.now() - begun) / 1000
  await dispatcher.close()
  return deliveries / seconds
}

/** Sends the same, signed and recorded, as jobs of pg-boss. @returns jobs per second, each completed */
export async function byPgBoss(url: string, { port, endpoints, deliveries }: Work): Promise<number> {
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
  let done = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun = performance.now()
  // It fetches at most twice a second, so small batches would only measure that.
  const options = { batchSize: 500, pollingIntervalSeconds: 0.5, localConcurrency: 4 }
  await boss.work<{ endpoint: number; body: string }>(queue, options, async (batch) => {
    const made = await Promise.all(batch.map(({ id, data }) => deliver(dispatcher, port, id, data.endpoint, data.body)))
    await pool.query(RECORD, [JSON.stringify(made)])
    done += batch.length
    if (done >= deliveries) resolve()
  })
  await promise
  // Its shutdown, which may wait for its clock, is not counted, although the last batch is completed there.
  const seconds = (performance.now() - begun) / 1000
  await boss.stop({ graceful: true, timeout: 10_000 })
  await Promise.all([dispatcher.close(), pool.end()])
  return deliveries / seconds
}

/** Like {@link byPgBoss}, as jobs of graphile-worker, with its own batches. */
export async function byGraphileWorker(url: string, { port, endpoints, deliveries }: Work): Promise<number> {
  const logger = new Logger(() => () => {})
  const utils = await makeWorkerUtils({ connectionString: url, logger })
  await utils.migrate()
  await utils.withPgClient((client) => client.query(TABLE))
  const jobs = Array.from({ length: deliveries }, (_, n) => ({
    identifier: 'deliver',
    payload: { endpoint: n % endpoints, body: body(n) },
  }))
  for (let from = 0; from < jobs.length; from += 1000) await utils.addJobs(jobs.slice(from, from + 1000))
  const dispatcher = new Agent({ connections: UNDER_WAY })
  const { promise, resolve } = Promise.withResolvers<void>()
  let done = 0
  const begun = performance.now()
  const worker = await run({
    taskList: {
      async deliver(payload, { job, query }) {
        const { endpoint, body: text } = payload as { endpoint: number; body: string }
        const made = await deliver(dispatcher, port, String(job.id), endpoint, text)
        await query(RECORD, [JSON.stringify([made])])
        if (++done === deliveries) resolve()
      },
    },
    preset: {
      worker: {
        connectionString: url,
        concurrentJobs: UNDER_WAY,
        maxPoolSize: 20,
        localQueue: { size: 500 },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
        logger,
      },
    },
    noHandleSignals: true,
  })
  await promise
  const seconds = (performance.now() - begun) / 1000
  await worker.stop()
  await utils.release()
  await dispatcher.close()
  return deliveries / seconds
}

async function deliver(dispatcher: Agent, port: number, id: string, endpoint: number, text: string): Promise<Attempt> {
  const started_at = Date.now()
  const begun = performance.now()
  const timestamp = Math.floor(started_at / 1000)
  const answer = await post(dispatcher, port, endpoint, text, {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign({ id, timestamp, body: text, secrets: [secret], platformKey }),
  })
  return { id, started_at, duration_ms: performance.now() - begun, ...answer }
}

async function post(dispatcher: Agent, port: number, endpoint: number, text: string, headers: Record<string, string>) {
  const answer = await request(`http://127.0.0.1:${port}/${endpoint}`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  })
  return { response_status: answer.statusCode, response_body: await answer.body.text() }
}
