import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Answer, createSender, type SenderOptions } from '../../../packages/server/src/webhooks/request/send.ts'
import { freePort } from '../../support/process.ts'
import { answer, type Behaviour, type Receiver, receiver } from './receiver.ts'

const policy = { allowLoopback: true }

const senderOf = (options: Partial<SenderOptions> = {}) => createSender({ policy, totalTimeoutMs: 10_000, ...options })

const outgoing = (target: Receiver, protocol = 'http') => ({
  key: 'ep_1',
  url: `${protocol}://127.0.0.1:${target.port}/hook`,
  headers: { 'content-type': 'application/json' },
  body: '{"type":"ping"}',
})

/** Writes the same bytes again and again, every 20 ms. */
function drip(socket: Socket, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), 20)
  socket.on('close', () => clearInterval(timer))
}

/** Writes the same bytes as fast as they are read, with few in memory. */
function flood(socket: Socket, bytes: Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(bytes)) {}
  }
  socket.on('drain', more)
  more()
}

type Expected = { status: number | null; code: string | null; body: unknown }

/** Begins an answer, which `goOn` continues. */
const beginning =
  (head: string, goOn: (socket: Socket) => void): Behaviour =>
  (socket) => {
    socket.write(head)
    goOn(socket)
  }

const ok = 'HTTP/1.1 200 OK\r\n'
const chunked = 'transfer-encoding: chunked\r\n'
const xs = expect.stringMatching(/^x+$/)
const start = 'x'.repeat(4_096)
const block = Buffer.alloc(65_536, 'x')

const unanswered: [title: string, behaviour: Behaviour, code: string][] = [
  ['never answers', () => {}, 'timeout'],
  ['sends endless headers slowly', beginning(ok, (s) => drip(s, 'a: b\r\n')), 'timeout'],
  ['sends one header a byte at a time', beginning(`${ok}a:`, (s) => drip(s, 'b')), 'timeout'],
  ['sends a 102 and nothing more', (s) => s.write('HTTP/1.1 102 Processing\r\n\r\n'), 'timeout'],
  ['sends 102 for ever', (s) => drip(s, 'HTTP/1.1 102 Processing\r\n\r\n'), 'timeout'],
  ['sends a 100 and nothing more', (s) => s.write('HTTP/1.1 100 Continue\r\n\r\n'), 'timeout'],
  ['resets after the request', (s) => s.resetAndDestroy(), 'reset'],
  ['closes after the request', (s) => s.end(), 'reset'],
  ['closes in the middle of its headers', (s) => s.end(`${ok}a: b`), 'reset'],
  ['speaks SSH', (s) => s.write('SSH-2.0-OpenSSH_9.6\r\n'), 'invalid_http'],
  ['speaks HTTP/2', (s) => s.write(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])), 'invalid_http'],
  ['drips bytes that are not HTTP', (s) => drip(s, 'H'), 'invalid_http'],
  ['has a bad status', (s) => s.write('HTTP/1.1 2x0 OK\r\n\r\n'), 'invalid_http'],
  ['has a bad header', (s) => s.write(`${ok}a b: c\r\n\r\n`), 'invalid_http'],
  ['has a NUL in a header', (s) => s.write(`${ok}a: b\0c\r\n\r\n`), 'invalid_http'],
  ['has two lengths', (s) => s.write(`${ok}content-length: 1\r\ncontent-length: 2\r\n\r\nx`), 'invalid_http'],
  [
    'switches protocols',
    (s) => s.write('HTTP/1.1 101 OK\r\nconnection: upgrade\r\nupgrade: ws\r\n\r\n'),
    'invalid_http',
  ],
  ['sends 10 MB of one header', (s) => s.write(`${ok}a: ${'x'.repeat(10_000_000)}\r\n\r\n`), 'headers_too_large'],
  [
    'sends endless headers fast',
    beginning(ok, (s) => flood(s, Buffer.from('a: b\r\n'.repeat(999)))),
    'headers_too_large',
  ],
]

