import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { createHandler, verify, WebhookVerificationError } from '@sendoff/sdk/webhooks'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import { sign } from '@sendoff/sdk/webhooks/testing'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { cost, MiB, memoryInUse } from '../hostile.ts'
import { answer, delivery, ping, secret, serve, silent } from './support.ts'

const now = () => Math.floor(Date.now() / 1000)
const other = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

function receiver({ maxBytes = MiB } = {}) {
  const handled = vi.fn()
  const handler = createHandler({ secrets: [secret, other], on: { ping: handled }, onError: silent, maxBytes })
  return { handled, handler, listen: () => serve(toNodeHandler(handler)) }
}

/** Posts chunk by chunk until there is an answer. @returns its status, its text, and the number of bytes sent */
async function post(base: string, headers: Record<string, string>, chunks: Iterable<Buffer>) {
  const socket = request(base, { method: 'POST', headers, agent: false })
  let sent = 0
  let isAnswered = false
  const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
    socket.on('error', (error) => isAnswered || reject(error))
    socket.on('response', (response) => {
      isAnswered = true
      let text = ''
      response.setEncoding('utf8').on('data', (piece) => (text += piece))
      response.on('error', silent)
      response.on('close', () => resolve({ status: response.statusCode ?? 0, text }))
    })
  })
  for (const chunk of chunks) {
    if (isAnswered || socket.destroyed) break
    sent += chunk.length
    if (!socket.write(chunk)) await new Promise((next) => setImmediate(next))
  }
  socket.end()
  const { status, text } = await answered
  socket.destroy()
  return { status, code: text && JSON.parse(text).code, text, sent }
}

function* repeated(chunk: Buffer, times: number) {
  for (let time = 0; time < times; time++) yield chunk
}

/** The headers of a stranger: everything but the right signature. */
const forged = (more: Record<string, string> = {}) => ({
  'content-type': 'application/json',
  'webhook-id': 'evt_1',
  'webhook-timestamp': String(now()),
  'webhook-signature': `v1,${'A'.repeat(43)}=`,
  ...more,
})

const nested = (times: number) => '['.repeat(times) + ']'.repeat(times)

describe('a body of a stranger', () => {
  const bodies: Record<string, [Iterable<Buffer>, number, string, Record<string, string>?]> = {
    'without end': [repeated(Buffer.alloc(65_536, 'x'), 4096), 413, 'body_too_large'],
    'as long as it may be': [[Buffer.alloc(MiB, 'x')], 400, 'signature_mismatch'],
    'of 64 MiB in 64 kB of gzip': [
      [gzipSync(Buffer.alloc(64 * MiB, ' '))],
      400,
      'signature_mismatch',
      { 'content-encoding': 'gzip' },
    ],
    'of lists in lists': [[Buffer.from(nested(32_000))], 400, 'signature_mismatch'],
    'of objects in objects, cut off': [[Buffer.from('{"a":'.repeat(12_000))], 400, 'signature_mismatch'],
    'of many keys': [
      [Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, 1]))))],
      400,
      'signature_mismatch',
    ],
    'of bytes that are no text': [[Buffer.alloc(60_000, 0xff)], 400, 'signature_mismatch'],
    empty: [[], 400, 'signature_mismatch'],
  }

  test.each(Object.entries(bodies))(
    '%s is refused after a few bytes, and others are served',
    async (_, [chunks, status, code, more]) => {
      const { handled, listen } = receiver()
      const base = await listen()
      const refused = await post(base, forged(more), chunks)
      expect(refused).toMatchObject({ status, code })
      expect(refused.text.length).toBeLessThan(1000)
      // Beyond the limit, only bytes in transit.
      expect(refused.sent).toBeLessThan(16 * MiB)
      const good = await delivery(ping())
      const sent = await post(base, Object.fromEntries(good.headers), [Buffer.from(await good.arrayBuffer())])
      expect([sent.status, handled.mock.calls.length]).toEqual([200, 1])
    },
  )

  test('without end, byte by byte, is refused as soon as it is too large', async () => {
    const base = await receiver({ maxBytes: 10_000 }).listen()
    const refused = await post(base, forged(), repeated(Buffer.from('x'), 12_000))
    expect(refused).toMatchObject({ status: 413, code: 'body_too_large' })
  })

  test('costs at most two hashes for each secret, and none if the headers can’t be right', async () => {
    const { handler } = receiver()
    const hashes = vi.spyOn(crypto.subtle, 'sign')
    onTestFinished(() => hashes.mockRestore())
    const post = (headers: Record<string, string>) =>
      handler(new Request('http://consumer.test/', { method: 'POST', headers, body: ' {"type": "ping"}' }))
    expect((await post(forged())).status).toBe(400)
    expect(hashes.mock.calls.length).toBeLessThanOrEqual(4)
    hashes.mockClear()
    for (const signature of ['v1,', 'v1,AAAA', `v1a,${'A'.repeat(86)}==`, 'v2,x', 'x'.repeat(8000), ' '.repeat(8000)])
      expect((await post(forged({ 'webhook-signature': `${signature}x` }))).status).toBe(400)
    expect(hashes).not.toHaveBeenCalled()
  })

  test('does not grow memory', async () => {
    const { listen } = receiver()
    const base = await listen()
    const round = async () => {
      for (const chunks of [
        repeated(Buffer.alloc(65_536, 'x'), 4096),
        repeated(Buffer.from('x'), 5000),
        [Buffer.from(nested(32_000))],
      ])
        await post(base, forged(), chunks)
    }
    await round()
    const before = await memoryInUse()
    for (let times = 0; times < 3; times++) await round()
    expect((await memoryInUse()) - before).toBeLessThan(8 * MiB)
  })
})

