import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSender } from '../../../packages/server/src/webhooks/request/send.ts'
import { answer, receiver } from './receiver.ts'

const policy = { allowLoopback: true }

/** The event after the bytes: nothing, an end of the stream in one direction, or a reset. */
type Then = 'end' | 'reset'

/** The result of the attempt, and whether the next one is made on the same connection. */
type Expected = { status: number | null; error: string | null; body: string | null; kept: boolean }

const got = (status: number, body: string): Expected => ({ status, error: null, body, kept: true })
const last = (status: number, body: string): Expected => ({ ...got(status, body), kept: false })
const failed = (error: string, status: number | null = null, body: string | null = null): Expected => {
  return { status, error, body, kept: false }
}

const ok = answer('200 OK', 'fine')
const head = 'HTTP/1.1 200 OK\r\n'
const fine = 'content-length: 4\r\n\r\nfine'

const rows: [title: string, bytes: string, expected: Expected, then?: Then][] = [
  // Informational answers, RFC 9110 section 15.2.
  ['an unasked 100', `HTTP/1.1 100 Continue\r\n\r\n${ok}`, got(200, 'fine')],
  ['three of them', `${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(3)}${ok}`, got(200, 'fine')],
  ['a 100 without a reason', `HTTP/1.1 100\r\n\r\n${ok}`, got(200, 'fine')],
  ['a 100 with headers', `HTTP/1.1 100 OK\r\nDate: now\r\nContent-Length: 9\r\n\r\n${ok}`, got(200, 'fine')],
  ['a 100 that would close', `HTTP/1.1 100 OK\r\nConnection: close\r\n\r\n${ok}`, got(200, 'fine')],
  ['a 100 and a failure', `HTTP/1.1 100 Continue\r\n\r\n${answer('503 Busy', 'later')}`, got(503, 'later')],
  ['early hints', `HTTP/1.1 103 Early Hints\r\nlink: </a>\r\nlink: </b>\r\n\r\n${ok}`, got(200, 'fine')],
  [
    'a 102, a 100 and a 103',
    `HTTP/1.1 102 P\r\n\r\nHTTP/1.1 100 C\r\n\r\nHTTP/1.1 103 E\r\n\r\n${ok}`,
    got(200, 'fine'),
  ],
  ['an unknown 199', `HTTP/1.1 199 Odd\r\n\r\n${ok}`, got(200, 'fine')],
  ['a 100 of HTTP/1.0', `HTTP/1.0 100 Continue\r\n\r\n${ok}`, got(200, 'fine')],
  [
    'a 101 without a request for it',
    `HTTP/1.1 101 Go\r\nupgrade: ws\r\nconnection: upgrade\r\n\r\n`,
    failed('invalid_http'),
  ],
  ['a 100 and nothing more', 'HTTP/1.1 100 Continue\r\n\r\n', failed('reset'), 'end'],
  ['half a 100', 'HTTP/1.1 100 Con', failed('reset'), 'end'],
  ['more than 16 KiB of 100s', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(700), failed('headers_too_large')],
  [
    'one 100 of more than 16 KiB',
    `HTTP/1.1 100 C\r\na: ${'x'.repeat(17_000)}\r\n\r\n${ok}`,
    failed('headers_too_large'),
  ],

  // Ends of connections.
  ['nothing, closed', '', failed('reset'), 'end'],
  ['nothing, reset', '', failed('reset'), 'reset'],
  ['half a status line', 'HTTP/1.1 20', failed('reset'), 'end'],
  ['half its headers', `${head}content-le`, failed('reset'), 'end'],
  ['half its body', `${head}content-length: 9\r\n\r\nhalf`, failed('reset', 200, 'half'), 'end'],
  ['half a chunk', `${head}transfer-encoding: chunked\r\n\r\n9\r\nhalf`, failed('reset', 200, 'half'), 'end'],
  ['no last chunk', `${head}transfer-encoding: chunked\r\n\r\n4\r\nfine\r\n`, failed('reset', 200, 'fine'), 'end'],
  ['no length, to the end', `${head}\r\nfine`, last(200, 'fine'), 'end'],
  ['no length, but close', `${head}connection: close\r\n\r\nfine`, last(200, 'fine'), 'end'],
  ['all, and closes unannounced', ok, last(200, 'fine'), 'end'],
  ['all, and resets', ok, last(200, 'fine'), 'reset'],
  ['Connection: close', `${head}Connection: close\r\n${fine}`, last(200, 'fine')],
  ['CONNECTION: Close', `${head}CONNECTION: Close\r\n${fine}`, last(200, 'fine')],
  ['close in a list', `${head}connection: foo, close\r\n${fine}`, last(200, 'fine')],
  ['close in a second header', `${head}connection: foo\r\nconnection: close\r\n${fine}`, last(200, 'fine')],
  ['a keep-alive of no time', `${head}keep-alive: timeout=0\r\n${fine}`, last(200, 'fine')],
  ['a keep-alive of a second', `${head}Keep-Alive: Timeout = 1, max=9\r\n${fine}`, last(200, 'fine')],
  ['a keep-alive of a minute', `${head}keep-alive: timeout=60\r\n${fine}`, got(200, 'fine')],
  ['a second answer', `${ok}${answer('500 Odd', 'odd')}`, last(200, 'fine')],
  ['garbage after its answer', `${ok}garbage`, last(200, 'fine')],
  ['empty lines after its answer', `${ok}\r\n\r\n`, got(200, 'fine')],
  ['empty lines before its answer', `\r\n\r\n${ok}`, got(200, 'fine')],

  // Bodies, RFC 9112 section 6.
  ['chunks', `${head}transfer-encoding: chunked\r\n\r\n2\r\nfi\r\n2\r\nne\r\n0\r\n\r\n`, got(200, 'fine')],
  ['Chunked', `${head}Transfer-Encoding: Chunked\r\n\r\n4\r\nfine\r\n0\r\n\r\n`, got(200, 'fine')],
  ['chunk extensions', `${head}transfer-encoding: chunked\r\n\r\n4;a=b;c="d"\r\nfine\r\n0;e\r\n\r\n`, got(200, 'fine')],
  ['trailers', `${head}transfer-encoding: chunked\r\n\r\n4\r\nfine\r\n0\r\na: b\r\nc: d\r\n\r\n`, got(200, 'fine')],
  ['long chunk sizes', `${head}transfer-encoding: chunked\r\n\r\n0000004\r\nfine\r\n000\r\n\r\n`, got(200, 'fine')],
  ['a chunk of no size', `${head}transfer-encoding: chunked\r\n\r\n\r\nfine\r\n`, failed('invalid_http', 200, '')],
  [
    'a chunk too long',
    `${head}transfer-encoding: chunked\r\n\r\n${'F'.repeat(17)}\r\n`,
    failed('invalid_http', 200, ''),
  ],
  [
    'a chunk longer than said',
    `${head}transfer-encoding: chunked\r\n\r\n3\r\nfine\r\n`,
    failed('invalid_http', 200, 'fin'),
  ],
  [
    'a length and chunks',
    `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n4\r\nfine\r\n0\r\n\r\n`,
    failed('invalid_http'),
  ],
  [
    'chunks and a length',
    `${head}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n4\r\nfine\r\n0\r\n\r\n`,
    failed('invalid_http'),
  ],
  ['one length twice', `${head}content-length: 4\r\n${fine}`, failed('invalid_http')],
  ['two lengths', `${head}content-length: 5\r\n${fine}`, failed('invalid_http')],
  ['a list of lengths', `${head}content-length: 4, 4\r\n\r\nfine`, failed('invalid_http')],
  ['a length below 0', `${head}content-length: -4\r\n\r\nfine`, failed('invalid_http')],
  ['a length with a sign', `${head}content-length: +4\r\n\r\nfine`, failed('invalid_http')],
  ['a hexadecimal length', `${head}content-length: 0x4\r\n\r\nfine`, failed('invalid_http')],
  ['a length beyond 2^64', `${head}content-length: 18446744073709551616\r\n\r\nfine`, failed('invalid_http')],
  ['a 204', 'HTTP/1.1 204 No Content\r\n\r\n', got(204, '')],
  ['a 204 with a length and a body', `HTTP/1.1 204 No Content\r\n${fine}`, last(204, '')],
  ['a 204 with a body without a length', 'HTTP/1.1 204 No Content\r\n\r\nfine', last(204, '')],
  ['a 204 with chunks', 'HTTP/1.1 204 No\r\ntransfer-encoding: chunked\r\n\r\n4\r\nfine\r\n0\r\n\r\n', last(204, '')],
  ['a 205', 'HTTP/1.1 205 Reset Content\r\ncontent-length: 0\r\n\r\n', got(205, '')],
  [
    'a 304 with the length of the body that it leaves out',
    'HTTP/1.1 304 Not Modified\r\ncontent-length: 999\r\n\r\n',
    last(304, ''),
  ],
  ['an Upgrade beside its 200', `${head}upgrade: h2c\r\nconnection: upgrade\r\n${fine}`, got(200, 'fine')],
  ['a 426', `HTTP/1.1 426 Upgrade\r\nupgrade: TLS/1.3\r\nconnection: upgrade\r\n${fine}`, got(426, 'fine')],
  ['a body marked as UTF-8 by its first bytes', `${head}content-length: 7\r\n\r\n\xef\xbb\xbffine`, got(200, 'fine')],

  // Versions and status lines.
  ['HTTP/1.0', `HTTP/1.0 200 OK\r\n${fine}`, last(200, 'fine')],
  ['HTTP/1.0 that is kept alive', `HTTP/1.0 200 OK\r\nconnection: keep-alive\r\n${fine}`, got(200, 'fine')],
  ['HTTP/1.0 to the end', 'HTTP/1.0 200 OK\r\n\r\nfine', last(200, 'fine'), 'end'],
  ['HTTP/0.9', '<html>fine</html>', failed('invalid_http'), 'end'],
  ['HTTP/3 in letters', `HTTP/3 200 OK\r\n${fine}`, failed('invalid_http')],
  ['HTTP/1.9', `HTTP/1.9 200 OK\r\n${fine}`, failed('invalid_http')],
  ['a version in lower case', `http/1.1 200 OK\r\n${fine}`, failed('invalid_http')],
  ['another protocol', '220 mail.example.com ESMTP\r\n', failed('invalid_http')],
  ['a mark of UTF-8 before its answer', `\xef\xbb\xbf${ok}`, failed('invalid_http')],
  ['no reason', `HTTP/1.1 200\r\n${fine}`, got(200, 'fine')],
  ['an empty reason', `HTTP/1.1 200 \r\n${fine}`, got(200, 'fine')],
  ['an odd reason', `HTTP/1.1 200 oK, \xc3\xa9t\xc3\xa9 "1"\r\n${fine}`, got(200, 'fine')],
  ['a wrong reason', `HTTP/1.1 500 OK\r\n${fine}`, got(500, 'fine')],
  ['an unknown status', `HTTP/1.1 299 Odd\r\n${fine}`, got(299, 'fine')],
  ['a status of 999', `HTTP/1.1 999 Odd\r\n${fine}`, got(999, 'fine')],
  ['a status of two digits', `HTTP/1.1 20 OK\r\n${fine}`, failed('invalid_http')],
  ['a status of four digits', `HTTP/1.1 2000 OK\r\n${fine}`, failed('invalid_http')],
  ['a status of 000', `HTTP/1.1 000 OK\r\n${fine}`, failed('invalid_http')],
  ['a status of 099', `HTTP/1.1 099 OK\r\n${fine}`, failed('invalid_http')],

  // Headers. Forms that could smuggle a second answer are refused, as by undici and Node.
  ['lines that end in LF alone', 'HTTP/1.1 200 OK\ncontent-length: 4\n\nfine', failed('invalid_http')],
  ['lines that end in CR alone', 'HTTP/1.1 200 OK\rcontent-length: 4\r\rfine', failed('invalid_http')],
  ['a folded header', `${head}a: b\r\n c\r\n${fine}`, failed('invalid_http')],
  ['a header without a value', `${head}a:\r\nb: \r\n${fine}`, got(200, 'fine')],
  ['a header without a colon', `${head}a\r\n${fine}`, failed('invalid_http')],
  ['a header without a name', `${head}: a\r\n${fine}`, failed('invalid_http')],
  ['a space before a colon', `${head}a : b\r\n${fine}`, failed('invalid_http')],
  ['spaces around a length', `${head}content-length:   4  \r\n\r\nfine`, last(200, 'fine')],
  [
    'spaces around a length, half its body',
    `${head}content-length:   4  \r\n\r\nfi`,
    failed('reset', 200, 'fi'),
    'end',
  ],
  ['UTF-8 in a header', `${head}a: \xc3\xa9t\xc3\xa9\r\n${fine}`, got(200, 'fine')],
  ['NUL in a header', `${head}a: b\0c\r\n${fine}`, failed('invalid_http')],
  ['NUL in a name', `${head}a\0b: c\r\n${fine}`, failed('invalid_http')],
  ['15 KiB of headers', `${head}a: ${'x'.repeat(15 * 1_024)}\r\n${fine}`, got(200, 'fine')],
  ['17 KiB of headers', `${head}a: ${'x'.repeat(17 * 1_024)}\r\n${fine}`, failed('headers_too_large')],
  ['a thousand headers', `${head}${'a: b\r\n'.repeat(1_000)}${fine}`, got(200, 'fine')],
]

