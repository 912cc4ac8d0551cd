import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { exportJWK, generateKeyPair } from 'jose'
import { pino } from 'pino'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createHttpApp } from '../../packages/server/src/app.ts'
import { createMetrics } from '../../packages/server/src/metrics/metrics.ts'
import { createAuthorizationServer } from '../../packages/server/src/oauth/provider/authorization-server.ts'
import { Refusal } from '../../packages/server/src/refusal.ts'
import type { Store } from '../../packages/server/src/store/store.ts'

// No request makes the platform fail like this. So its parts are put together as it does, around handlers that fail in every way.

const base = 'https://sendoff.example'
const failing: Record<string, RequestHandler> = {
  'while the problem is written': () => {
    throw new Refusal('unavailable', { retry_after: 5n as never })
  },
  'while it is found out what failed': () => {
    throw new Proxy(
      {},
      {
        getPrototypeOf() {
          throw new Error('an inner secret')
        },
      },
    )
  },
  'with nothing': () => Promise.reject(),
  'with an error of its own': () => {
    throw new Error('an inner secret')
  },
  'with an error that has a status': () => {
    throw Object.assign(new Error('an inner secret'), { status: 418, headers: { 'x-inner': 'secret' }, expose: true })
  },
  'after headers of an answer were set': (_req, res) => {
    res.set({ 'Content-Encoding': 'gzip', 'Content-Length': '7' })
    throw new Refusal('unavailable', { retry_after: 5n as never })
  },
}
const names = Object.keys(failing)

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function routerOf(handlers: Record<string, RequestHandler>): express.Router {
  const router = express.Router()
  for (const [index, handler] of Object.values(handlers).entries()) router.all(`/failing/${index}`, handler)
  return router
}

function serveApp(handlers = failing): Promise<string> {
  const app = createHttpApp({
    base,
    logger: pino({ level: 'silent' }),
    store: {} as Store,
    router: routerOf(handlers),
    signIn: routerOf(handlers),
    console: express.Router(),
    authorizationServer: () => {
      throw new Error('an inner secret')
    },
    freshKeys: async () => {},
    keySets: express.Router(),
    isStopping: () => false,
    trustedProxies: [],
    metrics: createMetrics(),
    metricsAccess: 'loopback',
    tracer: undefined,
  })
  return serve(app)
}

async function expectNothingTold(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).not.toMatch(/secret|node_modules|\.ts|at /)
  expect(text.length).toBeLessThan(400)
  expect(response.headers.get('x-inner')).toBeNull()
  const body = JSON.parse(text)
  expect(JSON.stringify(body)).toContain(response.headers.get('x-request-id'))
  return body
}

describe.each(['production', 'development', 'test', ''])('where NODE_ENV is %j', (environment) => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test.each(names)('a handler that fails %s is answered with a problem and the request id', async (name) => {
    vi.stubEnv('NODE_ENV', environment)
    const server = await serveApp()
    for (const path of [`/failing/${names.indexOf(name)}`, `/sign-in/failing/${names.indexOf(name)}`]) {
      const response = await fetch(server + path, { headers: { 'x-request-id': 'req_mine' } })
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(await expectNothingTold(response)).toMatchObject({ code: 'internal_error', request_id: 'req_mine' })
    }
  })

  test('an answer that had begun is broken off', async () => {
    vi.stubEnv('NODE_ENV', environment)
    const server = await serveApp({
      begun: (_req, res) => {
        res.write('{')
        throw new Error('an inner secret')
      },
    })
    for (const path of ['/failing/0', '/sign-in/failing/0']) {
      await expect(fetch(server + path).then((response) => response.text())).rejects.toThrow()
    }
  })

  test('an authorization server that is not there is answered so as well', async () => {
    vi.stubEnv('NODE_ENV', environment)
    const server = await serveApp()
    await expectNothingTold(await fetch(`${server}/oauth2/token`, { method: 'POST' }))
  })
})

describe('the authorization server', () => {
  const middlewares: Record<string, (ctx: { body: unknown; res: { write(text: string): void } }) => void> = {
    'throws an error': () => {
      throw new Error('an inner secret')
    },
    'throws what is no error': () => {
      throw { status: 418, message: 'an inner secret', expose: true }
    },
    'answers what is no JSON': (ctx) => {
      ctx.body = { secret: 5n }
    },
  }

  async function serveAuthorization(limits: (typeof middlewares)[string]): Promise<string> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const key = { ...(await exportJWK(privateKey)), kid: 'a', alg: 'ES256', use: 'sig' }
    const server = createAuthorizationServer({
      issuer: base,
      store: {} as Store,
      clock: { now: Date.now } as never,
      sealer: {} as never,
      keys: [key as never],
      verify: async () => {
        throw new Refusal('token_invalid')
      },
      cookieKeys: ['a'],
      limits: async (ctx) => limits(ctx as never),
      logger: pino({ level: 'silent' }),
      errorPage: () => undefined,
    })
    return serve(server.handle)
  }

  test.each(Object.keys(middlewares))('that %s tells the request id and nothing else', async (name) => {
    const written = vi.spyOn(console, 'error')
    const server = await serveAuthorization(middlewares[name] as never)
    const response = await fetch(`${server}/oauth2/token`, { method: 'POST' })
    expect(await expectNothingTold(response)).toEqual({
      error: 'server_error',
      error_description: expect.stringMatching(/^something went wrong; the request is req_\w+$/),
    })
    expect(written).not.toHaveBeenCalled()
  })

  test('breaks an answer off that had begun', async () => {
    const server = await serveAuthorization((ctx) => {
      ctx.res.write('{')
      throw new Error('an inner secret')
    })
    await expect(fetch(`${server}/oauth2/token`, { method: 'POST' }).then((one) => one.text())).rejects.toThrow()
  })
})
