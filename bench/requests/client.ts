import { Pool } from 'undici'

/** A request of the client. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** A job of the client: the requests to send, and the number of kept connections. */
export type Job = { base: string; connections: number; requests: Asked[] }

// A separate process, which sends the requests of a job and answers with the time in seconds, or with the error.
process.on('message', async ({ base, connections, requests }: Job) => {
  const pool = new Pool(base, { connections, pipelining: 1 })
  let next = 0
  const loop = async () => {
    for (let asked = requests[next++]; asked; asked = requests[next++]) {
      const { statusCode, body } = await pool.request({ ...asked, body: asked.body ?? null })
      const text = await body.text()
      if (statusCode !== 200) throw new Error(`${asked.method} ${asked.path} was answered with ${statusCode}: ${text}`)
    }
  }
  try {
    const begun = performance.now()
    await Promise.all(Array.from({ length: connections }, loop))
    process.send?.({ seconds: (performance.now() - begun) / 1000 })
  } catch (error) {
    process.send?.({ failure: String(error) })
  }
  await pool.close()
})
process.on('disconnect', () => process.exit())
