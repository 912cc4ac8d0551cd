import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body: string }
export type Answered = { status: number; headers: Headers; body: string }

/** The fault of a server: it changes requests, answers by itself, or changes answers. */
export type Fault = {
  asked?(asked: Asked): Asked | Answered
  answered?(answered: Answered, asked: Asked): Answered
}

/** A server that answers as another one does, but for one fault. */
export async function startBroken(base: string, fault: Fault): Promise<string> {
  const server = createServer(carryOver(base, fault))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function carryOver(
  base: string,
  { asked: change = (same) => same, answered = (same) => same }: Fault,
): RequestListener {
  return async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const asked: Asked = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body }
    const changed = change(asked)
    const given = answered('status' in changed ? changed : await ask(base, changed), asked)
    res.writeHead(given.status, [...given.headers].flat()).end(given.body)
  }
}

/** Headers of one connection and not of the request, or recomputed ones (RFC 9110 section 7.6.1). */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']

async function ask(base: string, { method, url, headers, body }: Asked): Promise<Answered> {
  const kept = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)) as [string, string][]
  const response = await fetch(base + url, { method, headers: kept, ...(body !== '' && { body }) })
  const end = [...response.headers].filter(([name]) => !HOP_BY_HOP.includes(name))
  return { status: response.status, headers: new Headers(end), body: await response.text() }
}
