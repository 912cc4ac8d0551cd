import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { CallError, createClient } from '@sendoff/sdk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rows } from '../support/database.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const WRITES = 2_000
const AT_ONCE = 20

/** The faults of the proxy. After most of them the client can't know whether the request was carried out. */
const FAULTS = {
  'reset before it is passed on': async ({ response }) => void response.socket?.destroy(),
  'reset after it was done': async ({ response, pass }) => {
    await pass()
    response.socket?.destroy()
  },
  '429': async ({ response }) => void response.writeHead(429, { 'retry-after': '0' }).end('slow down'),
  '503 before': async ({ response }) => void response.writeHead(503, { 'content-type': 'text/html' }).end('<html>'),
  '503 after': async ({ response, pass }) => {
    await pass()
    response.writeHead(503).end()
  },
  'a body that does not come to its end': async ({ response, pass }) => {
    const { status, headers, text } = await pass()
    response.writeHead(status, { ...headers, 'content-length': text.length }).write(text.slice(0, 5))
  },
  'a body that comes slowly': async ({ response, pass }) => {
    const { status, headers, text } = await pass()
    response.writeHead(status, { ...headers, 'content-length': text.length }).write(text.slice(0, 5))
    await delay(20)
    response.end(text.slice(5))
  },
  'JSON cut short': async ({ response, pass }) => {
    const { status, headers, text } = await pass()
    response.writeHead(status, headers).end(text.slice(0, text.length / 2))
  },
  'fewer bytes than were announced': async ({ response, pass }) => {
    const { status, headers, text } = await pass()
    response.writeHead(status, { ...headers, 'content-length': text.length }).write(text.slice(0, 5), () => {
      response.socket?.destroy()
    })
  },
  'a page in place of the answer': async ({ response, pass }) => {
    await pass()
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome to the hotel</html>')
  },
  'another type': async ({ response, pass }) => {
    const { status, text } = await pass()
    response.writeHead(status, { 'content-type': 'text/plain' }).end(text)
  },
} satisfies Record<string, (exchange: Exchange) => Promise<void>>

interface Exchange {
  readonly response: ServerResponse
  /** Forwards the request and returns the answer. */
  readonly pass: () => Promise<{ status: number; headers: Record<string, string>; text: string }>
}

/** A proxy in front of the platform that fails every other request, with its own sequence of faults. */
function faultyProxy(base: string) {
  const met = new Map<string, number>()
  let state = 20261122
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const names = Object.keys(FAULTS) as (keyof typeof FAULTS)[]

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const pass = async () => {
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers as Record<string, string>
      const answered = await fetch(base + request.url, { method: request.method ?? '', headers, body })
      const type = answered.headers.get('content-type') ?? 'text/plain'
      return { status: answered.status, headers: { 'content-type': type }, text: await answered.text() }
    }
    const fault = draw(2) === 0 ? must(names[draw(names.length)]) : undefined
    if (fault) {
      met.set(fault, (met.get(fault) ?? 0) + 1)
      return FAULTS[fault]({ response, pass })
    }
    const { status, headers, text } = await pass()
    response.writeHead(status, headers).end(text)
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  return {
    met,
    listen: () =>
      new Promise<string>((resolve) =>
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
      ),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('behind a proxy that fails every other request', () => {
  let proxy: ReturnType<typeof faultyProxy>
  beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0))
  afterEach(async () => {
    vi.restoreAllMocks()
    await proxy?.close()
  })

  onEachStore((platform) => {
    test(`${WRITES.toLocaleString('en')} writes have that many effects, each once, or say that they are safe to repeat`, async () => {
      proxy = faultyProxy(platform().base)
      const client = await clientOf(platform(), await proxy.listen())
      const waiting = Array.from({ length: WRITES }, (_, n) => `Department ${n}`)
      let failed = 0
      const write = async (name: string) => {
        let idempotencyKey: string | undefined
        for (;;) {
          try {
            const { dept_id } = await client.departments.create({ name }, idempotencyKey ? { idempotencyKey } : {})
            expect(dept_id).toEqual(expect.any(Number))
            return
          } catch (error) {
            if (!(error instanceof CallError)) throw error
            expect(error).toMatchObject({ safeToRepeat: true })
            failed++
            // Without a token nothing was sent.
            idempotencyKey = error.idempotencyKey ?? idempotencyKey
          }
        }
      }
      const worker = async () => {
        for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) await write(name)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))

      const made = await rows(platform(), (db) =>
        db.selectFrom('department').select('name').where('name', 'like', 'Department %').execute(),
      )
      const names = made.map(({ name }) => name)
      expect(names).toHaveLength(WRITES)
      expect(new Set(names).size).toBe(WRITES)
      // Each fault occurred, and some calls failed for good.
      expect([...proxy.met.keys()].sort()).toEqual(Object.keys(FAULTS).sort())
      expect(failed).toBeGreaterThan(0)
    }, 300_000)
  })
})

async function clientOf(platform: Platform, baseUrl: string) {
  const { client_id, client_secret } = must(platform.organization(0).apps[0])
  return createClient({
    baseUrl,
    clientId: client_id,
    clientSecret: client_secret,
    scopes: ['org:read', 'org:write'],
    timeout: 1_000,
  })
}