/** Writes each byte by itself, as far as the network keeps them separate. */
async function drip(socket: Socket, bytes: string): Promise<void> {
  socket.setNoDelay(true)
  for (const byte of bytes) {
    if (socket.destroyed) return
    socket.write(byte, 'latin1')
    await nextTurn()
  }
}

async function goOn(socket: Socket, then: Then | undefined): Promise<void> {
  if (then === 'end') socket.end()
  else if (then === 'reset') {
    await new Promise((resolve) => socket.write('', resolve))
    socket.resetAndDestroy()
  }
}

/** Sends to a consumer with an odd answer, and once more to the same one, which answers well by then. */
async function attempts(then: Then | undefined, write: (socket: Socket) => Promise<void> | void) {
  const written = Promise.withResolvers<void>()
  const target = await receiver(async (socket, _, nth) => {
    if (nth > 0) return socket.write(answer('200 OK', 'next'))
    await write(socket)
    await goOn(socket, then)
    written.resolve()
  })
  const sender = createSender({ policy, totalTimeoutMs: 5_000 })
  const send = () =>
    sender.send({ key: 'ep_1', url: `http://127.0.0.1:${target.port}/`, headers: {}, body: '{"type":"ping"}' })
  const { status, error, body } = await send()
  const requests = target.requests.length
  // Bytes that come when the next answer is awaited are taken for it, as HTTP has it.
  await written.promise
  if (then !== undefined) await target.emptied()
  const next = await send()
  expect({ status: next.status, error: next.error, body: next.body }).toEqual({
    status: 200,
    error: null,
    body: 'next',
  })
  await sender.close()
  return { outcome: { status, error: error?.code ?? null, body, kept: target.connections === 1 }, requests }
}

