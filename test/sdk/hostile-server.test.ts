import { gzipSync } from 'node:zlib'
import { CallError, createClient, SendoffError, TokenError, UnexpectedAnswerError } from '@sendoff/sdk'
import {
  createHandler,
  createKeySet,
  memoryCursors,
  poll,
  type StreamOptions,
  stream,
  verify,
} from '@sendoff/sdk/webhooks'
import { sign } from '@sendoff/sdk/webhooks/testing'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { soon } from '../support/soon.ts'
import { cost, hostileServer, MiB, memoryInUse, sendWithoutEnd } from './hostile.ts'
import { organization, PROBLEM, problem } from './support.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const scopes = ['org:read', 'org:unlink', 'org:association:read', 'event:read'] as const

function clientOf(base: string, options: { fetch?: (url: string, init: RequestInit) => Promise<Response> } = {}) {
  return createClient({ baseUrl: base, token: 't', scopes, maxRetries: 0, ...options })
}

/** The kinds of requests of a client: a read, a write, a page of a list, and a token. */
const calls: Record<string, (base: string) => Promise<unknown>> = {
  'a read': (base) => clientOf(base).organization.get(),
  'a write': (base) => clientOf(base).organization.unlink({ dept_id: 3, associated_org_id: 'org_2' }),
  'a list': async (base) => clientOf(base).associations.list(),
  'a token': (base) =>
    createClient({ baseUrl: base, clientId: 'app_1', clientSecret: 's', scopes, maxRetries: 0 }).organization.get(),
}

const failureOf = async (call: Promise<unknown>) => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(CallError)
  expect((thrown as CallError).message.length).toBeLessThan(1000)
  return thrown as CallError
}

