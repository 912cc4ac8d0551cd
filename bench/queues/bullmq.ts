import { Agent } from 'undici'
import { loadPackage } from '../run/packages.ts'
import { type Attempt, deliver } from './deliver.ts'
import { body, type Times, UNDER_WAY, type Work } from './work.ts'

type Job = { id?: string; data: { endpoint: number; body: string } }
type Closing = { close(): Promise<void> }
/** The parts of BullMQ that are used; it is installed on first use, so its types may be absent. */
type BullMQ = {
  Queue: new (
    name: string,
    options: object,
  ) => Closing & { addBulk(jobs: { name: string; data: Job['data'] }[]): Promise<unknown> }
  Worker: new (
    name: string,
    work: (job: Job) => Promise<Attempt>,
    options: object,
  ) => Closing & { on(event: string, listener: (...of: never[]) => void): unknown }
}

/** Sends as jobs of BullMQ. Redis keeps the result of each job, which is the record of the attempt. */
export async function byBullMQ({ url, port, endpoints, deliveries }: Work, times: Times): Promise<void> {
  const { Queue, Worker } = await loadPackage<BullMQ>('bullmq')
  const { hostname: host, port: redisPort } = new URL(url)
  const connection = { host, port: Number(redisPort), maxRetriesPerRequest: null }
  const name = `delivery_${Date.now()}`
  const queue = new Queue(name, { connection })
  const jobs = Array.from({ length: deliveries }, (_, n) => ({
    name: 'deliver',
    data: { endpoint: n % endpoints, body: body(n) },
  }))
  for (let from = 0; from < jobs.length; from += 1000) await queue.addBulk(jobs.slice(from, from + 1000))
  const dispatcher = new Agent({ connections: UNDER_WAY })
  const { promise, resolve } = Promise.withResolvers<void>()
  let count = 0
  times.begun()
  const work = ({ id = '', data }: Job) => deliver(dispatcher, port, id, data.endpoint, data.body)
  const worker = new Worker(name, work, { connection, concurrency: UNDER_WAY })
  worker.on('error', () => {})
  worker.on('completed', () => {
    if (++count === deliveries) resolve()
  })
  await promise
  times.recorded()
  await worker.close()
  await queue.close()
  await dispatcher.close()
}
