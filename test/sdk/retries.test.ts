import { ConnectionError, createClient } from '@sendoff/sdk'
import nock from 'nock'
import { describe, expect, test, vi } from 'vitest'
import { callOf } from '../../packages/sdk/src/call.ts'
import { operationsOf } from '../../packages/sdk/src/operation.ts'
import { attempts } from '../../packages/sdk/src/transport/layers.ts'
import { limitsOf } from '../../packages/sdk/src/transport/limits.ts'
import { must } from '../support/platform.ts'
import { ALL, BASE_URL, organization, PROBLEM, problem, setUp, unlinked, unlinking, withToken } from './support.ts'

setUp()

/** Records the requests, and answers with one reply after the other. */
function unlinkAnswers(...replies: (readonly [number, (object | string)?, Record<string, string>?] | Error)[]) {
  const arrived: { key: string | null; body: string }[] = []
  for (const reply of replies) {
    const interceptor = nock(BASE_URL).post('/v1.0/organization/unlink', (body) => {
      if (reply instanceof Error) arrived.push({ key: null, body: JSON.stringify(body) })
      return true
    })
    if (reply instanceof Error) interceptor.replyWithError(reply)
    else {
      interceptor.reply(async (request: Request) => {
        arrived.push({ key: request.headers.get('idempotency-key'), body: await request.text() })
        return [reply[0], reply[1] ?? '', reply[2] ?? {}]
      })
    }
  }
  return arrived
}

describe('a write', () => {
  test('survives a 503 and a broken connection with one idempotency key and the same body', async () => {
    const keys: (string | undefined)[] = []
    const client = createClient({
      baseUrl: BASE_URL,
      token: 't',
      scopes: ['org:unlink'],
      onRequest: ({ headers }) => keys.push(headers['idempotency-key']),
    })
    const arrived = unlinkAnswers([503], new Error('socket hang up'), [200, unlinked])
    expect(await client.organization.unlink(unlinking)).toEqual(unlinked)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(arrived.map(({ body }) => JSON.parse(body))).toEqual([unlinking, unlinking, unlinking])
  })

  test('uses the idempotency key of the caller, and otherwise a new one for each call', async () => {
    const arrived = unlinkAnswers([200, unlinked], [200, unlinked], [200, unlinked])
    const client = withToken()
    await client.organization.unlink(unlinking, { idempotencyKey: 'mine' })
    await client.organization.unlink(unlinking)
    await client.organization.unlink(unlinking)
    const [mine, second, third] = arrived.map(({ key }) => key)
    expect(mine).toBe('mine')
    expect(second).not.toBe(third)
  })

  test.each([
    ['a page in place of the answer', [200, '<html>', { 'content-type': 'text/html' }]],
    ['an answer cut short', [200, '{"result": tr', { 'content-type': 'application/json' }]],
    ['no answer in a success', [200, '', {}]],
  ] as const)('is repeated after %s, which may hide its success', async (_, reply) => {
    const arrived = unlinkAnswers(reply, [200, unlinked])
    expect(await withToken().organization.unlink(unlinking)).toEqual(unlinked)
    expect(new Set(arrived.map(({ key }) => key)).size).toBe(1)
  })

  test('waits for an equal request that is still running', async () => {
    unlinkAnswers([409, problem(409, 'idempotency_in_progress'), PROBLEM], [200, unlinked])
    expect(await withToken().organization.unlink(unlinking)).toEqual(unlinked)
  })

  test('is not repeated after any other conflict', async () => {
    nock(BASE_URL)
      .post('/v1.0/webhook-endpoints/whe_1/test')
      .reply(409, problem(409, 'webhook_endpoint_disabled'), PROBLEM)
    await expect(withToken().webhookEndpoints.test({ endpoint_id: 'whe_1' })).rejects.toMatchObject({
      code: 'webhook_endpoint_disabled',
    })
  })
})

describe('a write that takes no idempotency key', () => {
  // The contract has none, so this one is invented.
  const [keyless] = operationsOf('departments:\ncreate   body,keyless any')

  test('is sent once, and its failure says that it is not safe to repeat', async () => {
    const sent: Headers[] = []
    const fetch = async (_: string, { headers }: RequestInit) => {
      sent.push(new Headers(headers))
      return new Response('', { status: 503 })
    }
    const call = callOf(must(keyless), { baseUrl: BASE_URL, limits: limitsOf({}) }, attempts({ fetch }))
    await expect(call({}, {})).rejects.toMatchObject({ safeToRepeat: false, idempotencyKey: undefined, status: 503 })
    expect(sent.map((headers) => headers.get('idempotency-key'))).toEqual([null])
  })
})

