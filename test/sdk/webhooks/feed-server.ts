import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Event } from '@sendoff/sdk/webhooks'
import { ping, serve } from './support.ts'

/** The documented format: `GET /v1.0/events?after=&types=&limit=&wait=` and `GET /v1.0/events/stream`. */
export async function feedServer(events: Event[], faults: { status?: number; oldest?: number; last?: number } = {}) {
  const waiting = new Set<() => void>()
  const asked: URL[] = []
  const tokens: string[] = []
  const lastIds: number[] = []
  const open = new Set<ServerResponse>()
  const list = async (url: URL, res: ServerResponse) => {
    const after = Number(url.searchParams.get('after'))
    const found = () => events.filter(({ sequence }) => sequence > after)
    if (found().length === 0 && url.searchParams.has('wait')) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve)
        res.on('close', resolve)
      })
    }
    const types = url.searchParams.get('types')?.split(',')
    const wanted = found().filter(({ type }) => !types || types.includes(type))
    const page = wanted.slice(0, 2)
    const isFull = wanted.length > page.length
    const last_sequence = (isFull ? page : found()).at(-1)?.sequence ?? after
    const next_cursor = isFull ? String(last_sequence) : null
    const answer = { data: page, next_cursor, last_sequence }
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }
  const streamed = async (req: IncomingMessage, res: ServerResponse) => {
    let last = Number(req.headers['last-event-id'])
    lastIds.push(last)
    open.add(res)
    res.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 5\n\n: hello\r\n\r\n')
    while (!res.destroyed) {
      for (const event of events.filter(({ sequence }) => sequence > last)) {
        const text = `id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
        const bytes = Buffer.from(text)
        // Cut in the middle, perhaps inside a character.
        res.write(bytes.subarray(0, 61))
        await new Promise((next) => setImmediate(next))
        res.write(bytes.subarray(61))
        last = event.sequence
      }
      await new Promise<void>((resolve) => {
        waiting.add(resolve)
        res.on('close', resolve)
      })
    }
  }
  const base = await serve((req, res) => {
    const url = new URL(req.url ?? '', 'http://x')
    tokens.push(String(req.headers.authorization))
    if (url.pathname === '/oauth2/token') {
      const token = { access_token: `t${tokens.length}`, token_type: 'Bearer', expires_in: 3600 }
      return void res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token))
    }
    asked.push(url)
    const after = Number(req.headers['last-event-id'] ?? url.searchParams.get('after'))
    const { oldest = 1, last = Infinity } = faults
    const isExpired = after > last || (after > 0 && after < oldest - 1)
    if (faults.status || isExpired) {
      const status = faults.status ?? 410
      const about = isExpired && { oldest_sequence: oldest }
      const problem = { type: 'x', title: 'x', status, code: 'cursor_expired', ...about }
      res.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
      return
    }
    void (url.pathname === '/v1.0/events/stream' ? streamed(req, res) : list(url, res))
  })
  return {
    base,
    asked,
    tokens,
    lastIds,
    cut() {
      for (const res of open) res.destroy()
      open.clear()
    },
    add(...more: Event[]) {
      events.push(...more)
      for (const wake of waiting) wake()
      waiting.clear()
    },
  }
}

export const pings = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => Object.assign(ping({ sequence: from + at }), { note: '陈静 👋\n' }))
