import { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { describe, expect, test, vi } from 'vitest'
import { connectVetted } from '../../../packages/server/src/webhooks/request/connect.ts'
import { createSender, type Outgoing } from '../../../packages/server/src/webhooks/request/send.ts'
import { certificate } from '../../support/certificate.ts'
import { answer, type Receiver, receiver, tlsReceiver } from './receiver.ts'

const policy = { allowLoopback: true }

const outgoing = (target: Receiver, change: Partial<Outgoing> = {}): Outgoing => ({
  key: 'ep_1',
  url: `http://127.0.0.1:${target.port}/hook?tenant=1`,
  headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
  body: '{"type":"ping"}',
  ...change,
})

describe('a webhook', () => {
  test('is one POST of exactly the given bytes, to the path and query of the URL', async () => {
    const target = await receiver()
    const sender = createSender({ policy })
    const headers = { 'Webhook-Id': 'evt_1', 'Accept-Encoding': 'gzip' }
    const { status, error, body, truncated } = await sender.send(outgoing(target, { headers, body: '{"name":"Zoë"}' }))
    expect({ status, error, body, truncated }).toEqual({ status: 204, error: null, body: '', truncated: false })
    await sender.send(outgoing(target, { headers: {}, body: new Uint8Array([0xff, 0, 0xfe]) }))
    await sender.close()
    expect(target.requests).toEqual([
      `POST /hook?tenant=1 HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\nconnection: keep-alive\r\nwebhook-id: evt_1\r\naccept-encoding: identity\r\ncontent-length: 15\r\n\r\n{"name":"ZoÃ«"}`,
      `POST /hook?tenant=1 HTTP/1.1\r\nhost: 127.0.0.1:${target.port}\r\nconnection: keep-alive\r\naccept-encoding: identity\r\ncontent-length: 3\r\n\r\n\xff\0\xfe`,
    ])
  })

  test('returns the status, the headers that control delivery and the beginning of the body', async () => {
    const headers = 'retry-after: 120\r\nretry-after: 7\r\nWebhook-Delivery: disable\r\nset-cookie: a=b\r\n'
    const target = await receiver((socket) => socket.write(answer('429 Slow Down', 'later', headers)))
    const sender = createSender({ policy })
    expect(await sender.send(outgoing(target))).toEqual({
      status: 429,
      headers: { retryAfter: '120', webhookDelivery: 'disable' },
      body: 'later',
      truncated: false,
      error: null,
      timings: {
        dnsMs: null,
        connectMs: expect.any(Number),
        tlsMs: null,
        firstByteMs: expect.any(Number),
        totalMs: expect.any(Number),
      },
    })
    await sender.close()
  })

  test.each([
    ['of 4 KiB is kept whole', 'x'.repeat(4_096), 'x'.repeat(4_096), false],
    ['of more is cut at 4 KiB', 'x'.repeat(4_097), 'x'.repeat(4_096), true],
    ['is not cut in the middle of a character', `${'x'.repeat(4_095)}é`, 'x'.repeat(4_095), true],
    ['has no NUL, which PostgreSQL does not store', 'a\0b', 'a\uFFFDb', false],
    ['in another encoding has replacements', Buffer.from('caf\xe9', 'latin1'), 'caf\uFFFD', false],
  ])('has an answer whose body %s', async (_, sent, kept, truncated) => {
    const target = await receiver((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(sent)}\r\n\r\n`)
      socket.write(sent)
    })
    const sender = createSender({ policy })
    expect(await sender.send(outgoing(target))).toMatchObject({ status: 200, body: kept, truncated, error: null })
    await sender.close()
  })

  test.each([301, 302, 303, 307, 308])('that is answered by a %i follows no redirect', async (status) => {
    const elsewhere = await receiver()
    const location = `http://127.0.0.1:${elsewhere.port}/latest/meta-data/`
    const target = await receiver((socket) =>
      socket.write(answer(`${status} Elsewhere`, '', `location: ${location}\r\n`)),
    )
    const sender = createSender({ policy })
    expect(await sender.send(outgoing(target))).toMatchObject({ status, headers: { location }, error: null })
    await sender.close()
    expect([target.requests.length, elsewhere.connections]).toEqual([1, 0])
  })

  test('that is answered after early hints has the status of the answer', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'
    const target = await receiver((socket) => socket.write(hints + answer('200 OK', 'ok')))
    const sender = createSender({ policy })
    expect(await sender.send(outgoing(target))).toMatchObject({ status: 200, body: 'ok', error: null })
    await sender.close()
  })

  test('with a header that would break the request is not sent', async () => {
    const target = await receiver()
    const sender = createSender({ policy })
    const headers = { 'x-tenant': '1\r\nhost: metadata.google.internal' }
    const { error } = await sender.send(outgoing(target, { headers }))
    expect(error).toEqual({ code: 'other', message: 'The request could not be made.' })
    expect(target.requests).toHaveLength(0)
    await sender.close()
  })
})

describe('a connection', () => {
  test('is used again for the same endpoint, without connecting', async () => {
    const target = await receiver()
    const sender = createSender({ policy })
    for (let i = 0; i < 5; i++) expect((await sender.send(outgoing(target))).status).toBe(204)
    const { timings } = await sender.send(outgoing(target))
    expect(timings).toMatchObject({ dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: expect.any(Number) })
    expect([target.connections, target.requests.length]).toEqual([1, 6])
    await sender.close()
  })

  test('is not shared between two endpoints of one origin, nor two origins of one endpoint', async () => {
    const target = await receiver()
    const sender = createSender({ policy })
    await sender.send(outgoing(target))
    await sender.send(outgoing(target, { key: 'ep_2' }))
    await sender.send(outgoing(target, { url: `http://localhost:${target.port}/` }))
    expect(target.connections).toBe(3)
    await sender.close()
  })

  test('that hangs delays neither another endpoint on its origin nor its own endpoint', async () => {
    const hung: Socket[] = []
    const target = await receiver((socket, request) => {
      if (request.includes('hang')) hung.push(socket)
      else socket.write(answer('204 No Content'))
    })
    const sender = createSender({ policy })
    const hanging = Array.from({ length: 50 }, () => sender.send(outgoing(target, { key: 'ep_hung', body: 'hang' })))
    const others = Array.from({ length: 50 }, (_, i) => sender.send(outgoing(target, { key: `ep_${i}` })))
    const same = sender.send(outgoing(target, { key: 'ep_hung' }))
    for (const { status } of await Promise.all([...others, same])) expect(status).toBe(204)
    // All of that happened while none of these was answered.
    for (const socket of hung) socket.write(answer('200 OK'))
    for (const { status } of await Promise.all(hanging)) expect(status).toBe(200)
    expect(hung).toHaveLength(50)
    await sender.close()
  })

  test('that has been idle longest is closed when there are too many', async () => {
    const target = await receiver()
    const sender = createSender({ policy, maxIdleConnections: 2 })
    for (const key of ['ep_1', 'ep_2', 'ep_3']) await sender.send(outgoing(target, { key }))
    await expect.poll(() => target.sockets.size).toBe(2)
    for (const key of ['ep_2', 'ep_3']) await sender.send(outgoing(target, { key }))
    expect(target.connections).toBe(3)
    await sender.send(outgoing(target, { key: 'ep_1' }))
    expect(target.connections).toBe(4)
    await sender.close()
    await target.emptied()
  })

  test('that the receiver closes while it is idle is replaced', async () => {
    const target = await receiver()
    const sender = createSender({ policy })
    for (let i = 0; i < 20; i++) {
      expect(await sender.send(outgoing(target))).toMatchObject({ status: 204, error: null })
      for (const socket of target.sockets) socket.destroy()
      await target.emptied()
    }
    expect(target.connections).toBe(20)
    await sender.close()
  })

  test('to another address than the checked one is closed before a byte is sent', async () => {
    const target = await receiver()
    const strayed: Socket[] = []
    const dial = () => {
      const socket = new Socket().connect(target.port, '127.0.0.1')
      strayed.push(socket)
      return socket
    }
    const timings = { dnsMs: null, connectMs: null, tlsMs: null }
    const watch = { signal: AbortSignal.timeout(5_000), timings }
    const options = {
      policy: { allowLoopback: false },
      connectTimeoutMs: 1_000,
      lookup: async () => ['93.184.215.14'],
      dial,
    }
    const connecting = connectVetted({ protocol: 'https:', hostname: 'hooks.example.com', port: 443 }, options, watch)
    await expect(connecting).rejects.toMatchObject({ name: 'DestinationRefused', reason: 'address_not_public' })
    await target.emptied()
    expect(strayed.map(({ destroyed, bytesWritten }) => ({ destroyed, bytesWritten }))).toEqual([
      { destroyed: true, bytesWritten: 0 },
    ])
  })

  test('goes to the second address when the first is dead', async () => {
    const target = await receiver()
    const dialled: string[] = []
    const dial = (address: string) => {
      dialled.push(address)
      return address === '127.0.0.2' ? new Socket() : new Socket().connect(target.port, address)
    }
    const connect = (addresses: string[]) => {
      const watch = { signal: AbortSignal.timeout(5_000), timings: { dnsMs: null, connectMs: null, tlsMs: null } }
      const options = { policy, connectTimeoutMs: 600, lookup: async () => addresses, dial }
      return connectVetted({ protocol: 'http:', hostname: 'app.localhost', port: target.port }, options, watch)
    }
    const socket = await connect(['127.0.0.2', '127.0.0.1'])
    expect([socket.remoteAddress, dialled]).toEqual(['127.0.0.1', ['127.0.0.2', '127.0.0.1']])
    socket.destroy()
  })

  test('divides its time between the addresses that it tries, two at most', async () => {
    vi.useFakeTimers()
    try {
      const dialled: string[] = []
      const dial = (address: string) => {
        dialled.push(address)
        return new Socket()
      }
      const watch = { signal: new AbortController().signal, timings: { dnsMs: null, connectMs: null, tlsMs: null } }
      const lookup = async () => ['127.0.0.1', '127.0.0.2', '127.0.0.3']
      const target = { protocol: 'http:', hostname: 'app.localhost', port: 4_000 }
      const failed = connectVetted(target, { policy, connectTimeoutMs: 600, lookup, dial }, watch).catch(
        (cause) => cause,
      )
      await vi.advanceTimersByTimeAsync(299)
      expect(dialled).toEqual(['127.0.0.1'])
      await vi.advanceTimersByTimeAsync(1)
      expect(dialled).toEqual(['127.0.0.1', '127.0.0.2'])
      await vi.advanceTimersByTimeAsync(300)
      expect(await failed).toMatchObject({ name: 'ConnectFailed', phase: 'connect', code: 'ETIMEDOUT' })
      expect(dialled).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  test('over plain HTTP is made to loopback only, even for a name that is called localhost', async () => {
    const sender = createSender({ policy, lookup: async () => ['93.184.215.14'] })
    const { error } = await sender.send({ key: 'ep_1', url: 'http://app.localhost:4000/', headers: {}, body: '{}' })
    expect(error?.code).toBe('refused_destination')
    await sender.close()
  })
})

describe('over TLS', () => {
  const lookup = async () => ['127.0.0.1']
  const named = (target: Receiver, host = 'hooks.sendoff-test.com') =>
    outgoing(target, { url: `https://${host}:${target.port}/` })

  test('the checked address is dialled, and the receiver sees the name', async () => {
    const servernames: unknown[] = []
    const target = await tlsReceiver((socket) => {
      servernames.push((socket as TLSSocket).servername)
      socket.write(answer('204 No Content'))
    })
    const sender = createSender({ policy, lookup, ca: certificate })
    const { status, timings } = await sender.send(named(target))
    expect(status).toBe(204)
    expect(timings).toMatchObject({
      dnsMs: expect.any(Number),
      connectMs: expect.any(Number),
      tlsMs: expect.any(Number),
    })
    expect(target.requests[0]).toContain(`\r\nhost: hooks.sendoff-test.com:${target.port}\r\n`)
    expect((await sender.send(named(target))).timings.tlsMs).toBeNull()
    expect((await sender.send(named(target, '127.0.0.1'))).status).toBe(204)
    expect(servernames).toEqual(['hooks.sendoff-test.com', 'hooks.sendoff-test.com', false])
    expect(target.connections).toBe(2)
    await sender.close()
  })

  test('a certificate for another name, or by an unknown authority, is refused in any environment', async () => {
    const target = await tlsReceiver((socket) => socket.write(answer('204 No Content')))
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      const trusting = createSender({ policy, lookup, ca: certificate })
      expect((await trusting.send(named(target, 'other.sendoff-test.com'))).error).toEqual({
        ...{ code: 'tls', message: 'The TLS handshake with the receiver failed: ERR_TLS_CERT_ALTNAME_INVALID.' },
      })
      const sender = createSender({ policy, lookup })
      expect((await sender.send(named(target))).error).toEqual({
        ...{ code: 'tls', message: 'The TLS handshake with the receiver failed: DEPTH_ZERO_SELF_SIGNED_CERT.' },
      })
      await Promise.all([trusting.close(), sender.close()])
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
    expect(target.requests).toHaveLength(0)
  })
})

describe('a sender', () => {
  test('that is stopped ends the attempts under way immediately, connecting or waiting, and sends no more', async () => {
    const requested = Promise.withResolvers<void>()
    const target = await receiver(() => requested.resolve())
    const stop = new AbortController()
    const resolving = Promise.withResolvers<void>()
    const lookup = () => {
      resolving.resolve()
      return new Promise<string[]>(() => {})
    }
    const sender = createSender({ policy, lookup, signal: stop.signal })
    const waiting = sender.send(outgoing(target))
    const connecting = sender.send(outgoing(target, { url: 'https://hooks.example.com/' }))
    await Promise.all([requested.promise, resolving.promise])
    stop.abort()
    const later = sender.send(outgoing(target))
    for (const { status, error } of await Promise.all([waiting, connecting, later])) {
      // The limit of DNS would make it a failure of DNS.
      expect({ status, code: error?.code }).toEqual({ status: null, code: 'aborted' })
    }
    expect(target.requests).toHaveLength(1)
    await target.emptied()
    await sender.close()
  })

  test('that is closed lets the attempts under way finish, sends no more and leaves no connection', async () => {
    const requested = Promise.withResolvers<Socket>()
    const target = await receiver((socket) => requested.resolve(socket))
    const sender = createSender({ policy })
    const underWay = sender.send(outgoing(target))
    const socket = await requested.promise
    const order: string[] = []
    const closed = sender.close().then(() => order.push('closed'))
    void underWay.then(() => order.push('answered'))
    expect((await sender.send(outgoing(target))).error?.code).toBe('aborted')
    socket.write(answer('200 OK', 'done'))
    expect(await underWay).toMatchObject({ status: 200, body: 'done', error: null })
    await closed
    expect(order).toEqual(['answered', 'closed'])
    // The sender closed it, well before the 4 s after which an idle connection closes by itself.
    await expect.poll(() => target.sockets.size, { timeout: 2_000 }).toBe(0)
    expect(target.requests).toHaveLength(1)
  })

  test('that is closing can still be stopped', async () => {
    const requested = Promise.withResolvers<void>()
    const target = await receiver(() => requested.resolve())
    const stop = new AbortController()
    const sender = createSender({ policy, signal: stop.signal })
    const waiting = sender.send(outgoing(target))
    await requested.promise
    const closed = sender.close()
    stop.abort()
    expect((await waiting).error?.code).toBe('aborted')
    await closed
    await target.emptied()
  })

  test('that was stopped before it began sends nothing', async () => {
    const target = await receiver()
    const sender = createSender({ policy, signal: AbortSignal.abort() })
    expect((await sender.send(outgoing(target))).error?.code).toBe('aborted')
    await sender.close()
    expect(target.connections).toBe(0)
  })
})
