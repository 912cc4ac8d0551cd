import { createServer } from 'node:http'
import { connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createHandler, type WebhookHandler } from '@sendoff/sdk/webhooks'
import { toExpressHandler } from '@sendoff/sdk/webhooks/express'
import { toFastifyPlugin } from '@sendoff/sdk/webhooks/fastify'
import { toHonoHandler } from '@sendoff/sdk/webhooks/hono'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import express from 'express'
import fastify from 'fastify'
import { Hono, type HonoRequest } from 'hono'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { soon } from '../../support/soon.ts'
import { answer, delivery, ping, secret, serve, silent } from './support.ts'

/** Serves a handler at `/webhooks`, and a route with a parsed body at `/other`. */
const frameworks: Record<string, (handler: WebhookHandler) => Promise<string>> = {
  'node:http': (handler) => serve(toNodeHandler(handler)),
  Express: (handler) => {
    const app = express()
    app.post('/webhooks', toExpressHandler(handler))
    app.use(express.json())
    app.post('/other', (req, res) => void res.json(req.body))
    return serve(app)
  },
  'Express with express.raw()': (handler) => {
    const app = express()
    app.post('/webhooks', express.raw({ type: '*/*', limit: '2mb' }), toExpressHandler(handler))
    app.post('/other', express.json(), (req, res) => void res.json(req.body))
    return serve(app)
  },
  Fastify: async (handler) => {
    const app = fastify()
    app.post('/other', async ({ body }) => body)
    app.register(toFastifyPlugin(handler, '/webhooks'))
    onTestFinished(() => app.close())
    return app.listen({ port: 0, host: '127.0.0.1' })
  },
  Hono: (handler) => {
    const app = new Hono()
    app.post('/webhooks', toHonoHandler(handler))
    app.post('/other', async (context) => context.json(await context.req.json()))
    return serve(getRequestListener(app.fetch))
  },
  'a Fetch server': (handler) => serve(getRequestListener(handler)),
}

async function post(base: string, request: Promise<Request>, path = '/webhooks') {
  const { headers, body } = await request
  return answer(fetch(base + path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit))
}

describe.each(Object.entries(frameworks))('in %s', (name, mount) => {
  test('deliveries are verified over their bytes, handled and answered', async () => {
    const handled = vi.fn()
    const base = await mount(createHandler({ secrets: secret, on: { ping: handled }, onError: silent }))
    const event = { ...ping(), note: '陈静 👋' }
    expect(await post(base, delivery(event))).toMatchObject({ status: 200, body: { outcome: 'handled' } })
    expect(await post(base, delivery(event))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
    expect(handled.mock.calls.map(([one]) => one)).toEqual([event])
    const forged = await post(base, delivery(event, { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }))
    expect(forged).toMatchObject({ status: 400, body: { code: 'signature_mismatch' } })
  })

  test('bytes that are not UTF-8 are distinguished', async () => {
    const base = await mount(createHandler({ secrets: secret, on: {}, onError: silent }))
    const bytes = new TextEncoder().encode('{"type":"?"}')
    const { headers } = await delivery({})
    const { sign } = await import('@sendoff/sdk/webhooks/testing')
    const over = Uint8Array.from(bytes, (byte) => (byte === 63 ? 0xff : byte))
    const signed = await sign(over, { id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), secret })
    const send = (body: Uint8Array<ArrayBuffer>) =>
      answer(
        fetch(`${base}/webhooks`, { method: 'POST', body, headers: { ...Object.fromEntries(headers), ...signed } }),
      )
    expect(await send(over)).toMatchObject({ status: 400, body: { code: 'body_invalid' } })
    expect(await send(Uint8Array.from(over, (byte) => (byte === 0xff ? 0xfe : byte)))).toMatchObject({
      body: { code: 'signature_mismatch' },
    })
  })

  test('a failing handler is answered with 500, and a busy one with 409', async () => {
    const { promise, reject } = Promise.withResolvers<void>()
    const called = Promise.withResolvers<void>()
    const work = () => {
      called.resolve()
      return promise
    }
    const base = await mount(createHandler({ secrets: secret, on: { ping: work }, onError: silent }))
    const event = ping()
    const first = post(base, delivery(event))
    await called.promise
    const busy = await post(base, delivery(event))
    expect(busy.status).toBe(409)
    expect(busy.headers.get('retry-after')).toBe('1')
    reject(new Error('no'))
    expect(await first).toMatchObject({ status: 500, body: { code: 'handler_failed' } })
  })

  test('a body of 900 kB is accepted, and one that is too large is refused', async () => {
    const base = await mount(createHandler({ secrets: secret, on: {}, onError: silent }))
    expect((await post(base, delivery({ ...ping(), note: 'x'.repeat(900_000) }))).status).toBe(200)
    const tooLarge = await post(base, delivery({ ...ping(), note: 'x'.repeat(1_100_000) })).catch(() => ({
      status: 413,
    }))
    expect(tooLarge.status).toBe(413)
  })

  test.runIf(name !== 'node:http' && name !== 'a Fetch server')('other routes are parsed as usual', async () => {
    const base = await mount(createHandler({ secrets: secret, on: {} }))
    const event = ping()
    expect(await post(base, delivery(event), '/other')).toMatchObject({ status: 200, body: event })
  })
})

