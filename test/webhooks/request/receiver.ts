import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { onTestFinished } from 'vitest'
import { certificate, certificateKey } from '../../support/certificate.ts'

/** The behaviour of a receiver for a request, by its bytes as text and the number of earlier requests. */
export type Behaviour = (socket: Socket, request: string, nth: number) => void

/** A scripted receiver on 127.0.0.1, closed with the test. */
export interface Receiver {
  port: number
  /** Connections accepted so far. */
  connections: number
  /** Connections open now. */
  sockets: Set<Socket>
  /** Complete requests received so far. */
  requests: string[]
  /** Resolves when the last of its connections is gone. */
  emptied(): Promise<void>
}

/** Makes an answer with a status, and the length of its body. */
export const answer = (status: string, body = '', headers = ''): string =>
  `HTTP/1.1 ${status}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** Listens over TCP; `behave` is called for every complete request. Concurrent tests pass their own `onTestFinished`. */
export const receiver = (
  behave: Behaviour = (socket) => socket.write(answer('204 No Content')),
  whenFinished: WhenFinished = onTestFinished,
): Promise<Receiver> => listen((onSocket) => createServer(onSocket), behave, whenFinished)

/** Listens over TLS, with the certificate of the tests. */
export const tlsReceiver = (behave: Behaviour): Promise<Receiver> =>
  listen((onSocket) => createTlsServer({ cert: certificate, key: certificateKey }, onSocket), behave, onTestFinished)

type WhenFinished = (close: () => void) => void

async function listen(
  create: (onSocket: (socket: Socket) => void) => Server,
  behave: Behaviour,
  whenFinished: WhenFinished,
): Promise<Receiver> {
  let gone = Promise.withResolvers<void>()
  const state: Receiver = {
    port: 0,
    connections: 0,
    sockets: new Set(),
    requests: [],
    emptied: () => (state.sockets.size === 0 ? Promise.resolve() : gone.promise),
  }
  const server = create((socket) => {
    readRequests(socket, (request) => behave(socket, request, state.requests.push(request) - 1))
  })
  server.on('connection', (socket: Socket) => {
    state.connections++
    state.sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      state.sockets.delete(socket)
      if (state.sockets.size > 0) return
      gone.resolve()
      gone = Promise.withResolvers()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.port = (server.address() as { port: number }).port
  whenFinished(() => {
    for (const socket of state.sockets) socket.destroy()
    server.close()
  })
  return state
}

function readRequests(socket: Socket, onRequest: (request: string) => void): void {
  let received = ''
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1')
    for (;;) {
      const headerEnd = received.indexOf('\r\n\r\n')
      if (headerEnd < 0) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, headerEnd))?.[1] ?? 0)
      const end = headerEnd + 4 + length
      if (received.length < end) return
      const request = received.slice(0, end)
      received = received.slice(end)
      onRequest(request)
    }
  })
}
