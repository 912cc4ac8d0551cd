import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** An answer: its status, and its size including headers. Status 0 is a connection that was closed unanswered. */
export type Reply = { status: number; bytes: number; text: string }

export type Ask = { method: string; path: string; headers?: Record<string, string>; body?: string | Buffer }

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Sends a request as it is written, with no header and no encoding that a client would add, and reads the answer to its end. */
export function ask(base: string, { method, path, headers = {}, body }: Ask): Promise<Reply> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const req = request({ agent, hostname, port, method, path, headers: { ...length, ...headers } }, (res) => {
      const chunks: Buffer[] = []
      const head = res.rawHeaders.join('').length
      const done = () => {
        const whole = Buffer.concat(chunks)
        resolve({ status: res.statusCode ?? 0, bytes: head + whole.length, text: whole.toString() })
      }
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('close', done)
      // A stream has no end.
      if (res.headers['content-type']?.startsWith('text/event-stream')) req.destroy()
    })
    req.on('error', () => resolve({ status: 0, bytes: 0, text: '' }))
    req.end(body)
  })
}

/**
 * The time for which a process's main thread has run, in milliseconds. All requests are answered in it, so it is at
 * least as long as any other request had to wait. The work of other processes does not count.
 */
export function threadTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}