describe('a signed body', () => {
  const odd: Record<string, string> = {
    'lists in lists': nested(500_000),
    'an event in half a million lists': `{"type":"ping","id":"evt_1","org_id":"org_1","sequence":1,"data":${nested(400_000)}}`,
    'CloudEvents in CloudEvents': `${'{"specversion":"1.0","data":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
    'a type that is no text': '{"type":{"toString":1}}',
    null: 'null',
    'a number': '7',
    nothing: '',
    'half of JSON': '{"type":"ping"',
  }
  test.each(Object.entries(odd))('with %s is answered nevertheless', async (_, body) => {
    const { handler } = receiver()
    const headers = await sign(body, { id: 'evt_1', timestamp: now(), secret })
    const { status } = await answer(
      handler.receive(headers, async () => body).then((one) => new Response(one.body, one)),
    )
    expect([200, 400]).toContain(status)
  })
})

describe('headers', () => {
  const body = JSON.stringify(ping())
  const judged = async (headers: Record<string, string | string[]> | Headers) =>
    verify(body, headers, { secrets: [secret, other] }).then(
      () => 'verified',
      (error: unknown) => {
        expect(error).toBeInstanceOf(WebhookVerificationError)
        expect((error as Error).message.length).toBeLessThan(1000)
        return (error as WebhookVerificationError).code
      },
    )
  const signed = () => sign(body, { id: 'evt_1', timestamp: now(), secret })

  test('with 100,000 signatures have twenty compared, and one hash for each secret', async () => {
    const headers = await signed()
    const hashes = vi.spyOn(crypto.subtle, 'sign')
    onTestFinished(() => hashes.mockRestore())
    const good = headers['webhook-signature']
    const bad = `v1,${'A'.repeat(43)}=`
    const first = { ...headers, 'webhook-signature': [good, ...Array(100_000).fill(bad)].join(' ') }
    const last = { ...headers, 'webhook-signature': [...Array(100_000).fill(bad), good].join(' ') }
    expect([await judged(first), await judged(last)]).toEqual(['verified', 'signature_mismatch'])
    expect(hashes.mock.calls.length).toBeLessThanOrEqual(4)
  })

  test.each([
    '',
    ' ',
    '1e3',
    '0x10',
    '-1',
    '+1',
    '1.5',
    ' 1',
    '1 ',
    '１２３',
    '٣',
    'NaN',
    'Infinity',
    '9'.repeat(400),
    '2026-11-28T09:00:00Z',
    '1,2',
  ])('with the timestamp %j are refused', async (timestamp) => {
    const headers = { ...(await signed()), 'webhook-timestamp': timestamp }
    expect(['timestamp_invalid', 'header_missing']).toContain(await judged(headers))
  })

  test('with an id of a megabyte are refused before any hash', async () => {
    const headers = { ...(await signed()), 'webhook-id': 'x'.repeat(MiB) }
    expect(await judged(headers)).toBe('header_too_long')
  })

  test('that are thousands, among 100,000 others, take linear time', async () => {
    const many = async (count: number) => {
      const others = Array.from({ length: count }, (_, at) => [`x-${at}`, 'y'])
      const headers = {
        ...Object.fromEntries(others),
        ...(await signed()),
        'webhook-signature': Array(count).fill('v1,x'),
      }
      return () => judged(headers)
    }
    const [short, long] = [await cost(await many(12_500), 5), await cost(await many(100_000), 5)]
    expect(await (await many(1000))()).toBe('header_repeated')
    // Eight times as much; quadratic time would be 64 times.
    expect(long).toBeLessThan(40 * Math.max(short, 2))
  })
})