// Each is one attempt. Where undici and curl agree, the bytes are read like they do; forms that could hide a second answer are refused, as
// RFC 9112 permits.
describe('a consumer that answers with', () => {
  test.each(rows)('%s', async (_, bytes, expected, then) => {
    const { outcome, requests } = await attempts(then, (socket) => void socket.write(bytes, 'latin1'))
    expect(outcome).toEqual(expected)
    expect(requests).toBe(1)
  })

  test.each(rows.filter(([, bytes]) => bytes.length < 300))('%s, byte by byte', async (_, bytes, expected, then) => {
    const { outcome } = await attempts(then, (socket) => drip(socket, bytes))
    expect(outcome).toEqual(expected)
  })
})

type Behaviour = Parameters<typeof receiver>[0]

/** Makes one attempt on a connection that was used before, and returns its result, connections and requests. */
async function afterAnother(behave: NonNullable<Behaviour>) {
  const target = await receiver((socket, request, nth) => {
    if (nth === 0) socket.write(answer('200 OK', 'first'))
    else behave(socket, request, nth)
  })
  const sender = createSender({ policy, totalTimeoutMs: 5_000 })
  const outgoing = { key: 'ep_1', url: `http://127.0.0.1:${target.port}/`, headers: {}, body: '{"type":"ping"}' }
  expect((await sender.send(outgoing)).body).toBe('first')
  const { status, error, body, timings } = await sender.send(outgoing)
  await sender.close()
  const { connections, requests } = target
  const connected = timings.connectMs !== null
  return { status, error: error?.code ?? null, body, connected, connections, requests: requests.length }
}

