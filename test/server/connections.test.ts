import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { openPlatform, type Platform } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'

let close: (() => Promise<void>) | undefined
afterEach(async () => {
  await close?.()
  close = undefined
})

async function open(changes: Parameters<typeof openPlatform>[1] = {}): Promise<Platform> {
  const opened = await openPlatform('sqlite', changes)
  close = opened.close
  return opened.platform
}

async function write(platform: { base: string }, bytes: string): Promise<Socket> {
  const socket = connect(Number(new URL(platform.base).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  return socket
}

test('an idle connection is kept longer than by the balancers of the large clouds, and the answer says for how long', async () => {
  const { headers } = await fetch(`${(await open()).base}/healthz`)
  expect(headers.get('keep-alive')).toBe('timeout=75')
})

test('an idle connection is kept for as long as the setting says', async () => {
  const { headers } = await fetch(`${(await open({ keepAlive: 620 })).base}/healthz`)
  expect(headers.get('keep-alive')).toBe('timeout=620')
})

test.each([
  ['the headers of which', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  [
    'the bytes of which',
    'POST /v1.0/verification-codes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  ],
])('a request %s come in drops is answered with 408 and holds no connection', async (_, head) => {
  const platform = await open({ requestTimeout: 1 })
  const socket = await write(platform, head)
  const drops = setInterval(() => socket.write('a'), 50)
  socket.on('error', () => {})
  const answer = await text(socket)
  clearInterval(drops)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('a caller that hangs up in the middle of a request leaves no stack on standard error', async () => {
  const server = await startProcess()
  for (const path of ['/oauth2/token', '/oauth2/par', '/oauth2/revoke', '/v1.0/verification-codes', '/sign-in/x']) {
    const type = path.startsWith('/v1.0') ? 'application/json' : 'application/x-www-form-urlencoded'
    const socket = await write(
      server,
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: 100\r\n\r\n{`,
    )
    // Answered after the half request was read, and again after its end was.
    await fetch(`${server.base}/healthz`)
    socket.destroy()
    await once(socket, 'close')
    await fetch(`${server.base}/healthz`)
  }
  expect(await server.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
})

test.each([
  ['without a media type', ''],
  ['with one', 'Content-Type: application/json\r\n'],
])('a request without a body that a balancer forwards with no chunks has no body, %s', async (_, type) => {
  const platform = await open()
  const socket = await write(
    platform,
    `POST /v1.0/sandbox/reset HTTP/1.1\r\nHost: 127.0.0.1\r\n${type}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n`,
  )
  socket.write('0\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /)
})

test('a body in chunks is read whole, also if its first chunk is late', async () => {
  const platform = await open()
  const socket = await write(
    platform,
    'POST /v1.0/sandbox/clock/advance HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n',
  )
  // The request has reached the server once it answers another one on the same machine.
  await fetch(`${platform.base}/healthz`)
  socket.write('5\r\n{"by"\r\n')
  await fetch(`${platform.base}/healthz`)
  socket.write('7\r\n:"PT1H"\r\n1\r\n}\r\n0\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /)
})