describe.each(Object.entries(calls))('for %s', (_, call) => {
  /** 64 MiB of spaces in 64 kB of gzip; more members may follow (RFC 1952, section 2.2). */
  const bomb = gzipSync(Buffer.alloc(64 * MiB, ' '))
  const endless = {
    'a success': { status: 200, headers: JSON_TYPE, piece: Buffer.alloc(65_536, ' '), most: 24 * MiB },
    'a problem': { status: 403, headers: PROBLEM, piece: Buffer.alloc(65_536, 'x'), most: 16 * MiB },
    'a page': {
      status: 404,
      headers: { 'content-type': 'text/html' },
      piece: Buffer.alloc(65_536, 'x'),
      most: 16 * MiB,
    },
    'a gzip bomb': { status: 200, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, piece: bomb, most: 16 * MiB },
    'a gzip bomb of a problem': {
      status: 500,
      headers: { ...PROBLEM, 'content-encoding': 'gzip' },
      piece: bomb,
      most: 16 * MiB,
    },
  }

  test.each(Object.entries(endless))(
    'endless %s is read up to a limit',
    async (_, { status, headers, piece, most }) => {
      const sent = { bytes: 0 }
      const { base } = await hostileServer((_, res) => {
        res.writeHead(status, headers)
        sendWithoutEnd(res, piece, sent)
      })
      const error = await failureOf(call(base))
      expect(error).toBeInstanceOf(UnexpectedAnswerError)
      expect(error).toMatchObject({
        status,
        ...(status === 200 && { message: expect.stringContaining('is too large') }),
      })
      // Bytes in the kernel's buffers count as sent.
      expect(sent.bytes).toBeLessThan(most)
    },
  )

  const nested = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)
  const nonsense: Record<string, string> = {
    'a list in place of an object': '[]',
    'lists in lists': nested('[', ']', MiB),
    'lists without end': '['.repeat(2 * MiB),
    'objects in objects, cut off': '{"a":'.repeat(300_000),
    'a text': '"x"',
    nothing: '',
    null: 'null',
    'a page': '<html><body>Sign in</body></html>',
  }
  test.each(Object.entries(nonsense))('%s, labelled as JSON, is refused', async (_, body) => {
    const { base } = await hostileServer((_, res) => void res.writeHead(200, JSON_TYPE).end(body))
    const error = await failureOf(call(base))
    expect([UnexpectedAnswerError, TokenError].some((kind) => error instanceof kind)).toBe(true)
  })

  const problems: Record<string, object> = {
    'texts of 200 kB': { ...problem(403, 'x'.repeat(50_000)), detail: 'd'.repeat(200_000), title: 't'.repeat(1000) },
    'objects for texts': { code: 'scope_missing', title: { toString: 1 }, detail: { toString: 1 } },
    'an object for a code': { ...problem(403, 'x'), code: { toString: 1 } },
    'OAuth’s names with objects': { error: { toString: 1 }, error_description: [] },
    'OAuth’s names with 100 kB': { error: 'e'.repeat(100_000), error_description: 'd'.repeat(100_000) },
  }
  test.each(Object.entries(problems))('a problem with %s becomes an error with a short message', async (_, body) => {
    const { base } = await hostileServer((_, res) => void res.writeHead(403, PROBLEM).end(JSON.stringify(body)))
    const error = await failureOf(call(base))
    expect(error.message).toContain('403')
  })

  test.each([301, 302, 303, 307, 308])('a redirect with %i is not followed', async (status) => {
    const other = await hostileServer((_, res) => void res.end())
    const { base } = await hostileServer((_, res) => void res.writeHead(status, { location: other.base }).end())
    expect(await failureOf(call(base))).toMatchObject({ status })
    expect(other.counted.requests).toBe(0)
  })

  test('headers of 1 MB are a failed connection', async () => {
    const { base } = await hostileServer((_, res) => {
      const headers = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x-${at}`, 'y'.repeat(1000)]))
      res.writeHead(200, { ...JSON_TYPE, ...headers }).end('{}')
    })
    expect((await failureOf(call(base))).name).toBe('ConnectionError')
  })
})

test('memory does not grow after answers of every kind', async () => {
  const sent = { bytes: 0 }
  const { base } = await hostileServer((_, res) => {
    res.writeHead(200, JSON_TYPE)
    sendWithoutEnd(res, Buffer.alloc(65_536, '['), sent)
  })
  const round = () => Promise.all(Object.values(calls).map((call) => call(base).catch(() => undefined)))
  await round()
  const before = await memoryInUse()
  for (let times = 0; times < 3; times++) await round()
  expect((await memoryInUse()) - before).toBeLessThan(8 * MiB)
})

test('an answer in pieces of one byte takes no more memory or time than in one piece', async () => {
  const body = JSON.stringify({ ...organization, name: 'x'.repeat(200_000) })
  const piecewise = async () => {
    const bytes = new TextEncoder().encode(body)
    let at = 0
    const pull = (controller: ReadableStreamDefaultController) =>
      at < bytes.length ? controller.enqueue(bytes.subarray(at, ++at)) : controller.close()
    return new Response(new ReadableStream({ pull }), { headers: JSON_TYPE })
  }
  expect(await clientOf('https://sendoff.test', { fetch: piecewise }).organization.get()).toEqual(JSON.parse(body))
})

describe('a Retry-After', () => {
  test.each(['9'.repeat(5000), '1e9', '-1', 'Infinity', 'Fri, 31 Dec 9999 23:59:59 GMT', `${'x'.repeat(5000)} GMT`])(
    'that is nonsense does not hold a call beyond its timeout',
    async (value) => {
      const { base, counted } = await hostileServer((_, res) => void res.writeHead(503, { 'retry-after': value }).end())
      const client = createClient({ baseUrl: base, token: 't', scopes, maxRetries: 3 })
      expect(await failureOf(client.organization.get({ totalTimeout: 20_000 }))).toMatchObject({ status: 503 })
      expect(counted.requests).toBeLessThanOrEqual(4)
    },
  )
})

describe('a list', () => {
  const pages = async (answer: (page: number) => object) => {
    let page = 0
    const { base, counted } = await hostileServer(
      (_, res) => void res.writeHead(200, JSON_TYPE).end(JSON.stringify(answer(page++))),
    )
    const read = async () => {
      for await (const _ of clientOf(base).associations.list());
    }
    return { read, counted }
  }
  const circles: Record<string, (page: number) => string> = {
    'the same cursor': () => 'c',
    'two cursors in turn': (page) => `c${page % 2}`,
    'a circle of fifty cursors after ten others': (page) => (page < 10 ? `a${page}` : `c${page % 50}`),
  }
  test.each(Object.entries(circles))('with %s is found to be endless', async (_, cursor) => {
    const { read, counted } = await pages((page) => ({ data: [{}], next_cursor: cursor(page) }))
    await expect(read()).rejects.toThrow('associations.list: the server’s list has no end')
    expect(counted.requests).toBeLessThan(200)
  })

  test('of empty pages is found to be endless', async () => {
    const { read, counted } = await pages((page) => ({ data: [], next_cursor: `c${page}` }))
    await expect(read()).rejects.toThrow('associations.list: the server’s list has no end')
    expect(counted.requests).toBeLessThanOrEqual(1001)
  })

  test.each([[7], [true], [{}], [['c']], [{ toString: 1 }]] as [unknown][])(
    'with a cursor of %j is not a page',
    async (next_cursor) => {
      const { read } = await pages(() => ({ data: [{}], next_cursor }))
      await expect(read()).rejects.toBeInstanceOf(UnexpectedAnswerError)
    },
  )
})

describe('a token endpoint that answers', () => {
  const sound = { access_token: 'token', token_type: 'Bearer', expires_in: 3600 }
  const asking = async (answer: string) => {
    const asked: string[] = []
    const { base } = await hostileServer((req, res) => {
      asked.push(String(req.url))
      const body = req.url === '/oauth2/token' ? answer : JSON.stringify(organization)
      res.writeHead(200, JSON_TYPE).end(body)
    })
    const client = createClient({ baseUrl: base, clientId: 'app_1', clientSecret: 's', scopes, maxRetries: 0 })
    return { client, asked }
  }
  const wrong: object[] = [
    ...[-1, 0, '3600', null, {}, [], true].map((expires_in) => ({ expires_in })),
    ...[7, '', null, {}, ['t'], 'a b', 'a\r\nb', 'ü', 'x'.repeat(100_000), { toString: 1 }].map((access_token) => ({
      access_token,
    })),
    ...['mac', null, {}, { toString: 1 }, ['Bearer']].map((token_type) => ({ token_type })),
  ]
  test.each(wrong.map((one) => [JSON.stringify(one).slice(0, 60), one] as const))('%s is refused', async (_, one) => {
    const { client, asked } = await asking(JSON.stringify({ ...sound, ...one }))
    expect(await failureOf(client.organization.get())).toBeInstanceOf(TokenError)
    expect(asked).toEqual(['/oauth2/token'])
  })

  test.each(['1e308', '1e999', '9007199254740993'])(
    'expires_in %s has its token kept for at most a year',
    async (expires_in) => {
      const { client, asked } = await asking(`{"access_token":"t","token_type":"Bearer","expires_in":${expires_in}}`)
      for (let times = 0; times < 3; times++) await client.organization.get()
      expect(asked.filter((path) => path === '/oauth2/token')).toHaveLength(1)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 * 366 })
      onTestFinished(() => void vi.useRealTimers())
      await client.organization.get()
      expect(asked.filter((path) => path === '/oauth2/token')).toHaveLength(2)
    },
  )
})

describe('a stream', () => {
  const event = { id: 'evt_1', type: 'ping', sequence: 1, org_id: 'org_1', data: {} }
  const handler = createHandler({ secrets: [], on: { ping: () => undefined } })

  /** Follows until the test is over. */
  function follow(connect: Partial<StreamOptions['connect']> & { baseUrl: string }) {
    const controller = new AbortController()
    const onError = vi.fn()
    const cursors = memoryCursors()
    const options = { organization: 'org_1', handler, cursors, onError, signal: controller.signal }
    const ended = stream({ ...options, connect: { token: 't', scopes, ...connect } as StreamOptions['connect'] })
    ended.catch(() => undefined)
    onTestFinished(async () => {
      controller.abort()
      await ended.catch(() => undefined)
    })
    return { onError, cursors }
  }
  const told = ({ onError }: ReturnType<typeof follow>) => onError.mock.calls.map(([error]) => String(error))
  const EVENTS = { 'content-type': 'text/event-stream; charset=utf-8' }

  const pages: Record<string, Record<string, string>> = {
    'a page to sign in at': { 'content-type': 'text/html' },
    JSON: JSON_TYPE,
    'something of no type': {},
  }
  test.each(Object.entries(pages))('that is %s is reported, and reopened less and less often', async (_, headers) => {
    const { base, counted } = await hostileServer((_, res) => void res.writeHead(200, headers).end('<html>Sign in'))
    const start = performance.now()
    const followed = follow({ baseUrl: base })
    await soon(() => expect(followed.onError.mock.calls.length).toBeGreaterThanOrEqual(3))
    expect(told(followed)[0]).toContain('events.stream: 200 is not a stream of events')
    // 250 ms, 500 ms, 1 s, … at least.
    expect(counted.requests).toBeLessThanOrEqual(2 + Math.log2(1 + (performance.now() - start) / 250))
  })

  test.each(['0', '-5', 'NaN', '1e-9', '9'.repeat(400), '0x0', ' '])(
    'with `retry: %s` is opened at most once a second',
    async (retry) => {
      const { base, counted } = await hostileServer(
        (_, res) => void res.writeHead(200, EVENTS).end(`retry: ${retry}\n\n`),
      )
      const start = performance.now()
      const followed = follow({ baseUrl: base })
      await new Promise((resolve) => setTimeout(resolve, 1500))
      expect(counted.requests).toBeLessThanOrEqual(1 + (performance.now() - start) / 1000)
      expect(followed.onError).not.toHaveBeenCalled()
    },
  )

  const floods: Record<string, string> = {
    'a line without end': 'data: '.padEnd(65_536, 'x'),
    'a message without end': `data: ${'x'.repeat(1000)}\n`.repeat(64),
    'empty lines of data without end': 'data\n'.repeat(10_000),
    'a comment without end': ':'.padEnd(65_536, 'x'),
  }
  test.each(Object.entries(floods))('with %s is closed', async (_, text) => {
    const sent = { bytes: 0 }
    const { base } = await hostileServer((_, res) => {
      res.writeHead(200, EVENTS)
      sendWithoutEnd(res, Buffer.from(text), sent)
    })
    const followed = follow({ baseUrl: base })
    await soon(() => expect(followed.onError).toHaveBeenCalled())
    expect(told(followed)[0]).toMatch(/^RangeError: A (line|message) of the stream of events has more than/)
    expect(sent.bytes).toBeLessThan(64 * MiB)
  })

  const ids = ['x', '-1', '1e3', '0x10', '1.5', '9'.repeat(400), '99999999999999999999', 'NaN', '٣']
  const oddEvents = [
    {},
    { ...event, sequence: '7' },
    { ...event, sequence: 1e300 },
    { ...event, sequence: -1 },
    { ...event, id: 7 },
  ]
  test('with invalid ids and events moves no cursor', async () => {
    const messages = [...ids.map((id) => `id: ${id}\n\n`), 'data: [1]\n\n']
    const bodies = [messages.join(''), ...oddEvents.map((one) => `id: 5\ndata: ${JSON.stringify(one)}\n\n`)]
    let asked = 0
    const { base } = await hostileServer((_, res) => {
      res.writeHead(200, EVENTS).end(bodies[asked++ % bodies.length])
    })
    const followed = follow({ baseUrl: base })
    await soon(() => expect(told(followed).length).toBeGreaterThanOrEqual(3))
    expect(new Set(told(followed))).toEqual(
      new Set(['TypeError: The feed returned something that is not an event: it must have id, type and sequence']),
    )
    expect(followed.cursors.get('org_1')).toBeUndefined()
  })

  test('takes linear time, whatever its pieces', async () => {
    const work = (bytes: number) => async () => {
      const piece = new TextEncoder().encode('x'.repeat(64))
      const fetch = async () => {
        let left = bytes / 64
        const pull = (controller: ReadableStreamDefaultController) => {
          if (left-- > 0) controller.enqueue(piece)
          else controller.enqueue(new TextEncoder().encode(`\n\ndata: ${JSON.stringify(event)}\n\n`))
          if (left < -1) controller.close()
        }
        return new Response(new ReadableStream({ pull }), { headers: EVENTS })
      }
      const followed = follow({ baseUrl: 'https://sendoff.test', fetch })
      await vi.waitFor(() => expect(followed.cursors.get('org_1')).toBe(1), { timeout: 25_000, interval: 1 })
    }
    const [short, long] = [await cost(work(MiB / 4)), await cost(work(2 * MiB))]
    // Eight times as much; quadratic time would be 64 times.
    expect(long / short).toBeLessThan(24)
  })
})

test('a feed that answers immediately although it was asked to wait is not asked again immediately', async () => {
  const page = JSON.stringify({ data: [], next_cursor: null, last_sequence: 0 })
  const { base, counted } = await hostileServer((_, res) => void res.writeHead(200, JSON_TYPE).end(page))
  const controller = new AbortController()
  const handler = createHandler({ secrets: [], on: {} })
  const options = { organization: 'org_1', handler, cursors: memoryCursors(), signal: controller.signal }
  const start = performance.now()
  const polling = poll({ client: clientOf(base), ...options })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  controller.abort()
  await polling
  expect(counted.requests).toBeLessThanOrEqual(2 + (performance.now() - start) / 1000)
})

test('a feed whose next_cursor leads nowhere is reported, and asked less and less often', async () => {
  const page = JSON.stringify({ data: [], next_cursor: '0', last_sequence: 'x' })
  const { base, counted } = await hostileServer((_, res) => void res.writeHead(200, JSON_TYPE).end(page))
  const controller = new AbortController()
  const onError = vi.fn()
  const handler = createHandler({ secrets: [], on: {} })
  const options = { organization: 'org_1', handler, cursors: memoryCursors(), signal: controller.signal, onError }
  const polling = poll({ client: clientOf(base), ...options })
  await soon(() => expect(onError.mock.calls.length).toBeGreaterThanOrEqual(2))
  controller.abort()
  await polling
  expect(String(onError.mock.calls[0]?.[0])).toContain('leads nowhere')
  expect(counted.requests).toBe(onError.mock.calls.length)
})

describe('a key set', () => {
  const verifying = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const { base, counted } = await hostileServer(
      (_, res) => void res.writeHead(200, { ...JSON_TYPE, ...headers }).end(body),
    )
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
    const { privateKey } = pair as { privateKey: Parameters<typeof crypto.subtle.sign>[1] }
    const signed = await sign('{}', { id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), privateKey })
    const imports = vi.spyOn(crypto.subtle, 'importKey')
    const verifications = vi.spyOn(crypto.subtle, 'verify')
    onTestFinished(() => void vi.restoreAllMocks())
    const jwks = createKeySet(`${base}/webhooks/jwks`)
    const error = await verify('{}', signed, { jwks, organizations: [] }).catch((thrown: unknown) => thrown)
    return { error, imports: imports.mock.calls.length, verifications: verifications.mock.calls.length, counted }
  }
  const key = (x: unknown) => ({ kty: 'OKP', crv: 'Ed25519', x })
  const good = key('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')

  test('of 40,000 keys costs the import of ten', async () => {
    const { error, imports, verifications } = await verifying(JSON.stringify({ keys: Array(40_000).fill(good) }))
    expect(error).toMatchObject({ code: 'signature_mismatch' })
    expect([imports, verifications]).toEqual([10, 10])
  })

  test('of 100,000 keys is refused as too large', async () => {
    const { error, imports } = await verifying(JSON.stringify({ keys: Array(100_000).fill(good) }))
    expect(error).toMatchObject({
      code: 'jwks_unavailable',
      cause: { message: expect.stringContaining('is too large') },
    })
    expect(imports).toBe(0)
  })

  test('with a valid key among nonsense is used', async () => {
    const odd = [null, 7, 'x', [], {}, key(7), key({ toString: 1 }), key('!'), key('x'.repeat(100_000))]
    const { error } = await verifying(JSON.stringify({ keys: [...odd, good] }))
    expect(error).toMatchObject({ code: 'signature_mismatch' })
  })

  test.each(['null', '[]', '7', '{}', '{"keys":null}', '{"keys":{}}', '{"keys":"x"}', '<html>', '', '['.repeat(MiB)])(
    'that is %.20s is refused',
    async (body) => {
      expect((await verifying(body)).error).toMatchObject({ code: 'jwks_unavailable' })
    },
  )
})

test('checking a base URL or a token takes linear time', async () => {
  const slashes = (count: number) => () => createClient({ baseUrl: `https://x/${'/'.repeat(count)}a`, scopes: [] })
  const token = (count: number) => () => {
    expect(() => createClient({ baseUrl: 'https://x', token: `${'a'.repeat(count)}=a`, scopes })).toThrow(TypeError)
  }
  for (const work of [slashes, token]) {
    const short = await cost(work(50_000), 5)
    const long = await cost(work(400_000), 5)
    // Eight times as much; quadratic time would be 64 times. Parts of a millisecond can't be measured.
    expect(long).toBeLessThan(24 * Math.max(short, 2))
  }
})

test('a refusal with an odd case in its media type is still one', async () => {
  const { base } = await hostileServer((_, res) => {
    res.writeHead(404, { 'content-type': 'Application/Problem+JSON' }).end(JSON.stringify(problem(404, 'not_found')))
  })
  expect(await failureOf(clientOf(base).organization.get())).toBeInstanceOf(SendoffError)
})