const brokenOff: [title: string, behaviour: Behaviour, expected: Expected][] = [
  [
    'drips a body of known length',
    beginning(`${ok}content-length: 9999\r\n\r\n`, (s) => drip(s, 'x')),
    { status: 200, code: 'timeout', body: xs },
  ],
  [
    'drips a chunked body',
    beginning(`${ok}${chunked}\r\n`, (s) => drip(s, '1\r\nx\r\n')),
    { status: 200, code: 'timeout', body: xs },
  ],
  [
    'stops in the middle of a body',
    (s) => s.write('HTTP/1.1 503 Busy\r\ncontent-length: 10\r\n\r\nsorry'),
    { status: 503, code: 'timeout', body: 'sorry' },
  ],
  [
    'closes in the middle of a body',
    (s) => s.end(`${ok}content-length: 10\r\n\r\nhalf`),
    { status: 200, code: 'reset', body: 'half' },
  ],
  [
    'closes in the middle of its last body',
    (s) => s.end(`${ok}connection: close\r\ncontent-length: 10\r\n\r\nhalf`),
    { status: 200, code: 'reset', body: 'half' },
  ],
  [
    'closes in the middle of a chunked body',
    (s) => s.end(`${ok}connection: close\r\n${chunked}\r\n9\r\nhalf`),
    { status: 200, code: 'reset', body: 'half' },
  ],
  [
    'resets in the middle of a body',
    (s) => s.write(`${ok}content-length: 10\r\n\r\nhalf`, () => s.resetAndDestroy()),
    { status: 200, code: 'reset', body: expect.stringMatching(/^(half)?$/) },
  ],
  ['has a bad chunk', (s) => s.write(`${ok}${chunked}\r\nzz\r\n`), { status: 200, code: 'invalid_http', body: '' }],
]

const tooLong: [title: string, behaviour: Behaviour, expected: Expected][] = [
  [
    'sends a body without end',
    beginning(`${ok}\r\n`, (s) => flood(s, block)),
    { status: 200, code: null, body: start },
  ],
  [
    'sends a body of 1 GB',
    beginning('HTTP/1.1 202 OK\r\ncontent-length: 1000000000\r\n\r\n', (s) => flood(s, block)),
    { status: 202, code: null, body: start },
  ],
  [
    'sends endless chunks',
    beginning(`HTTP/1.1 500 Oops\r\n${chunked}\r\n`, (s) => flood(s, Buffer.from('1\r\nx\r\n'.repeat(999)))),
    { status: 500, code: null, body: start },
  ],
  [
    'sends an endless body slowly after its first 16 KiB',
    beginning(`${ok}\r\n${'x'.repeat(16_384)}`, (s) => drip(s, 'x')),
    { status: 200, code: null, body: start },
  ],
]

const faults: [title: string, behaviour: Behaviour, expected: Expected & { truncated: boolean }][] = [
  ...unanswered.map(([title, behaviour, code]): (typeof faults)[number] => {
    return [title, behaviour, { status: null, code, body: null, truncated: false }]
  }),
  ...[...brokenOff, ...tooLong].map(([title, behaviour, expected]): (typeof faults)[number] => {
    return [title, behaviour, { ...expected, truncated: true }]
  }),
]

const fine = { status: 200, code: null, body: 'fine', truncated: false }

/** Sends to a faulty receiver, and once more to the same one, which answers well by then. */
async function faultAndNext(behaviour: Behaviour, totalTimeoutMs: number, whenFinished: (close: () => void) => void) {
  const target = await receiver((socket, request, nth) => {
    if (nth === 0) behaviour(socket, request, nth)
    else socket.write(answer('200 OK', 'fine'))
  }, whenFinished)
  const sender = senderOf({ totalTimeoutMs })
  const send = async () => {
    const { status, error, body, truncated } = await sender.send(outgoing(target))
    // It reveals neither addresses nor the libraries in use.
    expect(error?.message ?? '').not.toMatch(/127\.0\.0\.1|undici|UND_ERR|HPE_/)
    return { status, code: error?.code ?? null, body, truncated }
  }
  const outcome = await send()
  await target.emptied()
  const next = await send()
  await sender.close()
  return { outcome, next }
}