describe('a call', () => {
  test.each([408, 429, 500, 502, 503, 504])('is repeated after a %i', async (status) => {
    nock(BASE_URL).get('/v1.0/organization').reply(status, 'not now')
    nock(BASE_URL).get('/v1.0/organization').reply(200, organization)
    expect(await withToken().organization.get()).toEqual(organization)
  })

  test.each([400, 403, 404, 413, 422, 501])('is not repeated after a %i', async (status) => {
    nock(BASE_URL).get('/v1.0/organization').reply(status, problem(status, 'not_found'), PROBLEM)
    await expect(withToken().organization.get()).rejects.toMatchObject({ status })
  })

  test('is repeated twice by default, or as often as configured, and throws the last failure', async () => {
    const attempts = vi.fn()
    const fetch = async () => {
      attempts()
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })
    }
    const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ALL, fetch })
    const error = await client.organization.get().catch((thrown: unknown) => thrown)
    expect(attempts).toHaveBeenCalledTimes(3)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      message: expect.stringContaining('organization.get: no answer: fetch failed: connect ECONNREFUSED'),
      safeToRepeat: true,
      cause: { message: 'fetch failed' },
    })
    attempts.mockClear()
    await expect(client.organization.unlink(unlinking, { maxRetries: 5 })).rejects.toMatchObject({ safeToRepeat: true })
    expect(attempts).toHaveBeenCalledTimes(6)
    attempts.mockClear()
    await expect(client.organization.get({ maxRetries: 0 })).rejects.toThrow(ConnectionError)
    expect(attempts).toHaveBeenCalledTimes(1)
  })
})

describe('between attempts', () => {
  /** The client's wait after each answer, in milliseconds. */
  async function sleepsAfter(...headers: Record<string, string>[]) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 10, 22, 8) })
    const answers = headers.map((header) => new Response('', { status: 503, headers: header }))
    const fetch = async () => answers.shift() ?? Response.json(organization)
    const times: number[] = []
    const client = createClient({
      baseUrl: BASE_URL,
      token: 't',
      scopes: ['org:read'],
      fetch,
      maxRetries: 9,
      onRequest: () => times.push(Date.now()),
    })
    const call = client.organization.get()
    await vi.advanceTimersByTimeAsync(600_000)
    await call
    return times.slice(1).map((time, index) => time - (times[index] ?? 0))
  }

  test('the client waits a random part of 0.5 s, doubling up to 8 s', async () => {
    vi.mocked(Math.random).mockReturnValue(0.9999999)
    expect(await sleepsAfter({}, {}, {}, {}, {}, {})).toEqual([499, 999, 1999, 3999, 7999, 7999])
    vi.mocked(Math.random).mockReturnValue(0.5)
    expect(await sleepsAfter({}, {})).toEqual([250, 500])
  })

  test('the client waits for Retry-After, in seconds or as a date, but at most 60 s', async () => {
    const retryAfter = (value: string) => ({ 'retry-after': value })
    expect(await sleepsAfter(retryAfter('7'))).toEqual([7_000])
    expect(await sleepsAfter(retryAfter('3600'))).toEqual([60_000])
    expect(await sleepsAfter(retryAfter('Sun, 22 Nov 2026 08:00:09 GMT'))).toEqual([9_000])
    expect(await sleepsAfter(retryAfter('Sun, 22 Nov 2026 09:00:00 GMT'))).toEqual([60_000])
    expect(await sleepsAfter(retryAfter('Sun, 22 Nov 2020 08:00:00 GMT'))).toEqual([0])
  })

  test.each(['-1', '1.5', '7s', '0x10', 'soon', '2026-11-22T08:00:09Z'])(
    'the client ignores a Retry-After of %s',
    async (value) => {
      vi.mocked(Math.random).mockReturnValue(0.5)
      expect(await sleepsAfter({ 'retry-after': value })).toEqual([250])
    },
  )

  test('no timer keeps the process alive, neither after an answer nor after an abort', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const caller = new AbortController()
    let busy = false
    const fetch = async () =>
      busy ? new Response('', { status: 503, headers: { 'retry-after': '60' } }) : Response.json(organization)
    const client = createClient({ baseUrl: BASE_URL, token: 't', scopes: ['org:read'], fetch })
    await client.organization.get()
    expect(vi.getTimerCount()).toBe(0)
    busy = true
    const call = client.organization.get({ signal: caller.signal })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    caller.abort(new Error('gave up'))
    await expect(call).rejects.toThrow('gave up')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a caller who aborts is released immediately', async () => {
    const caller = new AbortController()
    nock(BASE_URL).get('/v1.0/organization').reply(503, '', { 'retry-after': '60' })
    const client = createClient({
      baseUrl: BASE_URL,
      token: 't',
      scopes: ['org:read'],
      onResponse: () => void setImmediate(() => caller.abort(new Error('gave up'))),
    })
    await expect(client.organization.get({ signal: caller.signal })).rejects.toThrow('gave up')
  })
})
