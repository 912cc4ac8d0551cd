import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import { Agent } from 'undici'
import { deliver, RECORD, TABLE } from './deliver.ts'
import { body, type Times, UNDER_WAY, type Work } from './work.ts'

const logger = new Logger(() => () => {})

/** Sends as jobs of graphile-worker, with its own batches. */
export async function byGraphileWorker({ url, port, endpoints, deliveries }: Work, times: Times): Promise<void> {
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
  let count = 0
  times.begun()
  const batches = { localQueue: { size: 500 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 }
  const worker = await run({
    taskList: {
      async deliver(payload, { job, query }) {
        const { endpoint, body: text } = payload as { endpoint: number; body: string }
        const made = await deliver(dispatcher, port, String(job.id), endpoint, text)
        await query(RECORD, [JSON.stringify([made])])
        if (++count === deliveries) resolve()
      },
    },
    preset: {
      worker: { connectionString: url, concurrentJobs: UNDER_WAY, maxPoolSize: 20, logger, ...batches },
    },
    noHandleSignals: true,
  })
  await promise
  times.recorded()
  await worker.stop()
  await utils.release()
  await dispatcher.close()
}
