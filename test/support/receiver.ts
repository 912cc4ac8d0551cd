import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Received = { headers: IncomingHttpHeaders; body: Buffer; event: any; at: number }
type Reply = number | { status: number; headers?: Record<string, string>; body?: string } | 'hang'

/** A webhook consumer that records its deliveries and gives the answers of the test. */
export async function startReceiver(reply: (received: Received, count: number) => Reply = () => 204) {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const one = { headers: req.headers, body, event: JSON.parse(body.toString()), at: Date.now() }
    received.push(one)
    const answer = reply(one, received.length)
    for (const check of waiting) check()
    if (answer === 'hang') return
    const {
      status,
      headers,
      body: text,
    } = typeof answer === 'number' ? { status: answer, headers: {}, body: '' } : answer
    res.writeHead(status, headers).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(stop)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    stop,
    /** Resolves when something holds of what was received; the test's own time limit is the limit. */
    until(holds: (received: Received[]) => boolean): Promise<void> {
      return new Promise((resolve) => {
        const check = () => {
          if (!holds(received)) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      })
    },
  }
}
