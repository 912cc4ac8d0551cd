import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request that came: to which endpoint, with which `webhook-id`, and how long after the event's own time. */
export type Call = { endpoint: number; id: string; at: number; age: number }
type Reply = number | 'hang'

/**
 * A consumer with any number of endpoints on one origin, which counts what each of them gets.
 *
 * @param reply answers a call once its promise resolves
 */
export async function startConsumer(reply: (call: Call) => Reply | Promise<Reply> = () => 204) {
  const calls: Call[] = []
  const times = new Map<string, number>()
  const waiting = new Set<() => void>()
  const hanging = new Set<ServerResponse>()
  let isReleased = false
  let givenUp = 0
  const server = createServer(async (req, res) => {
    const at = Date.now()
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const { id, timestamp } = JSON.parse(Buffer.concat(chunks).toString())
    const call = { endpoint: Number(req.url?.slice(1)), id, at, age: at - Date.parse(timestamp) }
    calls.push(call)
    times.set(`${call.endpoint} ${id}`, (times.get(`${call.endpoint} ${id}`) ?? 0) + 1)
    for (const check of waiting) check()
    res.once('close', () => {
      hanging.delete(res)
      if (!res.writableFinished) givenUp++
    })
    const status = isReleased ? 204 : await reply(call)
    if (status !== 'hang') res.writeHead(status).end()
    else if (isReleased) res.writeHead(204).end()
    else hanging.add(res)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 1024, resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: (endpoint: number) => `http://127.0.0.1:${port}/${endpoint}`,
    calls,
    /** Returns the number of deliveries of an event to an endpoint. */
    times: (endpoint: number, id: string) => times.get(`${endpoint} ${id}`) ?? 0,
    /** Returns the number of different events that arrived. */
    get distinct() {
      return times.size
    },
    get duplicates() {
      return calls.length - times.size
    },
    /** Returns the number of calls that the sender aborted before an answer. */
    get givenUp() {
      return givenUp
    },
    /** Answers all that hang, and from now on whatever comes, with 204. */
    release() {
      isReleased = true
      for (const res of hanging) res.writeHead(204).end()
      hanging.clear()
    },
    /** Resolves when something holds of what came; the test's own time limit is the limit. */
    until(holds: () => boolean): Promise<void> {
      return new Promise((resolve) => {
        const check = () => {
          if (!holds()) return
          waiting.delete(check)
          resolve()
        }
        waiting.add(check)
        check()
      })
    },
  }
}

export type Consumer = Awaited<ReturnType<typeof startConsumer>>

/** Percentiles of some times in milliseconds, to print. */
export function percentiles(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${sorted.at(-1) ?? '–'} ms (${values.length})`
}
