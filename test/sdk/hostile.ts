import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { onTestFinished } from 'vitest'

export const MiB = 1_048_576

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Measures the bytes in use after garbage collection. */
export async function memoryInUse(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    await new Promise((next) => setImmediate(next))
    collect()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Measures the CPU time of work in milliseconds: the least of several runs, because other processes use the CPU too. */
export async function cost(work: () => unknown, times = 3): Promise<number> {
  const costs: number[] = []
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1000)
  }
  return Math.min(...costs)
}

type Answer = (req: IncomingMessage, res: ServerResponse) => void

/** Serves until the test is over, and counts the requests and the bytes that it could send. */
export async function hostileServer(answer: Answer) {
  const counted = { requests: 0, bytes: 0 }
  const server = createServer((req, res) => {
    counted.requests++
    res.on('error', () => undefined)
    res.on('close', () => {
      counted.bytes += res.socket?.bytesWritten ?? 0
    })
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, counted }
}

/** Sends pieces until the other side closes. @returns the number of bytes sent */
export function sendWithoutEnd(res: ServerResponse, piece: Buffer, sent: { bytes: number }): void {
  const more = () => {
    while (!res.destroyed) {
      sent.bytes += piece.length
      if (!res.write(piece)) return void res.once('drain', more)
    }
  }
  more()
}
