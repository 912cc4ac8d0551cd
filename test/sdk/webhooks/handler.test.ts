import {
  createHandler,
  createKeySet,
  PermanentError,
  verify,
  type WebhookVerificationError,
  watchGaps,
} from '@sendoff/sdk/webhooks'
import { sign } from '@sendoff/sdk/webhooks/testing'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { soon } from '../../support/soon.ts'
import { answer, delivery, ping, secret, silent } from './support.ts'

describe('a delivery', () => {
  test('in structured CloudEvents is handled as the event in it', async () => {
    const work = vi.fn()
    const handler = createHandler({ secrets: secret, organizations: ['org_test'], on: { ping: work } })
    const event = ping()
    const { id, type, timestamp, org_id } = event
    const attributes = { specversion: '1.0', id, type, time: timestamp, orgid: org_id, sequence: '0000000000000007' }
    const given = await delivery({ ...attributes, datacontenttype: 'application/json', data: event })
    expect(await answer(handler(given))).toMatchObject({ status: 200, body: { outcome: 'handled' } })
    expect(work).toHaveBeenCalledWith(event, expect.anything())
  })

  test('is passed to the handler of its type, and answered when that is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const handler = createHandler({ secrets: secret, on: { ping: () => promise } })
    let answered = false
    const response = handler(await delivery(ping())).then((one) => {
      answered = true
      return one
    })
    await new Promise((next) => setImmediate(next))
    expect(answered).toBe(false)
    resolve()
    expect(await answer(response)).toMatchObject({ status: 200, body: { outcome: 'handled' } })
  })

  test('of a type without a handler is received, and passed to otherwise if there is one', async () => {
    const ignoring = createHandler({ secrets: secret, on: {} })
    expect(await answer(ignoring(await delivery(ping())))).toMatchObject({ status: 200, body: { outcome: 'ignored' } })
    const otherwise = vi.fn()
    const handler = createHandler({ secrets: secret, on: {}, otherwise })
    for (const type of ['organization.merged', 'toString', '__proto__']) {
      const { status } = await handler(await delivery({ ...ping(), type }))
      expect(status).toBe(200)
    }
    expect(otherwise.mock.calls.map(([{ type }]) => type)).toEqual(['organization.merged', 'toString', '__proto__'])
  })

  test('whose handler throws is answered with 500 without the reason, and handled when it is repeated', async () => {
    const onError = vi.fn()
    const done = vi.fn()
    const failing = vi.fn(() => done()).mockRejectedValueOnce(new Error('the database password is hunter2'))
    const handler = createHandler({ secrets: secret, on: { ping: failing }, onError })
    const event = ping()
    const first = await answer(handler(await delivery(event)))
    expect(first).toMatchObject({ status: 500, body: { code: 'handler_failed' } })
    expect(JSON.stringify(first.body)).not.toContain('hunter2')
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('hunter2') }),
      event,
    )
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'handled' } })
    expect(done).toHaveBeenCalledOnce()
  })

  test('is given up with PermanentError: received, reported, and not handled again', async () => {
    const onError = vi.fn()
    const giveUp = vi.fn().mockRejectedValue(new PermanentError('no such account here'))
    const handler = createHandler({ secrets: secret, on: { ping: giveUp }, onError })
    const event = ping()
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'abandoned' } })
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
    expect(giveUp).toHaveBeenCalledOnce()
    expect(onError).toHaveBeenCalledOnce()
  })

  test('that is repeated while it is handled gets 409, and afterwards the answer that it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const work = vi.fn(() => promise)
    const handler = createHandler({ secrets: secret, on: { ping: work } })
    const event = ping()
    const first = handler(await delivery(event))
    const second = await answer(handler(await delivery(event)))
    expect(second).toMatchObject({ status: 409, body: { outcome: 'in_flight' } })
    expect(second.headers.get('retry-after')).toBe('1')
    resolve()
    expect((await first).status).toBe(200)
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
    expect(work).toHaveBeenCalledOnce()
  })

  test('whose handler takes too long is answered in time, its signal aborted, and not handled twice if it succeeds in the end', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    let aborted: AbortSignal | undefined
    const work = vi.fn((_: unknown, { signal }: { signal: AbortSignal }) => {
      aborted = signal
      return promise
    })
    const handler = createHandler({ secrets: secret, on: { ping: work }, timeout: 20, onError: silent })
    const event = ping()
    expect(await answer(handler(await delivery(event)))).toMatchObject({
      status: 500,
      body: { code: 'handler_timeout' },
    })
    expect(aborted?.aborted).toBe(true)
    expect((await handler(await delivery(event))).status).toBe(409)
    resolve()
    await promise
    await new Promise((next) => setImmediate(next))
    expect(await answer(handler(await delivery(event)))).toMatchObject({ status: 200, body: { outcome: 'duplicate' } })
    expect(work).toHaveBeenCalledOnce()
  })

  test('that fails after its time limit is reported too', async () => {
    const { promise, reject } = Promise.withResolvers<void>()
    const onError = vi.fn()
    const handler = createHandler({ secrets: secret, on: { ping: () => promise }, timeout: 1, onError })
    await handler(await delivery(ping()))
    reject(new Error('too late'))
    await soon(() => expect(onError).toHaveBeenCalledTimes(2))
  })

  test('has events typed by their type', () => {
    createHandler({
      secrets: secret,
      on: {
        'member.departed': ({ data }) => expectTypeOf(data.account_id).toEqualTypeOf<string>(),
        // @ts-expect-error: an unknown type
        'member.deported': () => undefined,
      },
    })
    // @ts-expect-error: the platform signs for everybody, so the expected organisations must be named
    createHandler({ jwks: createKeySet('https://sendoff.test/jwks'), on: {} })
    // @ts-expect-error: nothing to verify with
    createHandler({ on: {} })
  })
})

