import { createHmac } from 'node:crypto'
import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import { PgBoss } from 'pg-boss'
import { Agent, request } from 'undici'
import { body, type Work } from './work.ts'

const UNDER_WAY = 128

/** Sends with undici and nothing else: no store, no signature, no limits. @returns requests per second */
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

/** Sends the same, signed, as jobs of pg-boss. @returns jobs per second, each sent and completed */
export async function byPgBoss(url: string, { port, endpoints, deliveries }: Work): Promise<number> {
  const boss = new PgBoss({ connectionString: url, max: 20 })
  boss.on('error', () => {})
  await boss.start()
  const queue = `delivery_${Date.now()}`
  await boss.createQueue(queue)
  const dispatcher = new Agent({ connections: UNDER_WAY })
  const jobs = Array.from({ length: deliveries }, (_, n) => ({ data: { endpoint: n % endpoints, body: body(n) } }))
  for (let from = 0; from < jobs.length; from += 1000) await boss.insert(queue, jobs.slice(from, from + 1000))
  let done = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun = performance.now()
  // It fetches by the clock, twice a second at most: small batches would measure nothing but that.
  const options = { batchSize: 500, pollingIntervalSeconds: 0.5, localConcurrency: 4 }
  await boss.work<{ endpoint: number; body: string }>(queue, options, async (batch) => {
    await Promise.all(
      batch.map(({ id, data }) => {
        const signature = createHmac('sha256', 'secret').update(`${id}.${data.body}`).digest('base64')
        return post(dispatcher, port, data.endpoint, data.body, { 'webhook-id': id, 'webhook-signature': signature })
      }),
    )
    done += batch.length
    if (done >= deliveries) resolve()
  })
  await promise
  const seconds = (performance.now() - begun) / 1000
  await boss.stop({ graceful: true, timeout: 10_000 })
  await dispatcher.close()
  return deliveries / seconds
}

/** Sends the same, signed, as jobs of graphile-worker, with the batches that it has. @returns jobs per second, each completed */
export async function byGraphileWorker(url: string, { port, endpoints, deliveries }: Work): Promise<number> {
  const logger = new Logger(() => () => {})
  const utils = await makeWorkerUtils({ connectionString: url, logger })
  await utils.migrate()
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
      async deliver(payload, { job }) {
        const { endpoint, body: text } = payload as { endpoint: number; body: string }
        const signature = createHmac('sha256', 'secret').update(`${job.id}.${text}`).digest('base64')
        const headers = { 'webhook-id': String(job.id), 'webhook-signature': signature }
        await post(dispatcher, port, endpoint, text, headers)
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
  // With the last batch completed, as ours is recorded.
  await worker.stop()
  const seconds = (performance.now() - begun) / 1000
  await utils.release()
  await dispatcher.close()
  return deliveries / seconds
}

async function post(dispatcher: Agent, port: number, endpoint: number, text: string, headers: Record<string, string>) {
  const answer = await request(`http://127.0.0.1:${port}/${endpoint}`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  })
  await answer.body.dump()
}
