import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message to the consumer: the number of requests of the next turn. */
export type Expected = { expected: number }
/** Its answer when they have come: the times of the first and the last, and of each event's first request, in milliseconds. */
export type Received = { first: number; last: number; arrivals: Record<string, number> }

let expected = 0
let count = 0
let first = 0
let arrivals: Record<string, number> = {}

// A consumer in a process of its own: reads each request and answers 204.
const server = createServer((req, res) => {
  const now = performance.timeOrigin + performance.now()
  if (count === 0) first = now
  count++
  arrivals[String(req.headers['webhook-id'])] ??= now
  if (count === expected) process.send?.({ first, last: now, arrivals } satisfies Received)
  req.resume().on('end', () => res.writeHead(204).end())
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', (message: Expected) => {
  expected = message.expected
  count = 0
  arrivals = {}
  process.send?.('ready')
})
process.on('disconnect', () => process.exit())