describe('a callback that throws or rejects', () => {
  const failures: Record<string, () => unknown> = {
    throws: () => {
      throw new Error('the log is full')
    },
    rejects: () => Promise.reject(new Error('the log is full')),
  }

  test.each(Object.entries(failures))(
    'onError that %s affects neither the answer nor the process',
    async (_, onError) => {
      const unhandled = vi.fn()
      process.on('unhandledRejection', unhandled)
      const log = vi.spyOn(console, 'error').mockImplementation(silent)
      const late = Promise.withResolvers<void>()
      const gaps = watchGaps({
        onGap: failures.throws as () => never,
        cursors: {
          get: () => {
            throw new Error('no cursors')
          },
          set: silent,
        },
        patience: 0,
      })
      const handler = createHandler({
        secrets: secret,
        on: { ping: () => late.promise, 'member.departed': silent },
        timeout: 1,
        gaps,
        onError: onError as () => void,
      })
      expect((await handler(await delivery(ping(), { timestamp: 1 }))).status).toBe(400)
      expect((await handler(await delivery(ping()))).status).toBe(500)
      expect((await handler(await delivery({ ...ping(), type: 'member.departed' }))).status).toBe(200)
      late.reject(new Error('too late'))
      await soon(() => expect(log.mock.calls.length).toBeGreaterThanOrEqual(4))
      await new Promise((next) => setImmediate(next))
      expect(unhandled).not.toHaveBeenCalled()
      process.off('unhandledRejection', unhandled)
      log.mockRestore()
    },
  )

  test.each(['secrets', 'organizations', 'answerChallenge', 'dedupe'])(
    '%s leads to a repeated delivery',
    async (name) => {
      const fail = failures.throws as () => never
      const options = { [name]: name === 'dedupe' ? { once: fail } : fail }
      const handler = createHandler({ secrets: secret, on: { ping: silent }, ...options, onError: silent })
      const event = { type: 'webhook_endpoint.challenge', endpoint_id: 'whe_1', challenge: 'c' }
      const given = await delivery(name === 'answerChallenge' ? event : ping())
      expect((await handler(given)).status).toBe(500)
    },
  )
})

describe('a delivery is refused', () => {
  const handler = createHandler({ secrets: secret, on: { ping: () => undefined }, onError: silent })

  test('by another secret, with the reason for the record of attempts', async () => {
    const refused = await answer(handler(await delivery(ping(), { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })))
    expect(refused).toMatchObject({ status: 400, body: { code: 'signature_mismatch' } })
    expect(refused.body.message).toContain('secret belongs to another endpoint')
  })

  test('an hour late, with the difference of the clocks', async () => {
    const timestamp = Math.floor(Date.now() / 1000) - 3600
    const errors: unknown[] = []
    const telling = createHandler({ secrets: secret, on: {}, onError: (error) => errors.push(error) })
    const refused = await answer(telling(await delivery(ping(), { timestamp })))
    expect(refused).toMatchObject({ status: 400, body: { code: 'timestamp_too_old' } })
    expect(refused.body.message).toMatch(/36\d\d s old.*either the clock here is ahead/)
    expect((errors[0] as WebhookVerificationError).skew).toBeGreaterThanOrEqual(3600)
  })

  test('with another method than POST', async () => {
    const response = await handler(new Request('http://consumer.test/'))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  test('without a signature, before its body is read', async () => {
    const pull = vi.fn()
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const request = new Request('http://consumer.test/', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await answer(handler(request))).toMatchObject({ status: 400, body: { code: 'header_missing' } })
    expect(pull).not.toHaveBeenCalled()
  })

  test('with an endless body, as soon as it is too large', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(1000))
      },
    })
    const headers = Object.fromEntries((await delivery(ping())).headers)
    const request = new Request('http://consumer.test/', {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit)
    const small = createHandler({ secrets: secret, on: {}, maxBytes: 10_000, onError: silent })
    expect(await answer(small(request))).toMatchObject({ status: 413, body: { code: 'body_too_large' } })
    expect(pulled).toBeLessThan(20)
  })

  test('when its body was read before, with the remedy', async () => {
    const request = await delivery(ping())
    await request.json()
    const refused = await answer(handler(request))
    expect(refused).toMatchObject({ status: 500, body: { code: 'body_already_parsed' } })
  })

  test('by a receiver that is not set up, which is reported to its operator', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(silent)
    const broken = createHandler({ secrets: () => ['whsec_'], on: {} })
    expect(await answer(broken(await delivery(ping())))).toMatchObject({
      status: 500,
      body: { code: 'secret_invalid' },
    })
    expect(log).toHaveBeenCalledOnce()
    const strangers = createHandler({ secrets: secret, on: {} })
    await strangers(new Request('http://consumer.test/', { method: 'POST' }))
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  test('when its organisation is not expected', async () => {
    const choosy = createHandler({ secrets: secret, organizations: ['org_2'], on: {}, onError: silent })
    expect(await answer(choosy(await delivery(ping())))).toMatchObject({ body: { code: 'organization_unexpected' } })
    expect((await choosy(await delivery(ping({ org_id: 'org_2' })))).status).toBe(200)
  })
})

