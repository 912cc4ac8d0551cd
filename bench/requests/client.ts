import { Pool } from 'undici'

/** A request as the client sends it. */
export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** What the client is to do: send all of these, so many at a time, each connection kept. */
export type Job = { base: string; connections: number; requests: Asked[] }

// A process of its own: it sends what it is told to, and answers with the seconds that it took, or with what went wrong.
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
