import { getEventListeners } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, TimeoutError } from '@sendoff/sdk'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

let begun = 0
let closedEarly = 0
const server = createServer((_, response) => {
  begun++
  response.writeHead(200, { 'content-type': 'application/json' })
  const drip = setInterval(() => response.write(' '), 5)
  response.on('close', () => {
    closedEarly++
    clearInterval(drip)
  })
})

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The first request of a process loads code, which must not count as time of the answer.
  await (await fetch(base())).body?.cancel()
})
afterAll(() => void server.close())

const client = () =>
  createClient({
    baseUrl: base(),
    token: 't',
    scopes: ['org:read', 'org:unlink'],
    maxRetries: 0,
  })

test('an endless body is cut off by the timeout, and its connection is closed', async () => {
  const error = await client()
    .organization.get({ timeout: 500 })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TimeoutError)
  expect(error).toMatchObject({
    name: 'TimeoutError',
    operation: 'organization.get',
    message: expect.stringContaining('organization.get: no answer within 500 ms in one attempt'),
    safeToRepeat: true,
  })
  expect(begun).toBe(2)
  await expect.poll(() => closedEarly).toBe(2)
})

test('each attempt has the whole timeout, also a retry', async () => {
  const before = begun
  const error = await client()
    .organization.get({ timeout: 500, maxRetries: 2 })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TimeoutError)
  expect(begun).toBe(before + 3)
  await expect.poll(() => closedEarly).toBe(begun)
})

test('a caller who aborts while the body drips gets the reason of the signal', async () => {
  const reason = new Error('gave up')
  await expect(client().organization.get({ signal: AbortSignal.any([AbortSignal.abort(reason)]) })).rejects.toBe(reason)
  const caller = new AbortController()
  setTimeout(() => caller.abort(reason), 20)
  await expect(client().organization.get({ signal: caller.signal })).rejects.toBe(reason)
})

test('a signal that a thousand calls share retains nothing of them and causes no warning', async () => {
  const caller = new AbortController()
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const failing = createClient({
    baseUrl: 'https://sendoff.test',
    token: 't',
    scopes: ['org:read'],
    fetch: async () => new Response('', { status: 404 }),
  })
  const calls = Array.from({ length: 1000 }, () => failing.organization.get({ signal: caller.signal }))
  await Promise.allSettled(calls)
  expect(getEventListeners(caller.signal, 'abort')).toEqual([])
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})

test('the timeout holds even for a fetch that ignores signals', async () => {
  const deaf = createClient({
    baseUrl: 'https://sendoff.test',
    token: 't',
    scopes: ['org:read'],
    fetch: () => new Promise(() => undefined),
    timeout: 20,
    maxRetries: 0,
  })
  await expect(deaf.organization.get()).rejects.toThrow(TimeoutError)
})

describe('the total timeout of a call', () => {
  const failing = (fetch: () => Promise<Response>) =>
    createClient({ baseUrl: 'https://sendoff.test', token: 't', scopes: ['org:read'], fetch, maxRetries: 99 })

  test('limits attempts and the waits between them', async () => {
    let attempts = 0
    const error = await failing(async () => {
      attempts++
      return new Promise(() => undefined)
    })
      .organization.get({ timeout: 1, totalTimeout: 60 })
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ safeToRepeat: true, operation: 'organization.get' })
    expect(attempts).toBeGreaterThan(0)
    expect(attempts).toBeLessThan(60)
  })

  test('does not wait for a longer Retry-After, but returns the current answer', async () => {
    let attempts = 0
    const client = failing(async () => {
      attempts++
      return new Response('busy', { status: 503, headers: { 'retry-after': '30' } })
    })
    await expect(client.organization.get({ totalTimeout: 20_000 })).rejects.toMatchObject({ status: 503 })
    expect(attempts).toBe(1)
  })

  test('includes the token, for which other calls continue to wait', async () => {
    const minted = Promise.withResolvers<Response>()
    const client = createClient({
      baseUrl: 'https://sendoff.test',
      clientId: 'app_1',
      clientSecret: 's',
      scopes: ['org:read'],
      fetch: async (url) => (url.endsWith('/oauth2/token') ? minted.promise : Response.json({ org_id: 'org_1' })),
    })
    const patient = client.organization.get()
    await expect(client.organization.get({ totalTimeout: 20 })).rejects.toThrow(
      'organization.get: no answer within 20 ms',
    )
    minted.resolve(Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 }))
    expect(await patient).toEqual({ org_id: 'org_1' })
  })
})