describe('a raw body', () => {
  const text = JSON.stringify({ ...ping(), note: '陈静 👋' })
  const bytes = Buffer.from(text)
  const own = new Uint8Array(bytes).buffer
  const kinds: Record<string, Parameters<typeof verify>[0]> = {
    text,
    Uint8Array: new Uint8Array(bytes),
    Buffer: bytes,
    'a part of a buffer': new Uint8Array(Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')])).subarray(
      2,
      bytes.length + 2,
    ),
    DataView: new DataView(own),
    ArrayBuffer: own,
    SharedArrayBuffer: Object.assign(new SharedArrayBuffer(bytes.length)),
    Blob: new Blob([text]),
    File: new File([text], 'body'),
  }
  new Uint8Array(kinds.SharedArrayBuffer as SharedArrayBuffer).set(bytes)

  test.each(Object.entries(kinds))('may be %s', async (_, body) => {
    const timestamp = Math.floor(Date.now() / 1000)
    const headers = await sign(text, { id: 'evt_1', timestamp, secret })
    expect(await verify(body, headers, { secrets: secret })).toEqual(JSON.parse(text))
    expect(await sign(body, { id: 'evt_1', timestamp, secret })).toEqual(headers)
    const handler = createHandler({ secrets: secret, on: {}, onError: silent, maxBytes: bytes.length })
    expect((await handler.receive(headers, async () => body)).status).toBe(200)
    const small = createHandler({ secrets: secret, on: {}, onError: silent, maxBytes: bytes.length - 1 })
    expect((await small.receive(headers, async () => body)).status).toBe(413)
  })

  test.each([
    ['nothing', undefined],
    ['a parsed body', { type: 'ping' }],
    ['a parsed body', []],
    ['a parsed body', 7],
    ['a stream', new ReadableStream()],
  ])('is not %s, with an explanation', async (what, body) => {
    const headers = await sign(text, { id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), secret })
    await expect(verify(body as never, headers, { secrets: secret })).rejects.toMatchObject({
      code: 'body_already_parsed',
      message: expect.stringContaining(`${what} was given`),
    })
  })
})

describe('secrets', () => {
  test('are looked up for each delivery, so that a rotation needs no restart', async () => {
    const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    let current: string[] = [secret]
    const handler = createHandler({ secrets: async () => current, on: {}, onError: silent })
    expect((await handler(await delivery(ping(), { secret: other }))).status).toBe(400)
    current = [other, secret]
    expect((await handler(await delivery(ping(), { secret: other }))).status).toBe(200)
    expect((await handler(await delivery(ping()))).status).toBe(200)
  })
})

describe("a challenge for an endpoint's URL", () => {
  const challenge = { type: 'webhook_endpoint.challenge', endpoint_id: 'whe_1', challenge: 'c_123' }

  test('is answered if it is signed with the secret, and reaches no handler', async () => {
    const otherwise = vi.fn()
    const handler = createHandler({ secrets: secret, on: {}, otherwise, organizations: ['org_1'], onError: silent })
    expect(await answer(handler(await delivery(challenge)))).toMatchObject({
      status: 200,
      body: { challenge: 'c_123' },
    })
    const forged = await delivery(challenge, { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })
    expect(await answer(handler(forged))).toMatchObject({ status: 400, body: { code: 'signature_mismatch' } })
    expect(otherwise).not.toHaveBeenCalled()
  })
})
