import { setTimeout as delay } from 'node:timers/promises'
import { Pool } from 'undici'

/** A request of the client. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** A job of the client: the requests to send, and the number of kept connections. */
export type Job = {
  base: string
  connections: number
  requests: Asked[]
  /** The rate of the requests; each begins at its own time, whether earlier ones are answered or not. Left out: as fast as answered. */
  perSecond?: number
}

/** The time of all requests in seconds, and of each in milliseconds, from the time at which it should have begun. */
export type Told = { seconds: number; latencies: number[]; failure?: string }

// A separate process, which sends the requests of a job and answers with the times, or with the error.
process.on('message', async (job: Job) => {
  const pool = new Pool(job.base, { connections: job.connections, pipelining: 1 })
  try {
    const begun = performance.now()
    const latencies = await (job.perSecond === undefined ? inLoops(pool, job) : atRate(pool, job, job.perSecond))
    process.send?.({ seconds: (performance.now() - begun) / 1000, latencies } satisfies Told)
  } catch (error) {
    process.send?.({ seconds: Number.NaN, latencies: [], failure: String(error) } satisfies Told)
  }
  await pool.close()
})
process.on('disconnect', () => process.exit())

async function inLoops(pool: Pool, { connections, requests }: Job): Promise<number[]> {
  const latencies: number[] = []
  let next = 0
  const loop = async () => {
    for (let asked = requests[next++]; asked; asked = requests[next++]) {
      const begun = performance.now()
      await ask(pool, asked)
      latencies.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, loop))
  return latencies
}

async function atRate(pool: Pool, { requests }: Job, perSecond: number): Promise<number[]> {
  const begun = performance.now()
  const answers: Promise<number>[] = []
  for (const [n, asked] of requests.entries()) {
    const due = begun + (n * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await delay(wait)
    answers.push(ask(pool, asked).then(() => performance.now() - due))
  }
  return Promise.all(answers)
}

async function ask(pool: Pool, asked: Asked): Promise<void> {
  const { statusCode, body } = await pool.request({ ...asked, body: asked.body ?? null })
  const text = await body.text()
  if (statusCode >= 300) {
    throw new Error(`${asked.method} ${asked.path} was answered with ${statusCode}: ${text}`)
  }
}