describe('a receiver that', () => {
  const timeouts = faults.filter(([, , { code }]) => code === 'timeout')
  const others = faults.filter(([, , { code }]) => code !== 'timeout')

  test.concurrent.for(timeouts)(
    '%s is cut at the total limit, and the next request to it succeeds',
    async ([, behaviour, expected], { expect, onTestFinished }) => {
      const { outcome, next } = await faultAndNext(behaviour, 1_000, onTestFinished)
      expect(outcome).toEqual(expected)
      expect(next).toEqual(fine)
    },
  )

  test.for(others)('%s is cut short, and its next request is fine', async ([, behaviour, expected]) => {
    const { outcome, next } = await faultAndNext(behaviour, 10_000, onTestFinished)
    expect(outcome).toEqual(expected)
    expect(next).toEqual(fine)
  })

  test('answers twice: its second answer is not read as that of the next request', async () => {
    const target = await receiver((socket, _, nth) => {
      socket.write(answer('200 OK', `answer ${nth}`) + (nth === 0 ? answer('200 OK', 'smuggled') : ''))
    })
    const sender = senderOf()
    const bodies = [await sender.send(outgoing(target)), await sender.send(outgoing(target))].map(({ body }) => body)
    expect(bodies).toEqual(['answer 0', 'answer 1'])
    await sender.close()
  })

  test('sends a gzip bomb: it was not asked for, and is not decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000))
    const target = await receiver((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`)
      socket.write(bomb)
    })
    const sender = senderOf()
    const { status, error, body, truncated } = await sender.send(outgoing(target))
    expect({ status, error, truncated }).toEqual({ status: 200, error: null, truncated: true })
    expect(body?.length).toBeLessThanOrEqual(4_096)
    expect(target.requests[0]).toMatch(/\r\naccept-encoding: identity\r\n/)
    await sender.close()
  })

  test('keeps its headers within 16 KiB is read', async () => {
    const target = await receiver((socket) => socket.write(answer('200 OK', '', `a: ${'x'.repeat(15_000)}\r\n`)))
    const sender = senderOf()
    expect(await sender.send(outgoing(target))).toMatchObject({ status: 200, error: null })
    await sender.close()
  })

  test('does not listen is a failure to connect', async () => {
    const sender = senderOf()
    const url = `http://127.0.0.1:${await freePort()}/`
    const { error, timings } = await sender.send({ key: 'ep_1', url, headers: {}, body: '{}' })
    expect(error).toEqual({
      code: 'connect',
      message: 'The connection to the receiver could not be opened: ECONNREFUSED.',
    })
    expect(timings.firstByteMs).toBeNull()
    await sender.close()
  })

  test('never handshakes TLS is cut by the total limit, or by that of connecting', async () => {
    const target = await receiver(() => {})
    const patient = senderOf({ totalTimeoutMs: 200 })
    // The limit for connecting would make it a failure of TLS.
    expect(await patient.send(outgoing(target, 'https'))).toMatchObject({ status: null, error: { code: 'timeout' } })
    await target.emptied()
    const hurried = senderOf({ connectTimeoutMs: 300 })
    const { error, timings } = await hurried.send(outgoing(target, 'https'))
    expect(error).toEqual({ code: 'tls', message: 'The TLS handshake with the receiver failed: ETIMEDOUT.' })
    expect(timings.tlsMs).toBeNull()
    await target.emptied()
    await Promise.all([patient.close(), hurried.close()])
  })

  test('closes or speaks plain HTTP in place of TLS is a failure of TLS', async () => {
    const target = await receiver()
    const sender = senderOf()
    target.sockets.add = (socket) => {
      socket.end(target.connections === 1 ? '' : 'HTTP/1.1 400 Bad Request\r\n\r\n')
      return target.sockets
    }
    const [closed, plain] = [await sender.send(outgoing(target, 'https')), await sender.send(outgoing(target, 'https'))]
    expect(closed.error).toEqual({ code: 'tls', message: expect.stringMatching(/: ECONNRESET\.$/) })
    expect(plain.error).toEqual({ code: 'tls', message: expect.stringMatching(/: ERR_SSL_[A-Z_]+\.$/) })
    await sender.close()
  })
})

describe('a hundred hostile receivers at once', () => {
  const hostile: [title: string, behaviour: Behaviour, outcome: string][] = [
    ['endless bodies', beginning(`${ok}\r\n`, (s) => flood(s, block)), '200 null'],
    ['endless headers', beginning(`${ok}a: `, (s) => flood(s, block)), 'null headers_too_large'],
    ['drip-fed headers', beginning(`${ok}a: `, (s) => drip(s, 'x')), 'null timeout'],
    ['drip-fed bodies', beginning(`${ok}\r\n`, (s) => drip(s, 'x')), '200 timeout'],
  ]

  test.each(hostile)('with %s cost at most 30 MB of memory', async (_, behaviour, expected) => {
    const target = await receiver(behaviour)
    const sender = senderOf(expected.endsWith('timeout') ? { totalTimeoutMs: 3000 } : {})
    const round = () =>
      Promise.all(Array.from({ length: 100 }, (_, i) => sender.send({ ...outgoing(target), key: `ep_${i}` })))
    const outcome = ({ status, error }: Answer) => `${status} ${error?.code ?? null}`
    await round()
    const before = process.memoryUsage().rss
    const outcomes = new Set((await round()).map(outcome))
    expect(outcomes).toEqual(new Set([expected]))
    expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1_024 * 1_024)
    await target.emptied()
    await sender.close()
  })
})