describe('a body that was parsed before', () => {
  const handler = createHandler({ secrets: secret, on: {}, onError: silent })
  const explained = async (base: string, fix: string) => {
    const refused = await post(base, delivery(ping()))
    expect(refused).toMatchObject({ status: 500, body: { code: 'body_already_parsed' } })
    expect(refused.body.message).toContain(fix)
  }

  test('by express.json() is explained with the line that helps, and that line works', async () => {
    const app = express().use(express.json()).post('/webhooks', toExpressHandler(handler))
    await explained(await serve(app), 'express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes } })')
    const verify = (req: object, _res: unknown, bytes: Buffer) => {
      Object.assign(req, { rawBody: bytes })
    }
    const helped = express().use(express.json({ verify })).post('/webhooks', toExpressHandler(handler))
    expect((await post(await serve(helped), delivery(ping()))).status).toBe(200)
  })

  test('but kept as text is accepted: by express.text(), or in req.rawBody', async () => {
    const event = { ...ping(), note: '陈静 👋' }
    const text = express()
      .use(express.text({ type: '*/*' }))
      .post('/webhooks', toExpressHandler(handler))
    expect((await post(await serve(text), delivery(event))).status).toBe(200)
    const verify = (req: object, _res: unknown, bytes: Buffer) => {
      Object.assign(req, { rawBody: bytes.toString() })
    }
    const json = express().use(express.json({ verify })).post('/webhooks', toExpressHandler(handler))
    expect((await post(await serve(json), delivery(event))).status).toBe(200)
  })

  describe('by a middleware of Hono', () => {
    const after = (read: (request: HonoRequest) => unknown) => {
      const app = new Hono()
        .use(async (context, next) => {
          await read(context.req)
          await next()
        })
        .post('/webhooks', toHonoHandler(handler))
      return serve(getRequestListener(app.fetch))
    }

    test.each(['json', 'text', 'arrayBuffer', 'blob'] as const)(
      'with c.req.%s() is accepted, because Hono keeps it',
      async (kind) => {
        const base = await after((request) => request[kind]())
        expect((await post(base, delivery({ ...ping(), note: '陈静 👋' }))).status).toBe(200)
        const forged = await post(base, delivery(ping(), { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }))
        expect(forged).toMatchObject({ status: 400, body: { code: 'signature_mismatch' } })
      },
    )

    test('and not kept is explained', async () => {
      await explained(await after((request) => request.raw.json()), 'before any middleware that parses the body')
    })
  })

  test('but kept as an ArrayBuffer or a Blob is accepted, and one that is too large is refused', async () => {
    const kinds = [
      (bytes: Buffer) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      (bytes: Buffer) => new Blob([new Uint8Array(bytes)]),
    ]
    for (const kind of kinds) {
      const app = express()
        .use(express.raw({ type: '*/*', limit: '2mb' }))
        .use((req, _res, next) => {
          req.body = kind(req.body)
          next()
        })
        .post('/webhooks', toExpressHandler(handler))
      const base = await serve(app)
      expect((await post(base, delivery({ ...ping(), note: '陈静' }))).status).toBe(200)
      expect((await post(base, delivery({ ...ping(), note: 'x'.repeat(1_100_000) }))).status).toBe(413)
    }
  })

  test('as text by setEncoding is accepted', async () => {
    const listener = toNodeHandler(handler)
    const base = await serve(async (req, res) => listener(req.setEncoding('utf8'), res))
    expect((await post(base, delivery({ ...ping(), note: '陈静 👋'.repeat(20_000) }))).status).toBe(200)
  })

  test('by something that has answered already is left alone', async () => {
    const listener = toNodeHandler(handler)
    const base = await serve(async (req, res) => {
      res.writeHead(202).end()
      await listener(req, res)
    })
    expect((await post(base, delivery(ping()))).status).toBe(202)
  })

  test('by a reader of a node:http request is explained', async () => {
    const listener = toNodeHandler(handler)
    const base = await serve(async (req, res) => {
      for await (const _ of req);
      await listener(req, res)
    })
    await explained(base, 'req.rawBody')
  })
})

test('an aborted request does not crash the server', async () => {
  const onError = vi.fn()
  const base = await serve(toNodeHandler(createHandler({ secrets: secret, on: {}, onError })))
  const { headers } = await delivery(ping())
  const socket = connect(Number(new URL(base).port), '127.0.0.1')
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`).join('\r\n')
  socket.write(`POST /webhooks HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n${lines}\r\n\r\n{"type`, () =>
    socket.destroy(),
  )
  await soon(() => expect(onError).toHaveBeenCalledOnce())
  expect((await post(base, delivery(ping()))).status).toBe(200)
})

test('other methods than POST are refused by node:http too', async () => {
  const base = await serve(toNodeHandler(createHandler({ secrets: secret, on: {} })))
  const response = await fetch(base)
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})

test('a server may consist of the handler alone', () => {
  createServer(toNodeHandler(createHandler({ secrets: secret, on: {} })))
})