const again = { status: 200, error: null, body: 'again', connected: true, connections: 2, requests: 3 }
const writeAgain = (socket: Socket) => socket.write(answer('200 OK', 'again'))

describe('a kept connection', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['is closed', (socket) => socket.end()],
    ['is reset', (socket) => socket.resetAndDestroy()],
    ['is said to have been idle too long', (socket) => socket.end(answer('408 Late', '', 'connection: close\r\n'))],
  ])('that %s when it is written to is replaced at once, within the attempt', async (_, end) => {
    expect(await afterAnother((socket, _, nth) => (nth === 1 ? end(socket) : writeAgain(socket)))).toEqual(again)
  })

  test('is replaced once; if the new one is closed, too, that is a failure', async () => {
    const outcome = await afterAnother((socket) => socket.end())
    expect(outcome).toEqual({ ...again, status: null, error: 'reset', body: null })
  })

  test.each<[string, string, string | null, number | null]>([
    ['a byte of an answer', 'H', 'reset', null],
    ['a 100, so that the request has arrived', 'HTTP/1.1 100 Continue\r\n\r\n', 'reset', null],
    ['a 408 that keeps it open', answer('408 Slow'), null, 408],
  ])('that brings %s is not replaced', async (_, bytes, error, status) => {
    const outcome = await afterAnother((socket) => socket.end(bytes))
    expect(outcome).toMatchObject({ error, status, connected: false, connections: 1, requests: 2 })
  })

  test('that the receiver closes after each answer costs no attempt', async () => {
    const target = await receiver((socket) => socket.end(answer('204 No Content')))
    const sender = createSender({ policy })
    const outgoing = { key: 'ep_1', url: `http://127.0.0.1:${target.port}/`, headers: {}, body: '{}' }
    for (let nth = 0; nth < 200; nth++) expect(await sender.send(outgoing)).toMatchObject({ status: 204, error: null })
    await sender.close()
  })

  test('that is idle and gets unexpected bytes is not used again', async () => {
    const target = await receiver((socket) => {
      socket.write(answer('200 OK', 'fine'))
      setTimeout(() => socket.write(answer('408 Late')), 20)
    })
    const sender = createSender({ policy })
    const outgoing = { key: 'ep_1', url: `http://127.0.0.1:${target.port}/`, headers: {}, body: '{}' }
    expect((await sender.send(outgoing)).status).toBe(200)
    await target.emptied()
    expect((await sender.send(outgoing)).status).toBe(200)
    expect(target.connections).toBe(2)
    await sender.close()
  })
})

describe('a consumer that does not wait for the whole request', () => {
  const large = 'x'.repeat(300_000)

  test.each([
    ['401 Unauthorized', 'end'],
    ['413 Content Too Large', 'end'],
    ['413 Content Too Large', 'reset'],
    ['200 OK', 'end'],
  ] as const)('and says %s is heard, though it goes on with %s', async (status, then) => {
    const early = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        socket.pause()
        socket.write(answer(status, 'early', 'connection: close\r\n'), () => void goOn(socket, then))
      })
    })
    await new Promise<void>((resolve) => early.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void early.close())
    const { port } = early.address() as AddressInfo
    const sender = createSender({ policy, totalTimeoutMs: 5_000 })
    const outgoing = { key: 'ep_1', url: `http://127.0.0.1:${port}/`, headers: {}, body: large }
    const { error, ...heard } = await sender.send(outgoing)
    expect([heard.status, heard.body, error]).toEqual([Number.parseInt(status, 10), 'early', null])
    await sender.close()
  })
})
